package io.github.appflowkit.server.secret;

import java.util.regex.Pattern;

/** Hides secrets wherever values are shown: those of passwords and tokens, and the password within a URL. */
public final class Masking {
    private static final String HIDDEN = "***";

    private static final Pattern SECRET = Pattern.compile("(?i)(password|token|secret)$");
    private static final Pattern IN_URL =
            Pattern.compile("(?i)(?<=://[^/@:]{0,200}:)[^/]+(?=@)|(?<=[?&;][a-z_-]{0,20}(pass[a-z]{0,20}|pwd)=)[^&;]*");

    private Masking() {}

    /** The value as it may be shown; what is no secret is shown as it is. */
    public static String shown(String name, String value) {
        return SECRET.matcher(name).find() ? HIDDEN : shown(value);
    }

    /** The URL as it may be shown. */
    public static String shown(String url) {
        return IN_URL.matcher(url).replaceAll(HIDDEN);
    }
}
