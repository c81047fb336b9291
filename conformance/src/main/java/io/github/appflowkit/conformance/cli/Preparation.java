package io.github.appflowkit.conformance.cli;

import io.github.appflowkit.conformance.target.HttpSender;
import io.github.appflowkit.conformance.verdict.Judge;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Loads what takes a run longest, Cucumber's step classes and REST Assured, in a thread of its own; once a process. */
final class Preparation {
    private static final CompletableFuture<Void> ENDED =
            CompletableFuture.runAsync(Preparation::load, Preparation::inDaemon);

    private Preparation() {}

    /** Begins, unless it is begun. */
    static void begin() {
        // Java initializes the class.
    }

    /**
     * Waits until all is loaded; begins if nobody has.
     *
     * @throws IllegalStateException if it cannot be loaded
     */
    static void await() {
        try {
            ENDED.join();
        } catch (CompletionException failure) {
            Throwable cause = failure;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            throw new IllegalStateException("what it runs with cannot be loaded: " + cause, cause);
        }
    }

    /** One after the other: Cucumber and Groovy open the suite's jar as a file system, and Java lets but one do so. */
    private static void load() {
        Judge.prepare();
        HttpSender.prepare();
    }

    /** No thread of a pool: it has the class loader of its owner, with whom Cucumber finds its parts. */
    private static void inDaemon(Runnable task) {
        Thread thread = new Thread(task, "preparation");
        thread.setDaemon(true);
        thread.start();
    }
}
