package io.github.appflowkit.server.http.error;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Words broken constraints as AWS does. */
public final class ConstraintMessages {
    /** Longer than any name that is allowed; a client need not get back all that it sent. */
    private static final int MAX_SHOWN = 512;

    /** What a pattern of the contract begins and ends with. */
    private static final java.util.regex.Pattern ANCHORS = java.util.regex.Pattern.compile("^\\^|\\$$");

    private ConstraintMessages() {}

    /** All of them in one sentence, always in the same order. */
    public static String summary(Collection<? extends ConstraintViolation<?>> violations) {
        return summary(violations.size(), of("", violations));
    }

    /**
     * Some of many in one sentence.
     *
     * @param count how many there are
     * @param messages the messages of those that are told
     */
    public static String summary(int count, List<String> messages) {
        String told = messages.stream().sorted().collect(Collectors.joining("; "));
        String errors = count == 1 ? " validation error" : " validation errors";
        return count + errors + " detected: " + told + (messages.size() < count ? "; and more" : "");
    }

    /**
     * A message for each.
     *
     * @param prefix goes before each path, for what is part of something
     */
    public static List<String> of(String prefix, Collection<? extends ConstraintViolation<?>> violations) {
        return violations.stream()
                .map(violation -> "Value " + value(violation) + " at '" + prefix + path(violation)
                        + "' failed to satisfy constraint: " + constraint(violation))
                .toList();
    }

    private static String value(ConstraintViolation<?> violation) {
        Object value = violation.getInvalidValue();
        if (value == null) {
            return "null";
        }
        String text = value.toString();
        return "'" + (text.codePointCount(0, text.length()) > MAX_SHOWN ? beginning(text) : text) + "'";
    }

    private static String beginning(String text) {
        return text.substring(0, text.offsetByCodePoints(0, MAX_SHOWN)) + "...";
    }

    private static String path(ConstraintViolation<?> violation) {
        return violation.getPropertyPath().toString().replace(".<list element>", "");
    }

    private static String constraint(ConstraintViolation<?> violation) {
        Annotation constraint = violation.getConstraintDescriptor().getAnnotation();
        if (constraint instanceof NotNull) {
            return "Member must not be null";
        }
        if (constraint instanceof Pattern pattern) {
            // The contract anchors its patterns; AWS shows them without.
            return "Member must satisfy regular expression pattern: "
                    + ANCHORS.matcher(pattern.regexp()).replaceAll("");
        }
        if (constraint instanceof Size size) {
            return size.min() > 0
                    ? "Member must have length greater than or equal to " + size.min()
                    : "Member must have length less than or equal to " + size.max();
        }
        if (constraint instanceof Min min) {
            return "Member must have value greater than or equal to " + min.value();
        }
        if (constraint instanceof Max max) {
            return "Member must have value less than or equal to " + max.value();
        }
        if (constraint instanceof DecimalMin min) {
            return "Member must have value greater than " + (min.inclusive() ? "or equal to " : "") + min.value();
        }
        if (constraint instanceof DecimalMax max) {
            return "Member must have value less than " + (max.inclusive() ? "or equal to " : "") + max.value();
        }
        return "Member must satisfy " + constraint.annotationType().getSimpleName();
    }
}
