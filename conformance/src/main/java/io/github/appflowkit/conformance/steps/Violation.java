package io.github.appflowkit.conformance.steps;

import io.github.appflowkit.conformance.target.Exchange;
import java.util.Optional;

/** A rule is broken: what was expected, what was seen, and the exchange that shows it. */
public final class Violation extends AssertionError {
    private static final long serialVersionUID = 1L;

    private final String expected;
    private final String actual;
    private final transient Exchange exchange;

    /**
     * Creates a violation.
     *
     * @param exchange the exchange that shows it; null if no single one does
     */
    public Violation(String expected, String actual, Exchange exchange) {
        super("expected " + expected + ", but got " + actual);
        this.expected = expected;
        this.actual = actual;
        this.exchange = exchange;
    }

    /**
     * A violation that the first of several wrong answers shows.
     *
     * @param wrong how many answers are wrong
     * @param judged how many answers were looked at
     */
    static Violation ofSeveral(String expected, String actual, Exchange first, int wrong, int judged) {
        String others = wrong == 2 ? "; 1 more is wrong" : "; " + (wrong - 1) + " more are wrong";
        return new Violation(
                expected + (judged == 1 ? "" : ", in each of " + judged + " answers"),
                actual + (wrong == 1 ? "" : others),
                first);
    }

    /** What a right endpoint does. */
    public String expected() {
        return expected;
    }

    /** What this endpoint did. */
    public String actual() {
        return actual;
    }

    /** The exchange that shows it. */
    public Optional<Exchange> exchange() {
        return Optional.ofNullable(exchange);
    }
}
