package io.github.appflowkit.server.http.state;

import java.nio.file.Path;

/** Thrown when a state file cannot be used; its message is one line that names the file, the place and the reason. */
public final class StateFileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StateFileException(Path file, String reason) {
        super("State file %s: %s".formatted(file, reason.replaceAll("\\s+", " ").trim()));
    }
}
