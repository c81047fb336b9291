package io.github.appflowkit.conformance.cli;

import io.github.appflowkit.conformance.baseline.Baseline;
import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.run.RunOptions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What makes a run fail. */
final class VerdictOptions {
    @Option(names = "--strict", description = "Breaking a should rule fails the run too. Default: it only warns.")
    private boolean strict;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description =
                    "A YAML list of known failures, each with rule and reason, and with issue and until (a day such"
                            + " as 2026-12-31) if you like: they still run, are told apart, and do not fail the run. An entry"
                            + " whose rule does not fail any more, or whose day is over, does (exit 5). 'appflow-conformance"
                            + " baseline update FILE' writes it.")
    private Path baseline;

    @Option(
            names = "--rules",
            paramLabel = "VERSION",
            description =
                    "Rules that came with a later version of the rule set than this one only warn, so that a newer"
                            + " suite fails nobody's run overnight. Default: " + Catalogue.RULE_SET + ", the newest.")
    private String ruleSet = Catalogue.RULE_SET;

    @Option(
            names = "--require-judged",
            paramLabel = "PERCENT",
            converter = WholeNumber.Percent.class,
            description = "Exit with 4 if fewer of the selected must and should rules could be judged, 0 to 100."
                    + " Default: one rule is enough.")
    private Long requireJudged = 0L;

    /**
     * The options, checked.
     *
     * @param today the day on which an entry of the baseline may be over
     */
    RunOptions.Standard resolve(Catalogue catalogue, LocalDate today) {
        if (!catalogue.versions().contains(ruleSet)) {
            throw new UsageException(
                    "--rules",
                    ruleSet,
                    "is no version of the rule set, known here: " + String.join(", ", catalogue.versions()));
        }
        return new RunOptions.Standard(
                strict,
                Optional.ofNullable(baseline).map(file -> Baseline.read(file, catalogue)),
                today,
                ruleSet,
                requireJudged.intValue());
    }
}
