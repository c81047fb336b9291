package io.github.appflowkit.conformance.trace;

import java.util.List;

/** Fails the build with what lacks its other end, before the minutes that tests take. */
public final class BuildTrace {
    private BuildTrace() {}

    /**
     * Traces the suite's own contract.
     *
     * @throws IllegalStateException if an element, a rule, a fault or a test lacks its other end
     */
    public static void main(String... args) {
        check(Trace.load());
    }

    static void check(Trace trace) {
        List<String> dangling = trace.dangling();
        if (!dangling.isEmpty()) {
            dangling.forEach(System.out::println);
            throw new IllegalStateException(dangling.get(0) + " (the first of " + dangling.size()
                    + ", see above; -Dtrace.skip builds nevertheless)");
        }
    }
}
