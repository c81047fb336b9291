package io.github.appflowkit.conformance.cli;

import io.github.appflowkit.conformance.report.Lines;
import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.rule.Rule;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code list}: every rule, without a look at any endpoint. */
@Command(name = "list", description = "Lists every rule with its level and evidence. Sends nothing.")
final class ListCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        List<Rule> rules = Catalogue.load().rules();
        String feature = "";
        for (Rule rule : rules) {
            if (!rule.feature().equals(feature)) {
                feature = rule.feature();
                out.println((rule == rules.get(0) ? "" : System.lineSeparator()) + feature);
            }
            out.printf(
                    "  %-36s %-6s %-10s%n",
                    rule.id(), rule.level().label(), rule.evidence().label());
            Lines.wrap("      ", rule.sentence()).forEach(out::println);
        }
        out.println();
        out.println(rules.size() + " rules. 'appflow-conformance explain RULE' tells more of one.");
    }
}
