package io.github.appflowkit.openapi.document;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An operation of a document.
 *
 * @param path the path that it is served at
 * @param part what the document says of it
 */
public record OperationPart(String path, Part part) {
    /** The members of a path that are operations. */
    public static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    /** The header that bears the name of an error. */
    public static final String ERROR_TYPE = "X-Amzn-Errortype";

    /** Its id, such as {@code StopFlow}. */
    public String id() {
        return part.textOf("operationId");
    }

    /** Its HTTP method. */
    public String method() {
        return part.name().toUpperCase(Locale.ROOT);
    }

    /** The JSON body of the request or of a response. */
    public static Optional<Part> json(Part owner) {
        return owner.at("content", "application/json");
    }
}
