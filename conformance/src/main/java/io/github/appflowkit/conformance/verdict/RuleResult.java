package io.github.appflowkit.conformance.verdict;

import io.github.appflowkit.conformance.rule.Level;
import io.github.appflowkit.conformance.rule.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The verdict on one rule, and what it rests on.
 *
 * @param rule the rule
 * @param verdict what the run says of it
 * @param setup the rung of the setup ladder that served
 * @param reason why there is no judgement, or what was observed; empty otherwise
 * @param scenarios what came of its scenarios, in the order of the feature
 * @param known the baseline's entry for it, if there is one and the rule is broken
 * @param flaky the different verdicts of a repeated run; empty if they were all the same
 */
public record RuleResult(
        Rule rule,
        Verdict verdict,
        String setup,
        String reason,
        List<ScenarioResult> scenarios,
        Optional<KnownFailure> known,
        List<Verdict> flaky) {
    public RuleResult {
        scenarios = List.copyOf(scenarios);
        flaky = List.copyOf(flaky);
    }

    private RuleResult(Rule rule, Verdict verdict, String setup, String reason, List<ScenarioResult> scenarios) {
        this(rule, verdict, setup, reason, scenarios, Optional.empty(), List.of());
    }

    /** This result under another verdict. */
    public RuleResult withVerdict(Verdict other) {
        return new RuleResult(rule, other, setup, reason, scenarios, known, flaky);
    }

    /** This result, known from a baseline. */
    public RuleResult knownAs(KnownFailure entry) {
        return new RuleResult(rule, verdict, setup, reason, scenarios, Optional.of(entry), flaky);
    }

    /** This result, with the different verdicts of a repeated run. */
    public RuleResult withFlaky(List<Verdict> verdicts) {
        return new RuleResult(rule, verdict, setup, reason, scenarios, known, verdicts);
    }

    /** Whether the rule is broken. */
    public boolean isBroken() {
        return verdict == Verdict.FAILED || verdict == Verdict.WARNED;
    }

    /** The verdict on a rule whose operation is not routed. */
    static RuleResult notRouted(Rule rule, String setup, String reason) {
        return new RuleResult(rule, Verdict.NOT_ROUTED, setup, reason, List.of());
    }

    /**
     * The verdict on a rule from its scenarios: an error of the suite outweighs everything, a violation a missing
     * prerequisite, and a missing prerequisite a pass.
     */
    static RuleResult of(Rule rule, String setup, List<ScenarioResult> scenarios) {
        Verdict verdict = verdict(rule, scenarios);
        return new RuleResult(rule, verdict, setup, reason(verdict, scenarios), scenarios);
    }

    private static Verdict verdict(Rule rule, List<ScenarioResult> scenarios) {
        if (scenarios.stream().anyMatch(scenario -> scenario.error().isPresent())) {
            return Verdict.ERROR;
        }
        if (rule.level() == Level.MAY) {
            boolean seen = scenarios.stream()
                    .anyMatch(scenario -> scenario.untestable().isEmpty());
            return seen ? Verdict.OBSERVED : Verdict.UNTESTABLE;
        }
        if (scenarios.stream().anyMatch(scenario -> scenario.violation().isPresent())) {
            return rule.level() == Level.MUST ? Verdict.FAILED : Verdict.WARNED;
        }
        boolean all =
                scenarios.stream().allMatch(scenario -> scenario.untestable().isEmpty());
        return all && !scenarios.isEmpty() ? Verdict.PASSED : Verdict.UNTESTABLE;
    }

    private static String reason(Verdict verdict, List<ScenarioResult> scenarios) {
        Stream<String> reasons = switch (verdict) {
            case UNTESTABLE ->
                scenarios.isEmpty()
                        ? Stream.of("its scenarios need an operation that is not judged in this run")
                        : scenarios.stream().flatMap(scenario -> scenario.untestable().stream());
            case OBSERVED ->
                scenarios.stream()
                        .flatMap(scenario -> Stream.concat(
                                        scenario.observations().stream(),
                                        scenario.violation().map(Throwable::getMessage).stream())
                                .map(seen -> scenario.title() + ": " + seen));
            case ERROR ->
                scenarios.stream()
                        .flatMap(scenario -> scenario.error().stream())
                        .map(Throwable::toString);
            case PASSED, FAILED, WARNED, NOT_ROUTED -> Stream.empty();
        };
        return String.join("; ", reasons.distinct().toList());
    }

    /** The scenarios that break the rule. */
    public List<ScenarioResult> violations() {
        return scenarios.stream()
                .filter(scenario -> scenario.violation().isPresent())
                .toList();
    }
}
