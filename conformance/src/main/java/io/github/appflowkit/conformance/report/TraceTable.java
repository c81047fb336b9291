package io.github.appflowkit.conformance.report;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The contract as a table: its elements, each with the rules of a run, what proves them, and the server's tests. */
final class TraceTable {
    private static final int SHOWN_FAULTS = 3;

    private TraceTable() {}

    /** An element of the contract with what hangs on it. */
    record Row(String element, List<String> rules, int scenarios, long faults, List<String> tests) {}

    /** The table of a report. */
    static List<Row> of(Report report) {
        Map<String, RuleEntry> rules =
                report.rules().stream().collect(Collectors.toMap(RuleEntry::id, Function.identity()));
        return report.coverage().entrySet().stream()
                .map(element -> {
                    List<RuleEntry> covering =
                            element.getValue().stream().map(rules::get).toList();
                    return new Row(
                            element.getKey(),
                            element.getValue(),
                            covering.stream().mapToInt(RuleEntry::scenarios).sum(),
                            covering.stream()
                                    .flatMap(rule -> rule.faults().stream())
                                    .distinct()
                                    .count(),
                            report.serverTests().getOrDefault(element.getKey(), List.of()));
                })
                .toList();
    }

    /** The elements that a rule covers. */
    static String covers(Report report, RuleEntry rule) {
        return report.coverage().entrySet().stream()
                .filter(element -> element.getValue().contains(rule.id()))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }

    /** Some of the mistakes that a rule is proved by. */
    static String provedBy(RuleEntry rule) {
        int others = rule.faults().size() - SHOWN_FAULTS;
        return rule.faults().stream().limit(SHOWN_FAULTS).collect(Collectors.joining("; "))
                + (others > 0 ? "; and " + others + " more" : "");
    }
}
