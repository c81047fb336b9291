package io.github.appflowkit.server;

/** Thrown when a server cannot start; its message is one line for the person who started it. */
public final class StartException extends Exception {
    private static final long serialVersionUID = 1;

    StartException(String message) {
        super(message);
    }
}
