package io.github.appflowkit.conformance.run;

import io.github.appflowkit.conformance.rule.Rule;
import io.github.appflowkit.conformance.setup.Access;
import io.github.appflowkit.conformance.steps.Stop;
import io.github.appflowkit.conformance.verdict.Repetition;
import io.github.appflowkit.conformance.verdict.RunResult;
import io.github.appflowkit.conformance.verdict.ScenarioResult;
import io.github.appflowkit.conformance.verdict.Settings;
import io.github.appflowkit.conformance.verdict.Suite;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges an endpoint as often and as long as the options say, and marks what a baseline knows. */
final class Judging {
    private final RunOptions options;
    private final Console console;
    private final Stop stop;

    /**
     * Creates a judging.
     *
     * @param stop ends it early
     */
    Judging(RunOptions options, Console console, Stop stop) {
        this.options = options;
        this.console = console;
        this.stop = stop;
    }

    /** Judges, and gives everything that was found. */
    RunResult judge(Access access, Settings settings) {
        Suite suite = new Suite(
                options.contract(),
                options.selection().rules(),
                options.selection().operations(),
                access,
                settings,
                stop);
        int repeat = options.pace().repeat();
        Set<String> fatal = options.pace().failFast() ? fatal(settings) : Set.of();
        List<RunResult> runs = new ArrayList<>();
        try (Progress progress = new Progress(
                console.err(), console.terminal(), repeat * options.selection().scenarios())) {
            while (runs.size() < repeat && (runs.isEmpty() || stop.reason().isEmpty())) {
                runs.add(suite.run(scenario -> {
                    progress.ended(scenario);
                    endAtFailure(scenario, fatal);
                }));
            }
        }
        return options.standard().marked(Repetition.of(runs));
    }

    /** The rules that fail the run when they are broken. */
    private Set<String> fatal(Settings settings) {
        return options.selection().rules().stream()
                .filter(settings::failsBy)
                .map(Rule::id)
                .filter(id -> options.standard().baseline().stream().noneMatch(baseline -> baseline.knows(id)))
                .collect(Collectors.toSet());
    }

    private void endAtFailure(ScenarioResult scenario, Set<String> fatal) {
        if (scenario.violation().isPresent() && fatal.contains(scenario.ruleId())) {
            stop.because("the run ended at the first failure (--fail-fast)");
        }
    }
}
