package io.github.appflowkit.conformance.steps;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import io.github.appflowkit.conformance.rule.Operation;
import java.io.IOException;
import java.util.Locale;

/** Tells whether a request's body can be read: a JSON object whose members have the contract's types. */
final class Readable {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Readable() {}

    static boolean by(Operation operation, byte[] body) {
        if (body == null || body.length == 0) {
            return true;
        }
        try {
            JsonNode root = STRICT.readTree(body);
            return root.isObject()
                    && operation.input().stream().allMatch(member -> hasType(root.path(member.name()), member.type()));
        } catch (IOException notJson) {
            return false;
        }
    }

    private static boolean hasType(JsonNode value, String type) {
        return value.isMissingNode()
                || value.isNull()
                || value.getNodeType() == JsonNodeType.valueOf(type.toUpperCase(Locale.ROOT));
    }
}
