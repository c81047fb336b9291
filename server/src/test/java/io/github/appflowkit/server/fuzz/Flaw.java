package io.github.appflowkit.server.fuzz;

import java.util.regex.Pattern;

/** Thrown by a fuzzed target for what must not be. */
public final class Flaw extends AssertionError {
    /** What no client is told: names of classes, stack traces, pages. */
    static final Pattern INTERNALS = Pattern.compile(
            "\\b(java|jakarta|org|com|io)\\.[a-z]+\\.|Exception:|\\n\\s+at |<html|<!doctype", Pattern.CASE_INSENSITIVE);

    private static final long serialVersionUID = 1;

    private Flaw(String message) {
        super(message);
    }

    public static void unless(boolean condition, String flaw) {
        if (!condition) {
            throw new Flaw(flaw);
        }
    }

    /** Finds a message that tells what the input does not have. */
    public static void ifInternals(String message, String input) {
        unless(!INTERNALS.matcher(message).find() || INTERNALS.matcher(input).find(), "It tells internals: " + message);
    }
}
