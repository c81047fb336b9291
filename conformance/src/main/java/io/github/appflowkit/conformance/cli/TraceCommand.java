package io.github.appflowkit.conformance.cli;

import io.github.appflowkit.conformance.report.Lines;
import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.rule.Rule;
import io.github.appflowkit.conformance.trace.Trace;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code trace}: what hangs on an element of the contract, and what on a rule. */
@Command(
        name = "trace",
        description = {
            "Shows which rules cover which elements of the contract, the scenarios that judge a rule, the faults that"
                    + " prove it, and the reference server's tests of an element. Sends nothing.",
            "Without an argument it counts them, and names what lacks its other end."
        },
        exitCodeList = {
            "0:everything hangs together",
            "1:an element, a rule, a fault or a test lacks its other end",
            "2:wrong usage: no element and no rule is called so"
        },
        footer = {
            "  appflow-conformance trace",
            "      shows everything as two tables, by element and by rule",
            "  appflow-conformance trace StopFlow.flowName.pattern",
            "      names all that hangs on this element",
            "  appflow-conformance trace stop-flow.name-pattern",
            "      names all that hangs on this rule"
        })
final class TraceCommand implements Callable<Integer> {
    private static final int DANGLES = 1;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "An element of the contract or the id of a rule; everything when absent.")
    private String name;

    private Trace trace;
    private List<Rule> rules;
    private PrintWriter out;

    @Override
    public Integer call() {
        trace = Trace.load();
        rules = Catalogue.load().rules();
        out = spec.commandLine().getOut();
        if (name != null) {
            show();
            return 0;
        }
        byElement();
        byRule();
        trace.open()
                .forEach(element ->
                        print("", element + ": no rule judges this optional member, so that it obliges nobody yet."));
        List<String> dangling = trace.dangling();
        dangling.forEach(line -> print("", line));
        print(
                "",
                String.join(
                                ", ",
                                Lines.counted(trace.elements().size(), "element"),
                                Lines.counted(rules.size(), "rule"),
                                Lines.counted(scenarios(rules), "scenario"),
                                Lines.counted(trace.faultsOf(rules).size(), "fault"))
                        + ": "
                        + (dangling.isEmpty()
                                ? "everything hangs together."
                                : Lines.counted(dangling.size(), "loose end") + ", named above."));
        return dangling.isEmpty() ? 0 : DANGLES;
    }

    private void byElement() {
        String owner = "";
        for (String element : trace.elements()) {
            String[] parts = element.split("\\.", 2);
            if (!parts[0].equals(owner)) {
                owner = parts[0];
                row(owner.equals("error") ? "Every error" : owner, "rules", "scenarios", "faults", "server tests");
            }
            List<Rule> covering = trace.rulesOf(element);
            row(
                    "  " + (parts.length == 1 ? "the operation" : parts[1]),
                    covering.size(),
                    scenarios(covering),
                    trace.faultsOf(covering).size(),
                    trace.serverTestsOf(element).size());
        }
        out.println();
    }

    private void byRule() {
        row("Rule", "elements", "scenarios", "faults", "server tests");
        rules.forEach(rule -> row(
                "  " + rule.id(),
                rule.covers().size(),
                scenarios(List.of(rule)),
                trace.faultsOf(List.of(rule)).size(),
                serverTests(rule).size()));
        out.println();
    }

    private void show() {
        List<Rule> named = rules.stream().filter(rule -> rule.id().equals(name)).toList();
        if (named.isEmpty() && !trace.elements().contains(name)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "no element of the contract and no rule is called " + name
                            + ": 'appflow-conformance trace' shows them all"
                            + Nearest.question(
                                    name,
                                    Stream.concat(
                                                    trace.elements().stream(),
                                                    rules.stream().map(Rule::id))
                                            .toList()));
        }
        out.println(name);
        if (named.isEmpty()) {
            trace.rulesOf(name).forEach(rule -> {
                print("  rule      ", rule.id());
                hanging("    ", rule);
            });
            trace.serverTestsOf(name).forEach(test -> print("  server    ", test));
        } else {
            named.get(0).covers().forEach(element -> print("  element   ", element));
            hanging("  ", named.get(0));
            serverTests(named.get(0)).forEach(test -> print("  server    ", test));
        }
    }

    private void hanging(String indent, Rule rule) {
        rule.scenarios().forEach(scenario -> print(indent + "scenario  ", scenario.title()));
        trace.faultsOf(List.of(rule)).forEach(fault -> print(indent + "fault     ", fault));
    }

    private Collection<String> serverTests(Rule rule) {
        Collection<String> tests = new TreeSet<>();
        rule.covers().forEach(element -> tests.addAll(trace.serverTestsOf(element)));
        return tests;
    }

    private static int scenarios(List<Rule> rules) {
        return rules.stream().mapToInt(rule -> rule.scenarios().size()).sum();
    }

    private void row(Object... cells) {
        out.println(String.format(Locale.ROOT, "%-38s %8s %9s %7s %13s", cells));
    }

    private void print(String head, String text) {
        Lines.wrap(head, text).forEach(out::println);
    }
}
