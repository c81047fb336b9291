package io.github.appflowkit.server.control;

import io.github.appflowkit.server.problem.Problem;
import java.time.Duration;
import java.util.Objects;

/**
 * What happens to a call beside what it asks for: first the delay, then the rest.
 *
 * @param error what is answered, without any effect, or null
 */
public record Fault(Duration delay, Problem error, Connection connection) {
    /** What a call loses its connection by. */
    public enum Connection {
        /** It is kept. */
        KEPT,
        /** It is closed without an answer, and without any effect. */
        CUT,
        /** It is closed in the middle of the answer's body. */
        TRUNCATED
    }

    static final Fault NONE = new Fault(Duration.ZERO, null, Connection.KEPT);

    public Fault {
        Objects.requireNonNull(delay, "delay");
        Objects.requireNonNull(connection, "connection");
    }

    public boolean isNone() {
        return equals(NONE);
    }
}
