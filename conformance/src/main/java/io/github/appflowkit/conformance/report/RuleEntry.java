package io.github.appflowkit.conformance.report;

import io.github.appflowkit.conformance.rule.Evidence;
import io.github.appflowkit.conformance.rule.Level;
import io.github.appflowkit.conformance.verdict.Verdict;
import java.util.List;

/**
 * A rule and the verdict on it, as reports show them.
 *
 * @param id the rule's id
 * @param sentence what holds on a right endpoint
 * @param level how binding it is
 * @param evidence what it rests on
 * @param since the version of the rule set that it came with
 * @param source where the evidence stands
 * @param feature the operation that it speaks of, or Wire for both
 * @param everyAnswer whether it is judged on every answer of the run, and not on those to requests of its own
 * @param faults the mistakes that the suite is proved to notice by the rule, in words
 * @param verdict what the run says of it
 * @param fails whether it fails the run
 * @param setup the rung of the setup ladder that served
 * @param scenarios how many scenarios were judged
 * @param exchanges how many exchanges they made
 * @param seconds how long they took
 * @param reason why there is no judgement, or what was observed; null for neither
 * @param likelyCause what most likely led to the first violation; null where nothing follows from what was seen
 * @param known the baseline's entry, if the rule is known to be broken; else null
 * @param flaky the different verdicts of a repeated run; empty if they were all the same
 * @param violations how the rule is broken, one a scenario
 */
public record RuleEntry(
        String id,
        String sentence,
        Level level,
        Evidence evidence,
        String since,
        String source,
        String feature,
        boolean everyAnswer,
        List<String> faults,
        Verdict verdict,
        boolean fails,
        String setup,
        int scenarios,
        int exchanges,
        double seconds,
        String reason,
        String likelyCause,
        Known known,
        List<Verdict> flaky,
        List<ViolationEntry> violations) {
    public RuleEntry {
        // Reports of before know of none.
        faults = faults == null ? List.of() : List.copyOf(faults);
        flaky = List.copyOf(flaky);
        violations = List.copyOf(violations);
    }

    /**
     * Why a baseline accepts that the rule is broken.
     *
     * @param issue a link to where it is worked on; null for none
     * @param until the last day on which it is accepted, in ISO 8601; null for no end
     */
    public record Known(String reason, String issue, String until) {
        /** The entry in one line. */
        @Override
        public String toString() {
            return reason + (issue == null ? "" : ", " + issue) + (until == null ? "" : ", until " + until);
        }
    }

    /** Whether the rule is broken. */
    boolean isBroken() {
        return verdict == Verdict.FAILED || verdict == Verdict.WARNED;
    }
}
