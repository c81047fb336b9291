package io.github.appflowkit.conformance.proof;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Tells which media types an operation takes and gives. */
final class MediaTypes {

    private static final Set<String> RANGES = Set.of("*/*", "application/*", "application/json");

    private MediaTypes() {}

    /** Whether a body of this Content-Type is taken; parameters do not matter. */
    static boolean isJson(String contentType) {
        return contentType != null && bare(contentType).equals("application/json");
    }

    /** Whether JSON is among what an Accept asks for; the weights do not matter. */
    static boolean acceptsJson(String accept) {
        return accept == null
                || accept.isBlank()
                || Arrays.stream(accept.split(",")).map(MediaTypes::bare).anyMatch(RANGES::contains);
    }

    static String bare(String type) {
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
