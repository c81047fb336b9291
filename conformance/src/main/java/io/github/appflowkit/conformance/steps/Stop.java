package io.github.appflowkit.conformance.steps;

import io.github.appflowkit.conformance.setup.Untestable;
import java.util.Optional;

/** Ends a run early: scenarios that have not begun are not judged, and those that have clean up behind them. */
public final class Stop {
    private volatile String reason;

    /** Ends the run for a reason, such as "the run was interrupted"; the first one counts. */
    public synchronized void because(String why) {
        reason = reason == null ? why : reason;
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
