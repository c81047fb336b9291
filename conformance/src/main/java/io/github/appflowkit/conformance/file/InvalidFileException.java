package io.github.appflowkit.conformance.file;

import java.nio.file.Path;

/** A file that a user gave cannot be used: its message names the file, the place and the reason in one line. */
public final class InvalidFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidFileException(String file, String reason) {
        super(file + ": " + reason.lines().findFirst().orElse("").strip());
    }

    public InvalidFileException(Path file, String reason) {
        this(file.toString(), reason);
    }
}
