package io.github.appflowkit.conformance.cli;

import io.github.appflowkit.conformance.report.Lines;
import io.github.appflowkit.conformance.rule.Rule;
import io.github.appflowkit.conformance.trace.Trace;
import java.util.ArrayList;
import java.util.List;

/** All that hangs on one element of the contract, or on one rule, each thing once. */
final class TraceEntry {
    private TraceEntry() {}

    static List<String> of(String element, Trace trace) {
        List<Rule> rules = trace.rulesOf(element);
        List<String> lines = new ArrayList<>(List.of(element));
        add(lines, "  stands at ", List.of(trace.placeOf(element)));
        rules.forEach(rule -> {
            add(lines, "  rule      ", List.of(rule.id()));
            add(lines, "    scenario  ", titles(rule));
        });
        add(lines, "  fault     ", trace.faultsOf(rules));
        add(lines, "  server    ", trace.serverTestsOf(element));
        return lines;
    }

    static List<String> of(Rule rule, Trace trace) {
        List<String> lines = new ArrayList<>(List.of(rule.id()));
        add(lines, "  element   ", rule.covers());
        add(lines, "  scenario  ", titles(rule));
        add(lines, "  fault     ", trace.faultsOf(List.of(rule)));
        add(lines, "  server    ", trace.serverTestsOf(rule));
        return lines;
    }

    private static List<String> titles(Rule rule) {
        return rule.scenarios().stream().map(Rule.Scenario::title).toList();
    }

    private static void add(List<String> lines, String head, List<String> texts) {
        texts.forEach(text -> lines.addAll(Lines.wrap(head, text)));
    }
}
