package io.github.appflowkit.conformance.cli;

import io.github.appflowkit.conformance.report.Format;
import io.github.appflowkit.conformance.report.RuleList;
import io.github.appflowkit.conformance.rule.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code list}: every rule, without a look at any endpoint. */
@Command(
        name = "list",
        description = "Lists every rule with its level and evidence. Sends nothing.",
        exitCodeList = {"0:the rules are listed", "2:wrong usage: an option is not what it may be"},
        footer = {"  appflow-conformance list --format md > rules.md", "      writes the rules as a table for a page"})
final class ListCommand implements Runnable {
    /** The formats, as the option spells them. */
    private enum Form {
        TABLE(Format.TEXT),
        JSON(Format.JSON),
        MD(Format.MD);

        private final Format format;

        Form(Format format) {
            this.format = format;
        }
    }

    @Spec
    private CommandSpec spec;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table, json or md. Default: table.")
    private Form form = Form.TABLE;

    @Override
    public void run() {
        spec.commandLine().getOut().println(new RuleList(Catalogue.load().rules()).text(form.format));
    }
}
