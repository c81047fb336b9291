package io.github.appflowkit.server.http.error;

import jakarta.ws.rs.WebApplicationException;

/**
 * Thrown when a request is refused before it is understood, as for a body that is not JSON. Jersey lets it pass as it is,
 * while it would wrap another.
 */
public final class RefusedRequest extends WebApplicationException {
    private static final long serialVersionUID = 1;

    private final ErrorType type;

    public RefusedRequest(ErrorType type, String message) {
        super(message, type.status());
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
