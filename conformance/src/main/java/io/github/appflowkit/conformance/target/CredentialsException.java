package io.github.appflowkit.conformance.target;

/** Credentials that were asked for cannot be had; the message says which and why, in one line. */
public final class CredentialsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CredentialsException(String message) {
        super(message);
    }
}
