package io.github.appflowkit.conformance.cli;

import io.github.appflowkit.conformance.target.HttpSender;
import io.github.appflowkit.conformance.verdict.Judge;
import java.util.concurrent.CompletableFuture;

/** Loads what takes a run longest, Cucumber's step classes and REST Assured, while its options are read; once a process. */
final class Preparation {
    /** One after the other: both open the suite's jar, and Java lets nobody open a jar that another has open. */
    private static final CompletableFuture<Void> ENDED =
            CompletableFuture.runAsync(Judge::prepare).thenRun(HttpSender::prepare);

    private Preparation() {}

    /** Begins, unless it is begun. */
    static void begin() {
        // Java initializes the class.
    }

    /** Waits until all is loaded. */
    static void await() {
        ENDED.join();
    }
}
