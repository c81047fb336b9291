package io.github.appflowkit.server.signature;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came over the wire, without its body; a character stands for a byte, as in ISO 8859-1.
 *
 * @param path the path, as it was encoded
 * @param query the query, as it was encoded; empty if there is none
 * @param headers the values of each header in their order, by its name in lower case
 */
public record RequestHead(String method, String path, String query, Map<String, List<String>> headers) {
    List<String> values(String name) {
        return headers.getOrDefault(name, List.of());
    }

    Optional<String> first(String name) {
        return values(name).stream().findFirst();
    }
}
