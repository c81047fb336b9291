package io.github.appflowkit.conformance.cli;

import io.github.appflowkit.conformance.report.Lines;
import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.rule.Rule;
import io.github.appflowkit.conformance.trace.Trace;
import java.util.List;
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
    /** How many names that begin alike are told. */
    private static final int SHOWN = 5;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "An element of the contract or the id of a rule; everything when absent.")
    private String name;

    @Override
    public Integer call() {
        Trace trace = Trace.load();
        List<Rule> rules = Catalogue.load().rules();
        if (name != null) {
            print(found(trace, rules));
            return 0;
        }
        print(TraceTables.lines(trace, rules));
        trace.open()
                .forEach(element -> print(Lines.wrap(
                        "",
                        trace.placeOf(element) + ": " + element
                                + ": no rule judges this optional member, so that it obliges nobody yet.")));
        List<String> dangling = trace.dangling();
        dangling.forEach(line -> print(Lines.wrap("", line)));
        print(Lines.wrap(
                "",
                TraceTables.sum(trace, rules) + ": "
                        + (dangling.isEmpty()
                                ? "everything hangs together."
                                : Lines.counted(dangling.size(), "loose end") + ", named above.")));
        return dangling.isEmpty() ? 0 : DANGLES;
    }

    private List<String> found(Trace trace, List<Rule> rules) {
        if (trace.elements().contains(name)) {
            return TraceEntry.of(name, trace);
        }
        return rules.stream()
                .filter(rule -> rule.id().equals(name))
                .findFirst()
                .map(rule -> TraceEntry.of(rule, trace))
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "no element of the contract and no rule is called " + name
                                + ": 'appflow-conformance trace' shows them all" + meant(trace, rules)));
    }

    /** What the name is the beginning of, or else nearest to. */
    private String meant(Trace trace, List<Rule> rules) {
        List<String> known = Stream.concat(
                        trace.elements().stream(), rules.stream().map(Rule::id))
                .toList();
        List<String> longer = known.stream()
                .filter(word -> word.regionMatches(true, 0, name, 0, name.length()))
                .toList();
        if (longer.size() < 2) {
            return longer.isEmpty() ? Nearest.question(name, known) : "; did you mean " + longer.get(0) + "?";
        }
        int others = longer.size() - SHOWN;
        return "; did you mean one of " + String.join(", ", longer.subList(0, Math.min(SHOWN, longer.size())))
                + (others > 0 ? ", or one of " + others + " more" : "") + "?";
    }

    private void print(List<String> lines) {
        lines.forEach(spec.commandLine().getOut()::println);
    }
}
