package io.github.appflowkit.conformance.report;

import io.github.appflowkit.conformance.trace.Trace;
import io.github.appflowkit.conformance.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The contract as a picture: its elements, each in the colour of the verdicts on the rules that cover it. */
final class CoveragePicture {
    /** What matters most, first. */
    private static final List<Verdict> WORST_FIRST = List.of(
            Verdict.ERROR,
            Verdict.FAILED,
            Verdict.WARNED,
            Verdict.NOT_ROUTED,
            Verdict.UNTESTABLE,
            Verdict.PASSED,
            Verdict.OBSERVED);

    private CoveragePicture() {}

    /** The elements of an operation, or of what all operations share. */
    record Group(String title, List<Cell> cells) {}

    /**
     * An element of the contract.
     *
     * @param rule the rule that the state comes from; empty for none
     */
    record Cell(String name, String state, String words, String mark, String rule) {}

    /** The picture of a report. */
    static List<Group> of(Report report) {
        Map<String, RuleEntry> rules =
                report.rules().stream().collect(Collectors.toMap(RuleEntry::id, Function.identity()));
        Map<String, List<Cell>> groups = new LinkedHashMap<>();
        report.coverage().forEach((element, ids) -> {
            int dot = element.indexOf('.');
            String owner = dot < 0 ? element : element.substring(0, dot);
            String name = dot < 0 ? "the operation" : element.substring(dot + 1);
            List<RuleEntry> covering = ids.stream().map(rules::get).toList();
            groups.computeIfAbsent(owner, none -> new ArrayList<>()).add(cell(name, covering));
        });
        return groups.entrySet().stream()
                .map(group -> new Group(Trace.title(group.getKey()), group.getValue()))
                .toList();
    }

    /** What the colours mean. */
    static List<Cell> legend() {
        return Stream.concat(
                        Stream.of(Verdict.PASSED, Verdict.FAILED, Verdict.WARNED, Verdict.UNTESTABLE, Verdict.OBSERVED)
                                .map(verdict -> cell("", verdict, "")),
                        Stream.of(uncovered("")))
                .toList();
    }

    private static Cell cell(String name, List<RuleEntry> covering) {
        return covering.stream()
                .min(Comparator.comparingInt(rule -> WORST_FIRST.indexOf(rule.verdict())))
                .map(worst -> cell(name, worst.verdict(), worst.id()))
                .orElseGet(() -> uncovered(name));
    }

    private static Cell cell(String name, Verdict verdict, String rule) {
        return new Cell(name, verdict.label(), Report.words(verdict), HtmlReport.mark(verdict), rule);
    }

    private static Cell uncovered(String name) {
        return new Cell(name, "none", "no rule of this run", "–", "");
    }
}
