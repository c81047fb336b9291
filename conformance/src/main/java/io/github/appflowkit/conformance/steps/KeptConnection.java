package io.github.appflowkit.conformance.steps;

import io.github.appflowkit.conformance.target.Exchange;
import io.github.appflowkit.conformance.target.Request;
import io.github.appflowkit.conformance.target.Sender;

/**
 * A connection that is kept alive for many requests, which takes less time than one for each. Whatever it spoils is sent
 * again over one of its own, and so is all that follows: whether connections stay good is judged elsewhere.
 */
final class KeptConnection implements AutoCloseable {
    /** After so many it is opened anew, for an endpoint may serve one connection at a time. */
    private static final int MOST_REQUESTS = 25;

    private final Sender sender;
    private Sender.Connection connection;
    private int requests;
    private boolean isSpoilt;

    KeptConnection(Sender sender) {
        this.sender = sender;
        connection = sender.connect();
    }

    Exchange sendRaw(Request request) {
        if (isSpoilt || requests == MOST_REQUESTS) {
            renew();
        }
        requests++;
        Exchange exchange = connection.sendRaw(request);
        isSpoilt |= requests > 1 && exchange.whole().isEmpty();
        return isSpoilt && requests > 1 ? sendRaw(request) : exchange;
    }

    private void renew() {
        connection.close();
        connection = sender.connect();
        requests = 0;
    }

    @Override
    public void close() {
        connection.close();
    }
}
