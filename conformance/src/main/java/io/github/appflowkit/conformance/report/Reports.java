package io.github.appflowkit.conformance.report;

import io.github.appflowkit.conformance.verdict.RunResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/** All reports of a run: the console's and the files. */
public final class Reports {
    private static final List<String> FILES =
            List.of("report.json", "report.html", "report.md", "junit.xml", "badge.svg");

    private final String suiteVersion;
    private final List<String> secrets;

    /**
     * Creates the reports of a version of the suite.
     *
     * @param secrets what no report may hold, such as the secret key with which requests are signed
     */
    public Reports(String suiteVersion, Collection<String> secrets) {
        this.suiteVersion = suiteVersion;
        this.secrets = List.copyOf(secrets);
    }

    /** Makes the report of a run, from which all others are made. */
    public Report of(RunResult result) {
        return new ReportMaker(result, suiteVersion, secrets).report();
    }

    /**
     * Prints what a run found and writes its files. A file that cannot be written is told on the error stream, and
     * changes nothing of what the run found.
     *
     * @param ansi whether colours are shown
     */
    public void tell(RunResult result, Path folder, PrintWriter out, PrintWriter err, Ansi ansi) {
        Report report = of(result);
        new ConsoleReport(out, ansi).print(report);
        try {
            write(report, folder);
            out.println("Reports (" + String.join(", ", FILES) + ") in");
            out.println(Lines.verbatim(folder.toString()));
        } catch (IOException e) {
            err.println("appflow-conformance: the reports cannot be written to " + folder + ": " + reason(e));
        }
        out.flush();
        err.flush();
    }

    /** Writes the files of a run alone, for one that has told on the error stream why it judged nothing. */
    public void write(RunResult result, Path folder, PrintWriter err) {
        try {
            write(of(result), folder);
        } catch (IOException e) {
            err.println("appflow-conformance: the reports cannot be written to " + folder + ": " + reason(e));
        }
    }

    /** Writes all files of a report, each at once as a whole, and gives their paths. */
    public static List<Path> write(Report report, Path folder) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("report.json", JsonReport.write(report));
        files.put("report.html", HtmlReport.write(report).getBytes(StandardCharsets.UTF_8));
        files.put("report.md", MarkdownReport.write(report).getBytes(StandardCharsets.UTF_8));
        files.put("junit.xml", JUnitReport.write(report).getBytes(StandardCharsets.UTF_8));
        files.put("badge.svg", Badge.write(report).getBytes(StandardCharsets.UTF_8));
        Files.createDirectories(folder);
        List<Path> paths = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            paths.add(write(folder.resolve(file.getKey()), file.getValue()));
        }
        return paths;
    }

    /** Removes the files of an earlier run, which must not be taken for those of one that did not get so far. */
    public static void removeFrom(Path folder) throws IOException {
        for (String file : FILES) {
            Files.deleteIfExists(folder.resolve(file));
        }
    }

    private static Path write(Path file, byte[] content) throws IOException {
        Path part = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            Files.write(part, content);
            return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** The file system's reason, without the name of a file that nobody knows. */
    public static String reason(IOException e) {
        if (e instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        if (e instanceof FileAlreadyExistsException) {
            return "it is a file, and a folder is needed";
        }
        return e instanceof NoSuchFileException ? "there is no such folder, and it cannot be made" : e.toString();
    }
}
