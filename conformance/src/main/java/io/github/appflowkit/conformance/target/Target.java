package io.github.appflowkit.conformance.target;

import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Where and how the endpoint is reached.
 *
 * @param endpoint its URL, without a trailing slash
 * @param region the region of the credential scope, unless a request says otherwise
 * @param timeout how long one answer may take
 */
public record Target(URI endpoint, String region, Duration timeout) {
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,40}");

    /** Allows an endpoint with or without a trailing slash. */
    public Target {
        String text = endpoint.toString();
        endpoint = text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : endpoint;
    }

    /** Whether a text may be the name of a region. */
    public static boolean isRegion(String text) {
        return REGION.matcher(text).matches();
    }
}
