package io.github.appflowkit.server.http;

import java.time.Duration;
import java.util.Objects;

/**
 * How much a client may ask of a server.
 *
 * @param maxBody the bytes that a body may have
 * @param maxHeaders the bytes that a request line and headers may have
 * @param maxConnections the connections that are served at a time
 * @param readTimeout how long a body may take to arrive, and nothing of an answer may be taken
 * @param idleTimeout how long a connection may take until its next request is read, in whole seconds
 */
public record Limits(int maxBody, int maxHeaders, int maxConnections, Duration readTimeout, Duration idleTimeout) {
    public Limits {
        Objects.requireNonNull(readTimeout, "readTimeout");
        Objects.requireNonNull(idleTimeout, "idleTimeout");
        require(maxBody > 0, "maxBody", maxBody);
        require(maxHeaders > 0, "maxHeaders", maxHeaders);
        require(maxConnections > 0, "maxConnections", maxConnections);
        require(readTimeout.toMillis() > 0, "readTimeout", readTimeout);
        require(idleTimeout.toSeconds() > 0, "idleTimeout", idleTimeout);
    }

    private static void require(boolean allowed, String name, Object value) {
        if (!allowed) {
            throw new IllegalArgumentException(name + " cannot be " + value);
        }
    }
}
