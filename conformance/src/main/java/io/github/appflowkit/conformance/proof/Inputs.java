package io.github.appflowkit.conformance.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads single members of a request, without any coercion. */
final class Inputs {

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
        return required(member, optional(input, member, pattern));
    }

    /** The name that a member is. */
    static String required(ObjectNode input, String member, NameForm form) {
        return required(member, optional(input, member, form));
    }

    private static String required(String member, String value) {
        if (value == null) {
            throw Refusal.invalid("Member " + member + " is missing.");
        }
        return value;
    }

    /** The string of this pattern that a member is, null when it is absent. */
    static String optional(ObjectNode input, String member, Pattern pattern) {
        return isAbsent(input.get(member)) ? null : valid(member, input.get(member), pattern.asMatchPredicate());
    }

    /** The name that a member is, null when it is absent. */
    static String optional(ObjectNode input, String member, NameForm form) {
        return isAbsent(input.get(member)) ? null : valid(member, input.get(member), form::isOf);
    }

    static String valid(String member, JsonNode node, Predicate<String> form) {
        String value = text(node, member);
        if (value == null || !form.test(value)) {
            throw Refusal.invalid("Value '" + value + "' of member " + member + " is not valid.");
        }
        return value;
    }
}
