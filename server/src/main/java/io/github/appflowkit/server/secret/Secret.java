package io.github.appflowkit.server.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;

/** A password, key or token, which no log, message or comparison's duration gives away. */
public final class Secret {
    private final String text;

    public Secret(String text) {
        this.text = Objects.requireNonNull(text, "text");
    }

    /** The secret itself, for those that compute with it. */
    public String reveal() {
        return text;
    }

    /** Whether a text is the secret; how long that takes depends on the text alone. */
    public boolean matches(String other) {
        return MessageDigest.isEqual(text.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "***";
    }
}
