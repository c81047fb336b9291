package io.github.appflowkit.conformance.verdict;

import io.github.appflowkit.conformance.rule.Contract;
import io.github.appflowkit.conformance.rule.Level;
import io.github.appflowkit.conformance.target.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that a run found, for reports and for the exit code.
 *
 * @param target the endpoint
 * @param contract what it was held against
 * @param setup the rung of the setup ladder that served
 * @param seed the seed of the names
 * @param started when the run began
 * @param duration how long it took
 * @param exchanges how many exchanges were judged
 * @param rules the verdicts, in the order of the catalogue
 * @param leftBehind what could not be removed from the endpoint, and why
 */
public record RunResult(
        Target target,
        Contract contract,
        String setup,
        long seed,
        Instant started,
        Duration duration,
        int exchanges,
        List<RuleResult> rules,
        List<String> leftBehind) {
    public RunResult {
        rules = List.copyOf(rules);
        leftBehind = List.copyOf(leftBehind);
    }

    /** How many rules have each verdict; every verdict is there. */
    public Map<Verdict, Long> counts() {
        Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            counts.put(verdict, count(verdict));
        }
        return counts;
    }

    /** How many rules have a verdict. */
    public long count(Verdict verdict) {
        return rules.stream().filter(rule -> rule.verdict() == verdict).count();
    }

    /** How many must and should rules were judged. */
    public long judged() {
        return rules.stream()
                .filter(rule -> rule.rule().level() != Level.MAY)
                .filter(rule ->
                        List.of(Verdict.PASSED, Verdict.FAILED, Verdict.WARNED).contains(rule.verdict()))
                .count();
    }

    /** The rules with a verdict. */
    public List<RuleResult> with(Verdict verdict) {
        return rules.stream().filter(rule -> rule.verdict() == verdict).toList();
    }
}
