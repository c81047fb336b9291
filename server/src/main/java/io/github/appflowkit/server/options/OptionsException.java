package io.github.appflowkit.server.options;

/** Thrown when a file of options cannot be used; its message is one line that names the place and the reason. */
public final class OptionsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    OptionsException(String message) {
        super(message);
    }
}
