package io.github.appflowkit.server.http.error;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

/**
 * Thrown when a request is refused before it is understood, as for a body that is not JSON. Jersey lets it pass as it is,
 * while it would wrap another.
 */
public final class RefusedRequest extends WebApplicationException {
    private static final long serialVersionUID = 1;

    /** A mapper makes the answer, by {@link #type}; the exception's own would be made for nothing, each time anew. */
    private static final Response NO_ANSWER =
            Response.status(Response.Status.BAD_REQUEST).build();

    private final ErrorType type;

    public RefusedRequest(ErrorType type, String message) {
        super(message, NO_ANSWER);
        this.type = type;
    }

    public ErrorType type() {
        return type;
    }

    /** An ordinary outcome, whose stack trace nobody reads. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
