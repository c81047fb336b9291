package io.github.appflowkit.conformance.junit;

/**
 * The verdict on one rule.
 *
 * @param id the rule's id, such as {@code stop-flow.on-demand-refused}
 * @param feature what the rule is about: an operation, or the wire
 * @param sentence what the rule says
 * @param level {@code must}, {@code should} or {@code may}
 * @param verdict what the run says of it
 * @param fails whether it fails the run: a broken {@code must} rule does, with {@code --strict} a broken {@code should}
 *     rule too, unless a baseline knows of it; an error of the suite does
 * @param reason why there is no judgement, or what was observed; empty otherwise
 * @param failure all that is needed to mend the endpoint: expected, actual, the exchange and a curl line that repeats
 *     it; empty unless the rule fails the run
 */
public record RuleVerdict(
        String id,
        String feature,
        String sentence,
        String level,
        Verdict verdict,
        boolean fails,
        String reason,
        String failure) {}
