package io.github.appflowkit.server.store;

import io.github.appflowkit.server.secret.Masking;
import java.util.Objects;

/**
 * Where a server keeps its state.
 *
 * @param url "memory", or the JDBC URL of a database
 * @param user the database's user, or null if the URL names it or none is needed
 * @param password the user's password, or null
 */
public record StoreSettings(String url, String user, String password) {
    public static final StoreSettings MEMORY = new StoreSettings("memory", null, null);

    public StoreSettings {
        Objects.requireNonNull(url, "url");
        if (!url.equals("memory") && !url.matches("(?s)jdbc:h2:file:[^;].*|jdbc:postgresql:.+")) {
            throw new IllegalArgumentException(("'%s' is not a store; memory, jdbc:h2:file:PATH and"
                            + " jdbc:postgresql://HOST/DATABASE are allowed")
                    .formatted(Masking.shown(url)));
        }
        if (url.matches("(?s)jdbc:postgresql://[^/?]*@.*")) {
            throw new IllegalArgumentException(
                    "'%s' has a user; name it by --store-user instead, and its password by --store-password"
                            .formatted(Masking.shown(url)));
        }
        if (url.equals("memory") && (user != null || password != null)) {
            throw new IllegalArgumentException(
                    "A --store-user or --store-password is for a --store that is a database, and not for memory");
        }
    }

    public boolean inMemory() {
        return url.equals(MEMORY.url);
    }

    /** The URL as it may be shown: without the password that it may have. */
    public String shownUrl() {
        return Masking.shown(url);
    }

    /** The text of another program, about this URL, as it may be shown. */
    public String shown(String text) {
        String shown = text.replace(url, shownUrl());
        return password == null || password.isEmpty() ? shown : shown.replace(password, "***");
    }

    @Override
    public String toString() {
        return shownUrl();
    }
}
