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
