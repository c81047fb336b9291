package io.github.appflowkit.conformance.steps;

import io.github.appflowkit.conformance.setup.Untestable;
import io.github.appflowkit.conformance.target.Exchange;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Notices that an endpoint has ceased to answer: when three requests in a row got no answer, whichever workers sent them,
 * one probe decides whether the run goes on. Others wait for it.
 */
public final class Patience {
    private static final int IN_A_ROW = 3;

    private final Stop stop;
    private final Duration timeout;
    private final Predicate<Exchange> probe;
    private final AtomicBoolean cleaningIsVain = new AtomicBoolean();
    private int unanswered;
    private int setupsUnanswered;

    /**
     * Creates the patience of a run.
     *
     * @param stop is told when it ends
     * @param timeout how long one answer may take
     * @param probe sends a valid request after an exchange without an answer, and tells whether there is one to it
     */
    public Patience(Stop stop, Duration timeout, Predicate<Exchange> probe) {
        this.stop = stop;
        this.timeout = timeout;
        this.probe = probe;
    }

    /** Patience that never ends, for exchanges that take no time. */
    public static Patience endless(Stop stop) {
        return new Patience(stop, Duration.ofDays(1), exchange -> true);
    }

    /**
     * Goes on while the run is not ended, after a probe that is under way.
     *
     * @throws Untestable if it is ended
     */
    synchronized void check() {
        stop.check();
    }

    /** Counts an exchange that has ended. */
    synchronized void after(Exchange exchange) {
        if (!exchange.isUnanswered()) {
            unanswered = 0;
        } else if (stop.reason().isEmpty() && ++unanswered >= IN_A_ROW) {
            if (probe.test(exchange)) {
                unanswered = 0;
            } else {
                stop.because("the endpoint has ceased to answer: "
                        + exchange.request().method() + " "
                        + exchange.request().target() + " and the requests before it got none ("
                        + exchange.broken().reason() + "), nor did a valid one after them");
            }
        }
    }

    /**
     * Calls the setup, unless it has ceased to answer: three calls in a row failed after the time limit.
     *
     * @throws Untestable if it is not called, or if it refuses
     */
    <T> T setUp(Supplier<T> call) {
        checkSetup();
        long start = System.nanoTime();
        try {
            T given = call.get();
            setUpAnswered(true);
            return given;
        } catch (Untestable refused) {
            setUpAnswered(isWithinLimit(start));
            throw refused;
        }
    }

    private synchronized void checkSetup() {
        stop.check();
        if (setupsUnanswered >= IN_A_ROW) {
            throw new Untestable("the setup has ceased to answer: " + IN_A_ROW
                    + " calls in a row failed after the time limit of " + timeout.toMillis() + " ms");
        }
    }

    private synchronized void setUpAnswered(boolean answered) {
        setupsUnanswered = answered ? 0 : setupsUnanswered + 1;
    }

    /**
     * Cleans up, also when the run is ended; but when one attempt of an ended run failed after the time limit, no other
     * is made.
     *
     * @throws Untestable if it is not done
     */
    void cleanUp(Runnable cleanup) {
        if (cleaningIsVain.get()) {
            throw new Untestable("not removed, for " + stop.reason().orElseThrow());
        }
        long start = System.nanoTime();
        try {
            cleanup.run();
        } catch (Untestable refused) {
            boolean vain = !isWithinLimit(start) && stop.reason().isPresent();
            cleaningIsVain.compareAndSet(false, vain);
            throw refused;
        }
    }

    private boolean isWithinLimit(long start) {
        return System.nanoTime() - start < timeout.toNanos();
    }
}
