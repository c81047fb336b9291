package io.github.appflowkit.conformance.proof;

import java.util.function.BiConsumer;

/** Lets two requests at the same time meet where they store what they changed, and loses what the second stores. */
final class LostUpdate<T> implements BiConsumer<World, T> {
    private final BiConsumer<World, T> store;

    /** Stands for the request that waits; null if none does. */
    private Object waiting;

    LostUpdate(BiConsumer<World, T> store) {
        this.store = store;
    }

    /** Called by whoever holds the world's lock, which is free while the first waits. */
    @Override
    public void accept(World world, T changed) {
        if (waiting != null) {
            waiting = null;
            world.notifyAll();
            return;
        }
        Object self = new Object();
        waiting = self;
        Rendezvous.await(world, () -> waiting != self);
        if (waiting == self) {
            waiting = null;
        }
        store.accept(world, changed);
    }
}
