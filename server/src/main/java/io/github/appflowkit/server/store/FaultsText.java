package io.github.appflowkit.server.store;

import java.util.Objects;

/**
 * The planned faults of all servers on a store, as it keeps them.
 *
 * @param version how often they were replaced
 * @param text empty as long as nobody planned any
 */
public record FaultsText(long version, String text) {
    /** What an empty store has. */
    public static final FaultsText NONE = new FaultsText(0, "");

    public FaultsText {
        Objects.requireNonNull(text, "text");
    }
}
