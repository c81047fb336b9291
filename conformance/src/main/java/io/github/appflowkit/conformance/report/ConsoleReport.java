package io.github.appflowkit.conformance.report;

import io.github.appflowkit.conformance.rule.Rule;
import io.github.appflowkit.conformance.verdict.RuleResult;
import io.github.appflowkit.conformance.verdict.RunResult;
import io.github.appflowkit.conformance.verdict.Verdict;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/** What a run found, for people, in 80 columns: a line a feature, a block a broken rule, and the counts. */
public final class ConsoleReport {
    private final PrintWriter out;
    private final Ansi ansi;

    /**
     * Creates a report.
     *
     * @param ansi whether colours are shown
     */
    public ConsoleReport(PrintWriter out, Ansi ansi) {
        this.out = out;
        this.ansi = ansi;
    }

    /** Prints what a run found. */
    public void print(RunResult result) {
        features(result);
        broken(result, Verdict.FAILED, "red");
        broken(result, Verdict.WARNED, "yellow");
        result.with(Verdict.ERROR).forEach(rule -> told("ERROR", rule));
        notJudged(result);
        result.leftBehind().forEach(what -> wrapped("left behind: ", what));
        out.println();
        wrapped("", summary(result));
        out.flush();
    }

    private void features(RunResult result) {
        result.rules().stream()
                .collect(Collectors.groupingBy(rule -> rule.rule().feature(), LinkedHashMap::new, Collectors.toList()))
                .forEach((feature, rules) -> {
                    wrapped(String.format(Locale.ROOT, "%-22s  %2d rules: ", feature, rules.size()), counts(rules));
                });
    }

    private void broken(RunResult result, Verdict verdict, String colour) {
        FailureBlock block = new FailureBlock(result.target());
        for (RuleResult rule : result.with(verdict)) {
            out.println();
            out.println(headline(verdict.label().toUpperCase(Locale.ROOT), colour, rule.rule()));
            block.lines(rule).forEach(out::println);
        }
    }

    private String headline(String word, String colour, Rule rule) {
        return ansi.string("@|bold," + colour + " " + word + "|@ @|bold " + rule.id() + "|@") + " ("
                + rule.level().label() + ", " + rule.evidence().label() + ")";
    }

    private void told(String word, RuleResult rule) {
        out.println();
        out.println(headline(word, "red", rule.rule()));
        wrapped("  ", rule.reason());
    }

    /** What was not judged, by reason, so that one missing prerequisite is told once. */
    private void notJudged(RunResult result) {
        Map<String, List<String>> rulesByReason = new LinkedHashMap<>();
        result.rules().stream()
                .filter(rule -> rule.verdict() == Verdict.UNTESTABLE || rule.verdict() == Verdict.NOT_ROUTED)
                .forEach(rule -> rulesByReason
                        .computeIfAbsent(rule.verdict().label() + ": " + rule.reason(), reason -> new ArrayList<>())
                        .add(rule.rule().id()));
        rulesByReason.forEach((reason, rules) -> {
            out.println();
            wrapped("NOT JUDGED ", reason);
            wrapped("  ", String.join(", ", rules));
        });
        if (result.settings().setup().equals("none") && result.count(Verdict.UNTESTABLE) > 0) {
            out.println();
            wrapped(
                    "",
                    "To judge these too, let the endpoint offer the state control API, at ENDPOINT/_control or where"
                            + " --control-url says.");
        }
    }

    private String summary(RunResult result) {
        long notJudged = result.count(Verdict.UNTESTABLE) + result.count(Verdict.NOT_ROUTED);
        return result.rules().size() + " rules, " + result.exchanges() + " exchanges in "
                + String.format(Locale.ROOT, "%.1f s", result.duration().toMillis() / 1000.0) + ": "
                + counts(result.rules()) + "."
                + (notJudged == 0 ? " Nothing was left unjudged." : " " + notJudged + " not judged.");
    }

    private static String counts(List<RuleResult> rules) {
        return Arrays.stream(Verdict.values())
                .map(verdict -> Map.entry(
                        verdict.label(),
                        rules.stream().filter(rule -> rule.verdict() == verdict).count()))
                .filter(count -> count.getValue() > 0)
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
    }

    private void wrapped(String head, String text) {
        Lines.wrap(head, text).forEach(out::println);
    }
}
