package io.github.appflowkit.conformance.steps;

import java.util.Locale;

/** The letter case of names. */
final class NameCase {
    private NameCase() {}

    /** The name in other letter case. */
    static String other(String name) {
        String other = name.toUpperCase(Locale.ROOT);
        World.prerequisite(!other.equals(name), "a name with a small letter is needed, and this one is " + name);
        return other;
    }
}
