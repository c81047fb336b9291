package io.github.appflowkit.conformance.junit;

import java.util.Arrays;

/** What a run says of one rule. */
public enum Verdict {
    /** The endpoint follows the rule. */
    PASSED("passed"),
    /** The endpoint breaks a {@code must} rule. */
    FAILED("failed"),
    /** The endpoint breaks a {@code should} rule. */
    WARNED("warned"),
    /** A prerequisite is missing, so that nothing can be said. */
    UNTESTABLE("untestable"),
    /** The path of the operation is not served as the operation. */
    NOT_ROUTED("notRouted"),
    /** A {@code may} rule: what was seen is recorded. */
    OBSERVED("observed"),
    /** The suite itself failed. */
    ERROR("error");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    /** The verdict as the suite's reports spell it. */
    public String label() {
        return label;
    }

    static Verdict of(String label) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.label.equals(label))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("the suite knows a verdict that is unknown here: " + label));
    }
}
