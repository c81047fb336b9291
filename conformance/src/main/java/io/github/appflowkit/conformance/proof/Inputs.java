package io.github.appflowkit.conformance.proof;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads single members of a request, without any coercion. */
final class Inputs {

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
}
