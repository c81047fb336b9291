package io.github.appflowkit.server.http.error;

/** Thrown when a request is refused before it is understood, as for a body that is not JSON. */
public final class RefusedRequest extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ErrorType type;

    public RefusedRequest(ErrorType type, String message) {
        super(message, null, false, false);
        this.type = type;
    }

    public ErrorType type() {
        return type;
    }
}
