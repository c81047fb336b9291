package io.github.appflowkit.conformance.rule;

import java.util.List;

/**
 * What may have led an endpoint to break a rule.
 *
 * @param seen how what came begins where the cause follows from it, such as {@code 200}, {@code 5xx} or {@code 400
 *     ValidationException}, any of them; empty if it follows from whatever came
 * @param text the cause
 */
public record LikelyCause(List<String> seen, String text) {
    public LikelyCause {
        seen = List.copyOf(seen);
    }

    /** Whether it follows only from some of what may come. */
    public boolean isConditional() {
        return !seen.isEmpty();
    }

    /**
     * Whether it follows from what came.
     *
     * @param came a status with the error name, or the reason why there is no whole answer
     */
    public boolean followsFrom(String came) {
        return seen.isEmpty() || seen.stream().anyMatch(start -> came.startsWith(start.replace("xx", "")));
    }

    /** The cause with what it follows from. */
    @Override
    public String toString() {
        return seen.isEmpty() ? text : "on " + String.join(" or ", seen) + ": " + text;
    }
}
