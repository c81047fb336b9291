package io.github.appflowkit.conformance.setup;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * Reads the JSON of a request, with its members as they go over the wire, into the AWS SDK's own type. The SDK's
 * description of each type says which members there are, so that one that it does not know is found before it is sent.
 */
final class SdkRequestReader {
    private SdkRequestReader() {}

    /**
     * Fills a builder.
     *
     * @throws IllegalArgumentException if the JSON does not fit; the message begins with the place
     */
    static <B extends SdkPojo> B read(JsonNode json, B builder) {
        fill(json, builder, "");
        return builder;
    }

    private static void fill(JsonNode json, SdkPojo builder, String place) {
        require(json.isObject(), place, "an object is needed");
        for (Map.Entry<String, JsonNode> member : json.properties()) {
            SdkField<?> field = field(builder, member.getKey())
                    .orElseThrow(() -> wrong(
                            place + "/" + member.getKey(),
                            "there is no such member; the known ones are "
                                    + builder.sdkFields().stream()
                                            .map(SdkField::locationName)
                                            .collect(Collectors.joining(", "))));
            field.set(builder, value(member.getValue(), field, place + "/" + member.getKey()));
        }
    }

    private static Optional<SdkField<?>> field(SdkPojo builder, String name) {
        return builder.sdkFields().stream()
                .filter(field -> field.locationName().equals(name))
                .findFirst();
    }

    private static Object value(JsonNode json, SdkField<?> field, String place) {
        MarshallingType<?> type = field.marshallingType();
        if (type == MarshallingType.SDK_POJO) {
            SdkPojo nested = field.constructor().get();
            fill(json, nested, place);
            return ((Buildable) nested).build();
        }
        if (type == MarshallingType.LIST) {
            return list(json, field.getRequiredTrait(ListTrait.class).memberFieldInfo(), place);
        }
        if (type == MarshallingType.MAP) {
            return map(json, field.getRequiredTrait(MapTrait.class).valueFieldInfo(), place);
        }
        return scalar(json, type, place);
    }

    private static List<Object> list(JsonNode json, SdkField<?> element, String place) {
        require(json.isArray(), place, "an array is needed");
        List<Object> values = new ArrayList<>();
        for (JsonNode each : json) {
            values.add(value(each, element, place + "/" + values.size()));
        }
        return values;
    }

    private static Map<String, Object> map(JsonNode json, SdkField<?> element, String place) {
        require(json.isObject(), place, "an object is needed");
        Map<String, Object> values = new LinkedHashMap<>();
        json.properties()
                .forEach(each ->
                        values.put(each.getKey(), value(each.getValue(), element, place + "/" + each.getKey())));
        return values;
    }

    private static Object scalar(JsonNode json, MarshallingType<?> type, String place) {
        if (type == MarshallingType.STRING) {
            require(json.isTextual(), place, "a string is needed");
            return json.textValue();
        }
        if (type == MarshallingType.BOOLEAN) {
            require(json.isBoolean(), place, "true or false is needed");
            return json.booleanValue();
        }
        if (type == MarshallingType.INTEGER) {
            require(json.isInt(), place, "a whole number is needed");
            return json.intValue();
        }
        if (type == MarshallingType.LONG) {
            require(json.isIntegralNumber(), place, "a whole number is needed");
            return json.longValue();
        }
        if (type == MarshallingType.INSTANT) {
            return instant(json, place);
        }
        throw wrong(place, "values of this member's type are not supported in a template");
    }

    private static Instant instant(JsonNode json, String place) {
        try {
            return json.isNumber() ? Instant.ofEpochSecond(json.longValue()) : Instant.parse(json.asText());
        } catch (DateTimeParseException e) {
            throw wrong(place, "a time such as 2030-01-01T00:00:00Z, or its seconds, is needed");
        }
    }

    private static void require(boolean holds, String place, String otherwise) {
        if (!holds) {
            throw wrong(place, otherwise);
        }
    }

    private static IllegalArgumentException wrong(String place, String what) {
        return new IllegalArgumentException((place.isEmpty() ? "" : place + ": ") + what);
    }
}
