package io.github.appflowkit.conformance.steps;

import io.github.appflowkit.conformance.setup.Untestable;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Ends a run early: scenarios that have not begun are not judged, and those that have clean up behind them. */
public final class Stop {
    private final CompletableFuture<Void> now = new CompletableFuture<>();
    private volatile String reason;

    /** Ends the run for a reason, such as "the run was interrupted"; the first one counts. */
    public synchronized void because(String why) {
        reason = reason == null ? why : reason;
    }

    /** Ends the run likewise, and does not wait for the requests that are under way. */
    public void now(String why) {
        because(why);
        now.complete(null);
    }

    /** Completes when requests that are under way are no longer waited for. */
    CompletableFuture<Void> now() {
        return now;
    }

    /** Why the run is ended, if it is. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /**
     * Goes on while the run is not ended.
     *
     * @throws Untestable if it is
     */
    void check() {
        if (reason != null) {
            throw new Untestable(reason);
        }
    }
}
