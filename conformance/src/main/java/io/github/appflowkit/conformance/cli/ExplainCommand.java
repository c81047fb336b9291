package io.github.appflowkit.conformance.cli;

import io.github.appflowkit.conformance.proof.Faults;
import io.github.appflowkit.conformance.report.Lines;
import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.rule.Contract;
import io.github.appflowkit.conformance.rule.Need;
import io.github.appflowkit.conformance.rule.Rule;
import java.io.PrintWriter;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explain}: what a rule means, what it rests on and how it is judged. */
@Command(
        name = "explain",
        description = "Tells what a rule means, what it rests on and how it is judged. Sends nothing.",
        exitCodeList = {"0:the rule is explained", "2:wrong usage: no rule is called so"},
        footer = {"  appflow-conformance explain stop-flow.on-demand-refused", "      tells what this rule means"})
final class ExplainCommand implements Runnable {
    private static final int SHOWN_FAULTS = 3;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RULE", description = "The id of a rule, such as stop-flow.on-demand-refused.")
    private String id;

    @Override
    public void run() {
        Catalogue catalogue = Catalogue.load();
        Rule rule = catalogue
                .rule(id)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "no rule is called " + id + ": 'appflow-conformance list' shows them all"
                                + Nearest.question(
                                        id,
                                        catalogue.rules().stream().map(Rule::id).toList())));
        PrintWriter out = spec.commandLine().getOut();
        out.println(rule.id());
        wrapped("  ", rule.sentence() + ".");
        out.println();
        wrapped("level     ", rule.level().label() + ", " + meaning(rule));
        wrapped("evidence  ", rule.evidence().label());
        wrapped("source    ", rule.source());
        if (!rule.likelyCause().isEmpty()) {
            wrapped("if broken ", "likely cause: " + rule.likelyCause());
        }
        if (!rule.covers().isEmpty()) {
            wrapped("covers    ", String.join(", ", rule.covers()));
        }
        Faults.of(rule.id()).stream()
                .limit(SHOWN_FAULTS)
                .forEach(fault -> wrapped("proved by ", "an endpoint where " + fault.name()));
        int others = Faults.of(rule.id()).size() - SHOWN_FAULTS;
        if (others > 0) {
            wrapped("          ", "and " + others + " more: 'appflow-conformance prove --rule " + rule.id() + "'");
        }
        RequestSketch sketch = new RequestSketch(Contract.load());
        rule.scenarios().forEach(scenario -> {
            out.println();
            out.println("  " + scenario.title());
            scenario.steps().forEach(step -> wrapped("    ", step));
            sketch.of(scenario).ifPresent(request -> wrapped("    sends ", request));
            if (!scenario.needs().isEmpty()) {
                wrapped(
                        "    needs ",
                        scenario.needs().stream().map(Need::description).collect(Collectors.joining(", ")));
            }
        });
    }

    private static String meaning(Rule rule) {
        return switch (rule.level()) {
            case MUST -> "breaking it fails the run";
            case SHOULD -> "breaking it warns, and fails a strict run";
            case MAY -> "never judged, only recorded";
        };
    }

    private void wrapped(String head, String text) {
        Lines.wrap(head, text).forEach(spec.commandLine().getOut()::println);
    }
}
