package io.github.appflowkit.conformance.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/**
 * A member of a request or of an answer.
 *
 * @param name its name
 * @param required whether it must be there
 * @param schema its schema
 */
public record Member(String name, boolean required, JsonNode schema) {
    /** The JSON type: {@code string}, {@code boolean}, … */
    public String type() {
        return schema.path("type").asText();
    }

    /** The greatest length, in code points. */
    public int maxLength() {
        return schema.path("maxLength").asInt();
    }

    /** The pattern that the whole value matches. */
    public Pattern pattern() {
        return Pattern.compile(schema.path("pattern").asText());
    }
}
