package io.github.appflowkit.server.tls;

import java.nio.file.Path;

/** Thrown when a keystore cannot be used; its message is one line that names the file and the reason. */
public final class KeystoreException extends Exception {
    private static final long serialVersionUID = 1;

    KeystoreException(Path file, String reason) {
        super("TLS keystore %s: %s".formatted(file, reason));
    }
}
