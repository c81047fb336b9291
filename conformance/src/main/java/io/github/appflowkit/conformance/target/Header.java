package io.github.appflowkit.conformance.target;

import java.util.Locale;
import java.util.Set;

/**
 * A header field of a request or of an answer, as it was sent.
 *
 * @param name its name
 * @param value its value
 */
public record Header(String name, String value) {
    /** What stands in the place of a secret. */
    public static final String MASK = "***";

    /** The names, in lower case, of the headers whose values prove who sent them. */
    public static final Set<String> SECRETS =
            Set.of("authorization", "proxy-authorization", "x-amz-security-token", "cookie", "set-cookie");

    /** Whether its value proves who sent it, and is shown to nobody. */
    public boolean isSecret() {
        return SECRETS.contains(name.toLowerCase(Locale.ROOT));
    }

    /** This header as it may be shown and kept. */
    public Header masked() {
        return isSecret() ? new Header(name, MASK) : this;
    }

    @Override
    public String toString() {
        return name + ": " + value;
    }
}
