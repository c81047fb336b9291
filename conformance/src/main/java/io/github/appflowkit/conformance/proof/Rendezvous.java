package io.github.appflowkit.conformance.proof;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Where the first of two requests waits for the second. */
final class Rendezvous {
    /** Longer than a busy machine keeps the second request back. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(2);

    private Rendezvous() {}

    /** Waits until they have met, which notifies the lock that the caller holds, or goes on alone. */
    static void await(Object lock, BooleanSupplier met) {
        long end = System.nanoTime() + PATIENCE;
        try {
            for (long left = PATIENCE; !met.getAsBoolean() && left > 0; left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(lock, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
