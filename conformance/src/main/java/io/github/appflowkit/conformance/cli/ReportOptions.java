package io.github.appflowkit.conformance.cli;

import io.github.appflowkit.conformance.report.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What a run leaves behind for people and machines to read. */
final class ReportOptions {
    @Option(
            names = "--report-dir",
            paramLabel = "DIR",
            description = "Where the reports go. Default: conformance-report.")
    private Path reportDir = Path.of("conformance-report");

    /** The folder. */
    Path resolve() {
        return reportDir;
    }

    /** Makes the folder, and removes the reports of an earlier run, which would be taken for this one's. */
    void prepare() {
        try {
            Files.createDirectories(reportDir);
            Reports.removeFrom(reportDir);
        } catch (IOException e) {
            throw new UsageException("--report-dir", reportDir, "cannot be written to: " + Reports.reason(e));
        }
    }
}
