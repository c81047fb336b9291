package io.github.appflowkit.conformance.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/** Reads single members of a request, without any coercion. */
final class Inputs {

    static final Pattern PROFILE_NAME = Pattern.compile("[\\w/!@#+=.-]{1,256}");
    static final Pattern FLOW_NAME = Pattern.compile("(?=.{1,256}$)[a-zA-Z0-9][\\w!@#.-]+");
    static final Pattern TRIGGER = Pattern.compile("OnDemand|Scheduled|Event");

    private Inputs() {}

    static boolean isAbsent(JsonNode node) {
        return node == null || node.isNull();
    }

    /** The string that a member is, null when it is absent. */
    static String text(JsonNode node, String member) {
        if (isAbsent(node)) {
            return null;
        }
        if (node.isTextual()) {
            return node.textValue();
        }
        throw Refusal.unreadable("Member " + member + " is not a string.");
    }

    /** The Boolean that forceDelete is; the documented sample sends it as a string, which is taken too. */
    static boolean force(JsonNode node) {
        if (isAbsent(node)) {
            return false;
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isTextual()
                && (node.textValue().equals("true") || node.textValue().equals("false"))) {
            return node.textValue().equals("true");
        }
        throw Refusal.unreadable("Member forceDelete is not a Boolean.");
    }

    /** The string of this pattern that a member is. */
    static String required(ObjectNode input, String member, Pattern pattern) {
        String value = optional(input, member, pattern);
        if (value == null) {
            throw Refusal.invalid("Member " + member + " is missing.");
        }
        return value;
    }

    /** The string of this pattern that a member is, null when it is absent. */
    static String optional(ObjectNode input, String member, Pattern pattern) {
        return isAbsent(input.get(member)) ? null : valid(member, input.get(member), pattern);
    }

    static String valid(String member, JsonNode node, Pattern pattern) {
        String value = text(node, member);
        if (value == null || !pattern.matcher(value).matches()) {
            throw Refusal.invalid("Value '" + value + "' of member " + member + " does not match " + pattern + ".");
        }
        return value;
    }
}
