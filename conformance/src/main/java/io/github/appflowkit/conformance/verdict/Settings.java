package io.github.appflowkit.conformance.verdict;

import io.github.appflowkit.conformance.rule.Level;
import io.github.appflowkit.conformance.rule.Rule;

/**
 * With what a run was made, for reports and for whoever repeats it.
 *
 * @param setup the rung of the setup ladder
 * @param seed the seed of the names
 * @param workers how many scenarios ran at one time
 * @param signed whether requests were signed
 * @param strict whether breaking a should rule fails the run
 * @param ruleSet the version of the rule set whose rules can fail the run, such as {@code 1.0}
 * @param requireJudged which share of the must and should rules has to be judged, in percent
 */
public record Settings(
        String setup, long seed, int workers, boolean signed, boolean strict, String ruleSet, int requireJudged) {
    /** Settings of a run for which one judged rule is enough. */
    public Settings(String setup, long seed, int workers, boolean signed, boolean strict, String ruleSet) {
        this(setup, seed, workers, signed, strict, ruleSet, 0);
    }

    /** Whether breaking this rule fails the run, unless a baseline knows of it. */
    public boolean failsBy(Rule rule) {
        boolean judged = rule.level() == Level.MUST || strict && rule.level() == Level.SHOULD;
        return judged && !rule.isNewerThan(ruleSet);
    }
}
