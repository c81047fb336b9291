package io.github.appflowkit.conformance.cli;

import io.github.appflowkit.conformance.steps.Stop;
import io.github.appflowkit.conformance.verdict.ExitCode;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What SIGINT and SIGTERM do while a run goes on: it ends early, removes what it made, and writes its reports. */
final class Interruption {
    private static final long SECONDS = 30;

    private final Stop stop = new Stop();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    Interruption(PrintWriter err) {
        hook = new Thread(() -> interrupted(err), "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** What ends the run early. */
    Stop stop() {
        return stop;
    }

    private void interrupted(PrintWriter err) {
        err.println("appflow-conformance run: interrupted; removing what the run made");
        stop.because("the run was interrupted");
        try {
            ended.await(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
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
