package io.github.appflowkit.conformance.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Lays out a JSON document in lines, and leaves everything but the space between its parts as it was sent. */
final class JsonIndent {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final StringBuilder out = new StringBuilder();
    private int depth;

    private JsonIndent() {}

    /** A text, indented by two if it is a JSON document. */
    static String of(String text) {
        return isJson(text) ? indented(text) : text;
    }

    private static boolean isJson(String text) {
        try {
            JSON.readTree(text);
            return true;
        } catch (JsonProcessingException notJson) {
            return false;
        }
    }

    private static String indented(String json) {
        JsonIndent indent = new JsonIndent();
        int at = 0;
        while (at < json.length()) {
            int end = json.charAt(at) == '"' ? stringEnd(json, at) : at + 1;
            indent.part(json.substring(at, end));
            at = end;
        }
        return indent.out.toString();
    }

    private static int stringEnd(String json, int start) {
        int at = start + 1;
        while (json.charAt(at) != '"') {
            at += json.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    private void part(String part) {
        switch (part) {
            case " ", "\t", "\n", "\r" -> {
                return;
            }
            case "{", "[" -> {
                beforeValue();
                out.append(part);
                depth++;
            }
            case "}", "]" -> {
                depth--;
                if (opened()) {
                    out.append(part);
                } else {
                    line().append(part);
                }
            }
            case "," -> {
                out.append(part);
                line();
            }
            case ":" -> out.append(": ");
            default -> {
                beforeValue();
                out.append(part);
            }
        }
    }

    private void beforeValue() {
        if (opened()) {
            line();
        }
    }

    private boolean opened() {
        return !out.isEmpty() && (out.charAt(out.length() - 1) == '{' || out.charAt(out.length() - 1) == '[');
    }

    private StringBuilder line() {
        return out.append('\n').append("  ".repeat(depth));
    }
}
