package io.github.appflowkit.conformance.cli;

import io.github.appflowkit.conformance.report.Format;
import io.github.appflowkit.conformance.report.JsonReport;
import io.github.appflowkit.conformance.report.NoReportException;
import io.github.appflowkit.conformance.report.ReportDiff;
import io.github.appflowkit.conformance.verdict.ExitCode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diff}: what became of an endpoint between two runs. */
@Command(
        name = "diff",
        customSynopsis = "appflow-conformance diff BEFORE AFTER [--format FORMAT]",
        description =
                "Compares two report.json and tells what regressed, what was fixed, and which rules were judged in"
                        + " one of them alone. A rule that held is regressed too when its operation is no longer served. Sends"
                        + " nothing.",
        exitCodeList = {
            "0:nothing regressed",
            "1:a rule regressed",
            "2:wrong usage: a file is no report that can be read, or of a run that judged nothing"
        },
        footer = {
            "  appflow-conformance diff main/report.json conformance-report/report.json",
            "      tells what a change did"
        })
final class DiffCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "BEFORE", description = "The report.json of the older run.")
    private Path before;

    @Parameters(index = "1", paramLabel = "AFTER", description = "The report.json of the newer run.")
    private Path after;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text, json or md. Default: text.")
    private Format format = Format.TEXT;

    @Override
    public Integer call() {
        try {
            ReportDiff diff = new ReportDiff(JsonReport.readJudged(before), JsonReport.readJudged(after));
            spec.commandLine().getOut().println(diff.text(format));
            return diff.hasRegressed() ? ExitCode.NOT_CONFORMANT : ExitCode.CONFORMANT;
        } catch (NoReportException e) {
            spec.commandLine().getErr().println(spec.qualifiedName() + ": " + e.getMessage());
            return ExitCode.USAGE;
        }
    }
}
