package io.github.appflowkit.conformance.junit;

import java.util.List;

/**
 * What a run found.
 *
 * @param exitCode what the command line would have ended with: 0 conformant, 1 not conformant, 3 not reached or not
 *     served, 4 nothing or too little was judged, 5 a line of the baseline has to go, 6 the suite itself failed
 * @param rules the verdicts, in the order of the catalogue; none if the endpoint was not reached
 * @param console what the command line would have printed
 */
public record ConformanceResult(int exitCode, List<RuleVerdict> rules, String console) {
    public ConformanceResult {
        rules = List.copyOf(rules);
    }

    /** Whether every rule that could be judged holds, and enough could be judged. */
    public boolean isConformant() {
        return exitCode == 0;
    }

    /**
     * Asserts that the endpoint conforms.
     *
     * @throws AssertionError if it does not, or nothing can be said of it; its message is what the command line prints
     */
    public void assertConformant() {
        if (!isConformant()) {
            throw new AssertionError("The endpoint does not conform (exit code " + exitCode + "):\n" + console);
        }
    }
}
