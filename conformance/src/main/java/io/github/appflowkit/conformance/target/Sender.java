package io.github.appflowkit.conformance.target;

/**
 * Sends requests byte for byte as they are given, and gives back what came of them. Never throws for what an endpoint
 * does.
 */
public interface Sender extends AutoCloseable {
    /** Where requests are sent. */
    Target target();

    /** Whether requests are signed, and so name a region. */
    boolean signs();

    /** Whether there are credentials of a second account too. */
    boolean hasSecondAccount();

    /** Sends a request over a connection of its own. */
    Exchange send(Request request);

    /**
     * Sends a request likewise, but with the least that is needed for it: for what a client would mend or refuse to send,
     * and for many requests of a kind.
     */
    Exchange sendRaw(Request request);

    /** Opens a connection that is kept alive from request to request as long as the endpoint keeps it. */
    Connection connect();

    /** Frees what the sender holds. */
    @Override
    void close();

    /** One connection to the endpoint, opened with its first request. */
    interface Connection extends AutoCloseable {
        /** Sends a request as {@link Sender#sendRaw} does, and waits for its answer. */
        Exchange sendRaw(Request request);

        @Override
        void close();
    }
}
