package io.github.appflowkit.conformance.verdict;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Several runs with the same names and order, told as one: the worst verdict on a rule counts, and a rule whose verdict
 * changed is flaky.
 */
public final class Repetition {
    private static final List<Verdict> WORST_FIRST = List.of(
            Verdict.ERROR,
            Verdict.FAILED,
            Verdict.WARNED,
            Verdict.NOT_ROUTED,
            Verdict.UNTESTABLE,
            Verdict.OBSERVED,
            Verdict.PASSED);

    private Repetition() {}

    /** The result of runs of the same rules; the last may have ended early. */
    public static RunResult of(List<RunResult> runs) {
        RunResult first = runs.get(0);
        if (runs.size() == 1) {
            return first;
        }
        return new RunResult(
                first.target(),
                first.contract(),
                first.settings(),
                first.started(),
                runs.stream().map(RunResult::duration).reduce(Duration.ZERO, Duration::plus),
                runs.stream().mapToInt(RunResult::exchanges).sum(),
                IntStream.range(0, first.rules().size())
                        .mapToObj(rule -> ofRule(runs, rule))
                        .toList(),
                runs.stream()
                        .flatMap(run -> run.leftBehind().stream())
                        .distinct()
                        .toList(),
                runs.stream().flatMap(run -> run.remarks().stream()).distinct().toList(),
                runs.stream().flatMap(run -> run.endedEarly().stream()).findFirst(),
                List.of());
    }

    private static RuleResult ofRule(List<RunResult> runs, int rule) {
        List<RuleResult> results = IntStream.range(0, runs.size())
                .filter(run -> run == 0 || !wasCut(runs.get(run), rule))
                .mapToObj(run -> runs.get(run).rules().get(rule))
                .toList();
        List<Verdict> verdicts = results.stream().map(RuleResult::verdict).toList();
        RuleResult worst = results.stream()
                .min(Comparator.comparingInt(result -> WORST_FIRST.indexOf(result.verdict())))
                .orElseThrow();
        return verdicts.stream().distinct().count() > 1 ? worst.withFlaky(verdicts) : worst;
    }

    /** Whether a run ended before it could judge by a rule, which says nothing of the rule. */
    private static boolean wasCut(RunResult run, int rule) {
        return run.endedEarly().isPresent() && run.rules().get(rule).verdict() == Verdict.UNTESTABLE;
    }
}
