package io.github.appflowkit.conformance.run;

import io.github.appflowkit.conformance.verdict.ScenarioResult;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;

/** Tells on the error stream how far a run is: one line that moves on a terminal, else one every two seconds. */
final class Progress implements AutoCloseable {
    private static final long QUIET = TimeUnit.SECONDS.toNanos(2);

    private final PrintWriter err;
    private final boolean terminal;
    private final int total;
    private long told = System.nanoTime();
    private int scenarios;
    private int broken;

    /**
     * Creates the progress of a run.
     *
     * @param terminal whether the line may move
     * @param total how many scenarios there are
     */
    Progress(PrintWriter err, boolean terminal, int total) {
        this.err = err;
        this.terminal = terminal;
        this.total = total;
    }

    void ended(ScenarioResult scenario) {
        scenarios++;
        broken += scenario.violation().isPresent() ? 1 : 0;
        boolean due = System.nanoTime() - told > QUIET;
        if (terminal) {
            err.print("\r" + line());
            err.flush();
        } else if (due) {
            told = System.nanoTime();
            err.println(line());
        }
    }

    private String line() {
        return scenarios + " of " + total + " scenarios" + (broken == 0 ? "" : ", " + broken + " broken");
    }

    @Override
    public void close() {
        if (terminal) {
            err.print("\r" + " ".repeat(line().length()) + "\r");
            err.flush();
        }
    }
}
