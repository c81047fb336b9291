package io.github.appflowkit.conformance.proof;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;

/** Reads JSON as strictly as the contract asks, and makes JSON objects. */
final class Json {

    private static final JsonMapper STRICT = strict();

    private Json() {}

    static JsonMapper strict() {
        return JsonMapper.builder(new JsonFactory())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** The object that a text of ours is. */
    static ObjectNode object(String text) {
        try {
            return (ObjectNode) STRICT.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** The object that a request sends, the empty one for an empty body. */
    static ObjectNode read(JsonMapper json, byte[] body) {
        if (body.length == 0) {
            return object();
        }
        JsonNode root = parse(json, body);
        if (root instanceof ObjectNode object) {
            return object;
        }
        throw Refusal.unreadable("The body is not a JSON object.");
    }

    /** The JSON document that the bytes are, of whatever kind. */
    static JsonNode parse(JsonMapper json, byte[] body) {
        if (body.length > 2 && Arrays.equals(body, 0, 3, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, 0, 3)) {
            throw Refusal.unreadable("The body begins with a byte order mark.");
        }
        try {
            return json.readTree(body);
        } catch (java.io.IOException e) {
            throw Refusal.unreadable("The body is not JSON.");
        }
    }
}
