package io.github.appflowkit.conformance.verdict;

import io.github.appflowkit.conformance.rule.Contract;
import io.github.appflowkit.conformance.rule.Level;
import io.github.appflowkit.conformance.rule.Rule;
import io.github.appflowkit.conformance.target.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that a run found, for reports and for the exit code.
 *
 * @param target the endpoint
 * @param contract what it was held against
 * @param settings with what the run was made
 * @param started when the run began
 * @param duration how long it took
 * @param exchanges how many exchanges were judged
 * @param rules the verdicts, in the order of the catalogue
 * @param leftBehind what could not be removed from the endpoint, and why
 * @param remarks what is to be said of the endpoint or of the run as a whole, such as that every answer was the same
 * @param endedEarly why the run ended before every rule was judged; empty if it did not
 * @param staleBaseline the lines of the baseline that have to go, each with the reason
 */
public record RunResult(
        Target target,
        Contract contract,
        Settings settings,
        Instant started,
        Duration duration,
        int exchanges,
        List<RuleResult> rules,
        List<String> leftBehind,
        List<String> remarks,
        Optional<String> endedEarly,
        List<String> staleBaseline) {
    public RunResult {
        rules = List.copyOf(rules);
        leftBehind = List.copyOf(leftBehind);
        remarks = List.copyOf(remarks);
        staleBaseline = List.copyOf(staleBaseline);
    }

    /**
     * What a run came to that ended before its first rule was judged.
     *
     * @param verdict every rule's
     * @param reason why nothing was judged
     */
    public static RunResult unjudged(
            Target target, Contract contract, Settings settings, List<Rule> rules, Verdict verdict, String reason) {
        List<RuleResult> results = rules.stream()
                .map(rule ->
                        new RuleResult(rule, verdict, settings.setup(), reason, List.of(), Optional.empty(), List.of()))
                .toList();
        return new RunResult(
                target,
                contract,
                settings,
                Instant.now(),
                Duration.ZERO,
                0,
                results,
                List.of(),
                List.of(),
                Optional.of(reason),
                List.of());
    }

    /** This result with other rules' results. */
    public RunResult withRules(List<RuleResult> others) {
        return with(others, remarks, staleBaseline);
    }

    /** This result with more that is to be said of the endpoint or of the run as a whole. */
    public RunResult withRemarks(List<String> more) {
        return with(rules, Stream.concat(remarks.stream(), more.stream()).toList(), staleBaseline);
    }

    /** This result with the lines of the baseline that have to go. */
    public RunResult withStaleBaseline(List<String> lines) {
        return with(rules, remarks, lines);
    }

    /** This result of a run that made nothing, and so can have left nothing. */
    public RunResult withNothingLeft() {
        return new RunResult(
                target,
                contract,
                settings,
                started,
                duration,
                exchanges,
                rules,
                List.of(),
                remarks,
                endedEarly,
                staleBaseline);
    }

    private RunResult with(List<RuleResult> otherRules, List<String> otherRemarks, List<String> otherLines) {
        return new RunResult(
                target,
                contract,
                settings,
                started,
                duration,
                exchanges,
                otherRules,
                leftBehind,
                otherRemarks,
                endedEarly,
                otherLines);
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

    /**
     * Whether a rule fails the run: it is a must rule, or any rule of a strict run, that is broken, not known to be, and
     * not newer than the rule set that the run is held to.
     */
    public boolean fails(RuleResult rule) {
        return rule.isBroken() && rule.known().isEmpty() && settings.failsBy(rule.rule());
    }

    /** How many must and should rules were judged. */
    public long judged() {
        return rules.stream()
                .filter(rule -> rule.rule().level() != Level.MAY)
                .filter(RunResult::isJudged)
                .count();
    }

    /** Whether so many of the must and should rules were judged as the run requires, and one at least. */
    public boolean judgedEnough() {
        List<RuleResult> required = rules.stream()
                .filter(rule -> rule.rule().level() != Level.MAY)
                .filter(rule -> !rule.rule().isNewerThan(settings.ruleSet()))
                .toList();
        long judged = required.stream().filter(RunResult::isJudged).count();
        return judged() > 0 && judged * 100 >= (long) settings.requireJudged() * required.size();
    }

    private static boolean isJudged(RuleResult rule) {
        return List.of(Verdict.PASSED, Verdict.FAILED, Verdict.WARNED).contains(rule.verdict());
    }

    /** The rules with a verdict. */
    public List<RuleResult> with(Verdict verdict) {
        return rules.stream().filter(rule -> rule.verdict() == verdict).toList();
    }
}
