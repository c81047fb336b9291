package io.github.appflowkit.openapi.api;

import io.github.appflowkit.openapi.document.Place;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * One thing that an API promises, such as that {@code StopFlow.flowName.maxLength} is 256.
 *
 * @param side whom it binds
 * @param element what it is about: an operation, a body, a member such as {@code StopFlow.flowName}, a header, a server
 * @param aspect what of it: {@code type}, {@code maxLength}, an error such as {@code 404.ResourceNotFoundException}
 * @param value what is promised
 * @param place where it stands
 */
public record Fact(Side side, String element, String aspect, String value, Place place) {
    /** The aspect that a value of an enum is, before the value. */
    public static final String ENUM = "enum:";

    private static final Pattern NUMBER = Pattern.compile("(min|max)[A-Z]?[a-z]+|multipleOf");

    /** What the element of a request's body is called, after its operation. */
    public static final String REQUEST_BODY = ".request body";

    /** What the element of an answer's body is called, after its operation. */
    public static final String RESPONSE_BODY = ".response body";

    /** The aspect that an alternative of what callers need is, before what it asks for. */
    public static final String SECURITY = "security: ";

    /**
     * What can be promised: where and how to call, what may be sent, what is answered, in its headers too, and what is
     * answered when it fails.
     */
    public enum Side {
        SERVER,
        OPERATION,
        REQUEST,
        RESPONSE,
        HEADER,
        ERROR
    }

    /** What it is known by among the facts of another document. */
    public record Key(Side side, String element, String aspect) {}

    /** What it is known by among the facts of another document. */
    public Key key() {
        return new Key(side, element, aspect);
    }

    /** The name of what it is about, as rules name it: {@code StopFlow.flowStatus.Active}. */
    public String name() {
        return element + "." + (isEnumValue() ? aspect.substring(ENUM.length()) : aspect);
    }

    /** Whether it says that a member may have a value. */
    public boolean isEnumValue() {
        return aspect.startsWith(ENUM);
    }

    /** A number as it is written by everybody, so that 1.0 is 1; any other value as it is. */
    public static String plain(String aspect, String value) {
        return NUMBER.matcher(aspect).matches() && value.matches("-?[0-9]+(\\.[0-9]+)?")
                ? new BigDecimal(value).stripTrailingZeros().toPlainString()
                : value;
    }

    /** Whether an element is a body as a whole. */
    public static boolean isBody(String element) {
        return element.endsWith(REQUEST_BODY) || element.endsWith(RESPONSE_BODY) || element.equals(ContractFacts.ERROR);
    }

    /** The operation that it belongs to; "error" for what every error has. */
    public String operation() {
        int dot = element.indexOf('.');
        return dot < 0 ? element : element.substring(0, dot);
    }
}
