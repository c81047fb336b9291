package io.github.appflowkit.conformance.cli;

import io.github.appflowkit.conformance.report.FailureBlock;
import io.github.appflowkit.conformance.report.JsonReport;
import io.github.appflowkit.conformance.report.RuleEntry;
import io.github.appflowkit.conformance.verdict.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The command line for callers in another class loader, who share none but the JDK's types with it. It takes the
 * arguments and the folder for the reports, and gives the {@code exitCode}, the {@code console}, and the {@code rules}
 * of the report, each with its {@code id}, {@code feature}, {@code sentence}, {@code level}, {@code verdict},
 * {@code fails}, {@code reason} and {@code failure}, all of them text.
 */
public final class Embedded implements BiFunction<List<String>, Path, Map<String, Object>> {
    /**
     * Runs the command line.
     *
     * @return what it printed; without a report the one line that says why, and no rules
     */
    @Override
    public Map<String, Object> apply(List<String> arguments, Path reportDir) {
        Path report = reportDir.resolve("report.json");
        try {
            Files.deleteIfExists(report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of("--report-dir", reportDir.toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
        return Files.exists(report)
                ? found(exitCode, console(out.toString(), err.toString()), rules(report))
                : found(exitCode, complaint(err.toString()).orElse(out.toString()), List.of());
    }

    /** What was printed; of a run that judged nothing, the line that says why. */
    private static String console(String out, String err) {
        return out.isBlank() ? complaint(err).orElse(out) : out;
    }

    private static Map<String, Object> found(int exitCode, String console, List<Map<String, String>> rules) {
        return Map.of("exitCode", exitCode, "console", console, "rules", rules);
    }

    /** The line in which a command says what is wrong, among those that tell how far it is and where help is. */
    private static Optional<String> complaint(String err) {
        return err.lines()
                .filter(line -> line.startsWith("appflow-conformance"))
                .reduce((former, latter) -> latter);
    }

    private static List<Map<String, String>> rules(Path report) {
        return JsonReport.read(report).rules().stream().map(Embedded::rule).toList();
    }

    private static Map<String, String> rule(RuleEntry rule) {
        boolean fails = rule.fails() || rule.verdict() == Verdict.ERROR;
        return Map.of(
                "id", rule.id(),
                "feature", rule.feature(),
                "sentence", rule.sentence(),
                "level", rule.level().label(),
                "verdict", rule.verdict().label(),
                "fails", String.valueOf(fails),
                "reason", reason(rule),
                "failure", fails ? failure(rule) : "");
    }

    private static String reason(RuleEntry rule) {
        if (rule.known() != null) {
            return "known failure: " + rule.known();
        }
        return rule.reason() == null ? "" : rule.reason();
    }

    private static String failure(RuleEntry rule) {
        return rule.verdict() == Verdict.ERROR
                ? "the suite itself failed: " + reason(rule)
                : String.join("\n", FailureBlock.lines(rule));
    }
}
