package io.github.appflowkit.conformance.run;

import io.github.appflowkit.conformance.steps.Stop;
import io.github.appflowkit.conformance.verdict.ExitCode;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What SIGINT and SIGTERM do while a run goes on: it ends early, removes what it made, and writes its reports. */
final class Interruption {
    private static final long SECONDS = 30;

    private final Stop stop;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    /**
     * Waits for the process to be ended.
     *
     * @param stop ends the run
     * @param ownProcess whether the process then ends with the suite's exit code, and not with one of its owner's
     */
    Interruption(Stop stop, PrintWriter err, boolean ownProcess) {
        this.stop = stop;
        hook = new Thread(() -> interrupted(err, ownProcess), "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void interrupted(PrintWriter err, boolean ownProcess) {
        err.println("appflow-conformance run: interrupted; removing what the run made");
        stop.now("the run was interrupted");
        try {
            ended.await(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (ownProcess) {
            Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
        }
    }

    /** The run ended, by itself or early, and its reports are written. */
    void runEnded() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook is running, and ends now.
        }
    }
}
