package io.github.appflowkit.conformance.steps;

import io.github.appflowkit.conformance.setup.Untestable;
import io.github.appflowkit.conformance.target.Exchange;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Ends a run early: scenarios that have not begun are not judged, and those that have clean up behind them. */
public final class Stop {
    private static final int TIMEOUTS = 3;

    private final AtomicInteger timeoutsInARow = new AtomicInteger();
    private volatile String reason;

    /** Ends the run for a reason, such as "the run was interrupted"; the first one counts. */
    public void because(String why) {
        reason = reason == null ? why : reason;
    }

    /** Why the run is ended, if it is. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** Ends the run when an endpoint has ceased to answer. */
    void afterTimeoutsIn(Exchange exchange) {
        boolean timedOut = exchange.whole().isEmpty() && exchange.broken().timedOut();
        if (!timedOut) {
            timeoutsInARow.set(0);
        } else if (timeoutsInARow.incrementAndGet() >= TIMEOUTS) {
            because("the endpoint has ceased to answer: " + TIMEOUTS + " requests in a row ran into the time limit");
        }
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
