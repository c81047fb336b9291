package io.github.appflowkit.server.store;

/** Thrown when a store cannot be opened; its message is one line for the person who named the store. */
public final class StoreException extends Exception {
    private static final long serialVersionUID = 1;

    public StoreException(StoreSettings store, String reason) {
        super("Cannot open the store %s: %s".formatted(store, store.shown(reason)));
    }
}
