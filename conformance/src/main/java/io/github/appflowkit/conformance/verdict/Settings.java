package io.github.appflowkit.conformance.verdict;

/**
 * With what a run was made, for reports and for whoever repeats it.
 *
 * @param setup the rung of the setup ladder
 * @param seed the seed of the names
 * @param workers how many scenarios ran at one time
 * @param signed whether requests were signed
 * @param strict whether breaking a should rule fails the run
 * @param ruleSet the version of the rule set whose rules can fail the run, such as {@code 1.0}
 */
public record Settings(String setup, long seed, int workers, boolean signed, boolean strict, String ruleSet) {}
