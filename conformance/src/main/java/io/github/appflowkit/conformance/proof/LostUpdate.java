package io.github.appflowkit.conformance.proof;

import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** Lets two requests at one time meet where they store what they changed, and loses what the second of them stores. */
final class LostUpdate<T> implements BiConsumer<World, T> {
    /** Longer than a busy machine keeps the second request back. */
    private static final long RENDEZVOUS = TimeUnit.SECONDS.toNanos(2);

    private final BiConsumer<World, T> store;
    private boolean waiting;

    LostUpdate(BiConsumer<World, T> store) {
        this.store = store;
    }

    /** Is called by who has locked the world; others get at it while the first waits. */
    @Override
    public void accept(World world, T changed) {
        if (waiting) {
            waiting = false;
            world.notifyAll();
            return;
        }
        waiting = true;
        awaitSecond(world);
        waiting = false;
        store.accept(world, changed);
    }

    private void awaitSecond(World world) {
        long end = System.nanoTime() + RENDEZVOUS;
        try {
            for (long left = RENDEZVOUS; waiting && left > 0; left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(world, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
