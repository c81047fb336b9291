package io.github.appflowkit.conformance.cli;

import io.github.appflowkit.conformance.steps.Stop;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What SIGINT and SIGTERM do while a run goes on: it ends early, and removes what it made at the endpoint. */
final class Interruption {
    private static final long SECONDS = 30;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    private Interruption(Stop stop, PrintWriter err) {
        hook = new Thread(
                () -> {
                    err.println("appflow-conformance run: interrupted; removing what the run made");
                    stop.because("the run was interrupted");
                    await();
                },
                "interruption");
    }

    static Interruption of(Stop stop, PrintWriter err) {
        Interruption interruption = new Interruption(stop, err);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    private void await() {
        try {
            ended.await(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The run ended, by itself or early: nothing is left to remove. */
    void runEnded() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook is running, and ends now.
        }
    }
}
