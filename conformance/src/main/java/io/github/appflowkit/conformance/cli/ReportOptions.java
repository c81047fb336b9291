package io.github.appflowkit.conformance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** What a run leaves behind for people and machines to read. */
final class ReportOptions {
    private static final List<String> FILES = List.of("report.json", "junit.xml");

    @Option(
            names = "--report-dir",
            paramLabel = "DIR",
            description = "Where the reports go. Default: conformance-report.")
    private Path reportDir = Path.of("conformance-report");

    /** The folder, without the reports of an earlier run, which would be taken for this one's if it ends early. */
    Path prepare() {
        try {
            Files.createDirectories(reportDir);
            for (String file : FILES) {
                Files.deleteIfExists(reportDir.resolve(file));
            }
        } catch (IOException e) {
            throw new UsageException("--report-dir", reportDir, "cannot be written to: " + e.getMessage());
        }
        return reportDir;
    }
}
