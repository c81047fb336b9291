package io.github.appflowkit.server.http.state;

import java.nio.file.Path;

/**
 * Thrown when a file that was given at start cannot be used; its message is one line that names the file, the place
 * and the reason.
 */
public final class FormFileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param file which file it is, as {@code State file} */
    FormFileException(String file, Path path, String reason) {
        super("%s %s: %s".formatted(file, path, reason.replaceAll("\\s+", " ").trim()));
    }
}
