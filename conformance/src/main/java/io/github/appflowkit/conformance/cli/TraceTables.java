package io.github.appflowkit.conformance.cli;

import io.github.appflowkit.conformance.report.Lines;
import io.github.appflowkit.conformance.rule.Rule;
import io.github.appflowkit.conformance.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How much hangs on each element of the contract and on each rule, as two tables. */
final class TraceTables {
    private TraceTables() {}

    /** Both tables, with an empty line after each. */
    static List<String> lines(Trace trace, List<Rule> rules) {
        List<String> lines = new ArrayList<>(byElement(trace));
        lines.add("");
        lines.add(row("Rule", "elements", "scenarios", "faults", "server tests"));
        rules.forEach(rule -> lines.add(row(
                "  " + rule.id(),
                rule.covers().size(),
                scenarios(List.of(rule)),
                trace.faultsOf(List.of(rule)).size(),
                trace.serverTestsOf(rule).size())));
        lines.add("");
        return lines;
    }

    /** How much there is of everything. */
    static String sum(Trace trace, List<Rule> rules) {
        return String.join(
                ", ",
                Lines.counted(trace.elements().size(), "element"),
                Lines.counted(rules.size(), "rule"),
                Lines.counted(scenarios(rules), "scenario"),
                Lines.counted(trace.faultsOf(rules).size(), "fault"));
    }

    private static List<String> byElement(Trace trace) {
        List<String> lines = new ArrayList<>();
        String owner = "";
        for (String element : trace.elements()) {
            String[] parts = element.split("\\.", 2);
            if (!parts[0].equals(owner)) {
                owner = parts[0];
                lines.add(row(Trace.title(owner), "rules", "scenarios", "faults", "server tests"));
            }
            List<Rule> covering = trace.rulesOf(element);
            lines.add(row(
                    "  " + (parts.length == 1 ? "the operation" : parts[1]),
                    covering.size(),
                    scenarios(covering),
                    trace.faultsOf(covering).size(),
                    trace.serverTestsOf(element).size()));
        }
        return lines;
    }

    private static int scenarios(List<Rule> rules) {
        return rules.stream().mapToInt(rule -> rule.scenarios().size()).sum();
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, "%-38s %8s %9s %7s %13s", cells);
    }
}
