package io.github.appflowkit.conformance.steps;

import java.nio.charset.StandardCharsets;

/** Bodies that readers of JSON treat differently, and that none may break on. */
final class OddJson {
    private static final int DEPTH = 20_000;
    private static final int MANY = 5_000;

    private OddJson() {}

    /**
     * A body of an operation.
     *
     * @param oddity what is odd about it, in the words of the features
     * @param member the member that names the resource
     * @param name the name
     */
    static byte[] body(String oddity, String member, String name) {
        String start = "{\"" + member + "\": \"" + name + "\"";
        return switch (oddity) {
            case "duplicate keys" -> utf8(start + ", " + start.substring(1) + "}");
            case "a byte order mark" -> utf8("\uFEFF" + start + "}");
            case "deep nesting" -> utf8(start + ", \"x\": " + "[".repeat(DEPTH) + "]".repeat(DEPTH) + "}");
            case "a lone surrogate" -> utf8(start + ", \"x\": \"\\ud800\"}");
            case "malformed UTF-8" -> (start + ", \"x\": \"\u00C3\"}").getBytes(StandardCharsets.ISO_8859_1);
            case "a lone surrogate in the name" -> utf8(start.substring(0, start.length() - 1) + "\\ud800\"}");
            case "a number of many digits" -> utf8(start + ", \"x\": " + "1".repeat(MANY) + "}");
            case "a huge number" -> utf8(start + ", \"x\": 1e" + "9".repeat(400) + "}");
            default -> throw new IllegalArgumentException("no body with " + oddity);
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
