package io.github.appflowkit.server.http.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Arrays;
import java.util.Collection;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Says in a person's terms why a text is not of the type that was expected; Jackson's own words name Java classes. */
public final class BindingFailure {
    /** How YAML's reader points at a place, in several lines. */
    private static final Pattern YAML_MARK =
            Pattern.compile("\\s+in 'reader', line (\\d+), column (\\d+):.*?\\^", Pattern.DOTALL);

    /** How Jackson tells what stands where a name should: by the reader's own class. */
    private static final Pattern YAML_EVENT = Pattern.compile(", got this instead: <.*", Pattern.DOTALL);

    /** How Jackson points at another place, with a word about its own settings. */
    private static final Pattern JSON_MARK = Pattern.compile("\\[Source: [^;]*; (line: \\d+, column: \\d+)]");

    private BindingFailure() {}

    /** What is wrong, and with which value, as {@code 'flows[2].trigger' must be a string}. */
    public static String description(JsonProcessingException failure) {
        if (origin(failure) instanceof JsonMappingException binding) {
            String path = path(binding);
            return (path.isEmpty() ? "the document " : "'" + path + "' ") + reason(binding);
        }
        String reason = YAML_EVENT.matcher(origin(failure).getOriginalMessage()).replaceAll("");
        return YAML_MARK.matcher(JSON_MARK.matcher(reason).replaceAll("$1")).replaceAll(" (line $1, column $2)");
    }

    /** What is wrong, and where; YAML's reader says where itself. */
    public static String locatedDescription(JsonProcessingException failure) {
        boolean located = YAML_MARK.matcher(failure.getOriginalMessage()).find();
        return (located ? "" : place(failure) + ": ") + description(failure);
    }

    /** The same, but without a word of the document where that is not well-formed: it may be part of a secret. */
    public static String discreetDescription(JsonProcessingException failure) {
        return origin(failure) instanceof JsonMappingException
                ? locatedDescription(failure)
                : place(failure) + ": the document is not well-formed";
    }

    /** The failure itself: one of syntax comes wrapped, if it is within a value. */
    private static JsonProcessingException origin(JsonProcessingException failure) {
        return failure.getCause() instanceof StreamReadException syntax ? syntax : failure;
    }

    /** Where in the document the failure is, as {@code flows[2].trigger}; empty for the whole of it. */
    private static String path(JsonMappingException failure) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : failure.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    public static String place(JsonProcessingException failure) {
        JsonLocation location = origin(failure).getLocation();
        return location == null ? "" : "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    /** What the value had to be, as {@code must be a string}. */
    private static String reason(JsonMappingException failure) {
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return "is not known; known are " + new TreeSet<>(unknown.getKnownPropertyIds());
        }
        if (failure instanceof ValueInstantiationException value
                && value.getType().isEnumType()) {
            return "must be one of "
                    + Arrays.toString(value.getType().getRawClass().getEnumConstants());
        }
        if (failure instanceof InvalidFormatException format && format.getTargetType() == Integer.class) {
            return "must be an integer of 32 bits";
        }
        return failure instanceof MismatchedInputException mismatch
                ? "must be " + kind(mismatch.getTargetType())
                : "cannot be read";
    }

    private static String kind(Class<?> type) {
        if (type == String.class || type != null && type.isEnum()) {
            return "a string";
        }
        if (type == Boolean.class) {
            return "a boolean";
        }
        if (type == Integer.class || type == Long.class) {
            return "an integer";
        }
        if (type == Double.class) {
            return "a number";
        }
        return type != null && Collection.class.isAssignableFrom(type) ? "an array" : "an object";
    }
}
