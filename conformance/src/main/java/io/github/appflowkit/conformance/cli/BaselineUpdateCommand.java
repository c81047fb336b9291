package io.github.appflowkit.conformance.cli;

import io.github.appflowkit.conformance.baseline.Baseline;
import io.github.appflowkit.conformance.report.JsonReport;
import io.github.appflowkit.conformance.report.NoReportException;
import io.github.appflowkit.conformance.report.Report;
import io.github.appflowkit.conformance.report.RuleEntry;
import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.verdict.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code baseline update}: takes over what a run found. */
@Command(
        name = "update",
        description = "Adds the rules that a report tells as failed (and those that warned, if the run was strict) to a"
                + " baseline, and deletes the entries of those that passed. The other lines of the file stay as they"
                + " are. A file that is not there is made.",
        exitCodeList = {"0:the file is written", "2:wrong usage: an option or a file is not what it may be"},
        footer = {"  appflow-conformance baseline update known.yaml", "      takes over what the last run found"})
final class BaselineUpdateCommand implements Callable<Integer> {
    private static final String HEAD =
            "# Rules that the endpoint is known to break; see --baseline of 'appflow-conformance run --help'.\n";
    private static final Set<Verdict> HOLDS = EnumSet.of(Verdict.PASSED, Verdict.OBSERVED);
    private static final String REASON = "not explained yet";

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private BaselineCommand baseline;

    @Option(
            names = "--from",
            paramLabel = "REPORT",
            description = "The report of a run. Default: conformance-report/report.json.")
    private Path report = Path.of("conformance-report", "report.json");

    @Parameters(paramLabel = "FILE", description = "The baseline to write, such as known-failures.yaml.")
    private Path file;

    @Override
    public Integer call() {
        Map<String, Verdict> verdicts = verdicts();
        Baseline before =
                Files.exists(file) ? Baseline.read(file, Catalogue.load()) : new Baseline(file, List.of(), List.of());
        List<Baseline.Entry> dropped = before.entries().stream()
                .filter(entry -> HOLDS.contains(verdicts.get(entry.rule())))
                .toList();
        List<String> added = verdicts.entrySet().stream()
                .filter(verdict -> verdict.getValue() == Verdict.FAILED)
                .map(Map.Entry::getKey)
                .filter(rule -> !before.knows(rule))
                .toList();
        write(text(before, dropped, added));
        tell(before, dropped, added);
        return 0;
    }

    /** The verdict on each rule of the report; a warning of a strict run counts as the failure that it is. */
    private Map<String, Verdict> verdicts() {
        Report found = report();
        return found.rules().stream()
                .collect(Collectors.toMap(
                        RuleEntry::id,
                        rule -> found.settings().strict() && rule.verdict() == Verdict.WARNED
                                ? Verdict.FAILED
                                : rule.verdict(),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private Report report() {
        try {
            return JsonReport.readJudged(report);
        } catch (NoReportException e) {
            throw new UsageException("--from " + e.getMessage());
        }
    }

    /** The file without the lines of what is dropped, and with what is added at its end. */
    private static String text(Baseline before, List<Baseline.Entry> dropped, List<String> added) {
        List<String> lines = new ArrayList<>();
        for (int line = 1; line <= before.lines().size(); line++) {
            int number = line;
            if (dropped.stream().noneMatch(entry -> entry.line() <= number && number <= entry.lastLine())) {
                lines.add(before.lines().get(line - 1));
            }
        }
        boolean noneLeft = before.entries().size() == dropped.size();
        if (noneLeft) {
            lines.removeIf(line -> !line.isBlank() && !line.strip().startsWith("#"));
        }
        added.forEach(rule -> lines.addAll(List.of("- rule: " + rule, "  reason: " + REASON)));
        if (noneLeft && added.isEmpty()) {
            lines.add("[]");
        }
        String text = String.join("\n", lines) + "\n";
        return before.lines().isEmpty() ? HEAD + text : text;
    }

    private void write(String text) {
        try {
            Files.writeString(file, text);
        } catch (NoSuchFileException e) {
            throw new UsageException(file + " cannot be written: its folder is not there");
        } catch (IOException e) {
            throw new UsageException(file + " cannot be written: " + e.getMessage());
        }
    }

    private void tell(Baseline before, List<Baseline.Entry> dropped, List<String> added) {
        PrintWriter out = spec.commandLine().getOut();
        LocalDate today = baseline.surroundings().today();
        added.forEach(rule -> out.println("added    " + rule + ", " + REASON));
        dropped.forEach(entry -> out.println("deleted  " + entry.rule() + ", which does not fail any more"));
        before.entries().stream()
                .filter(entry -> !dropped.contains(entry) && entry.known().isExpiredOn(today))
                .forEach(entry -> out.println("expired  " + entry.rule() + " on "
                        + entry.known().until().orElseThrow() + ": renew it, or mend the endpoint"));
        out.println(file + ": " + added.size() + " added, " + dropped.size() + " deleted, "
                + (before.entries().size() - dropped.size()) + " kept");
    }
}
