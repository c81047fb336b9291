package io.github.appflowkit.conformance.steps;

import io.github.appflowkit.conformance.setup.Untestable;
import io.github.appflowkit.conformance.target.Exchange;
import java.time.Duration;
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
    private final Predicate<String> probe;
    private int unanswered;
    private int setupsUnanswered;
    private boolean cleaningIsVain;

    /**
     * Creates the patience of a run.
     *
     * @param stop is told when it ends
     * @param timeout how long one answer may take
     * @param probe sends a valid request, to the operation of a path if there is one, and tells whether it is answered
     */
    public Patience(Stop stop, Duration timeout, Predicate<String> probe) {
        this.stop = stop;
        this.timeout = timeout;
        this.probe = probe;
    }

    /** Patience that never ends, for exchanges that take no time. */
    public static Patience endless(Stop stop) {
        return new Patience(stop, Duration.ofDays(1), path -> true);
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
        if (exchange.isUnanswered()) {
            String path = exchange.request().target();
            count(
                    path,
                    exchange.request().method() + " " + path,
                    exchange.broken().reason());
        } else {
            unanswered = 0;
        }
    }

    private void count(String path, String what, String reason) {
        unanswered++;
        if (unanswered < IN_A_ROW || stop.reason().isPresent()) {
            return;
        }
        if (probe.test(path)) {
            unanswered = 0;
        } else {
            stop.because("the endpoint has ceased to answer: " + what + " and the requests before it got none ("
                    + reason + "), nor did a valid one after them");
        }
    }

    /**
     * Calls the setup, unless it has ceased to answer: three calls in a row failed after the time limit, which count as
     * unanswered requests too.
     *
     * @throws Untestable if it is not called, or if it refuses
     */
    <T> T setUp(Supplier<T> call) {
        checkSetup();
        long start = System.nanoTime();
        try {
            T given = call.get();
            afterSetUp(true);
            return given;
        } catch (Untestable refused) {
            afterSetUp(isWithinLimit(start));
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

    private synchronized void afterSetUp(boolean answered) {
        setupsUnanswered = answered ? 0 : setupsUnanswered + 1;
        if (!answered) {
            countSetup();
        }
    }

    private void countSetup() {
        count("", "a call of the setup", "nothing within the time limit of " + timeout.toMillis() + " ms");
    }

    /**
     * Cleans up, also when the run is ended; but when one attempt of an ended run failed after the time limit, no other
     * is made.
     *
     * @throws Untestable if it is not done
     */
    void cleanUp(Runnable cleanup) {
        checkCleaning();
        long start = System.nanoTime();
        try {
            cleanup.run();
        } catch (Untestable refused) {
            if (!isWithinLimit(start)) {
                cleanedInVain();
            }
            throw refused;
        }
    }

    private synchronized void checkCleaning() {
        if (cleaningIsVain) {
            throw new Untestable("not removed, for " + stop.reason().orElseThrow());
        }
    }

    private synchronized void cleanedInVain() {
        countSetup();
        cleaningIsVain = stop.reason().isPresent();
    }

    private boolean isWithinLimit(long start) {
        return System.nanoTime() - start < timeout.toNanos();
    }
}
