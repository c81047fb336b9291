package io.github.appflowkit.conformance.steps;

import java.util.List;
import java.util.stream.IntStream;

/** Characters that probe a pattern, and the places in a name where they stand. */
final class Characters {
    /** Letters, digits and signs of other scripts, what looks like ASCII, and what lies beyond the BMP. */
    static final List<String> BEYOND_ASCII = List.of(
            "\u00e9", // Latin letter with an accent
            "\u00df", // sharp s, which grows when it is upper-cased
            "\u0131", // dotless i
            "\u017f", // long s, which folds to an ASCII letter
            "\u212a", // Kelvin sign, likewise
            "\u03b1", // Greek letter
            "\u0436", // Cyrillic letter
            "\u4e2d", // Han character
            "\u0661", // Arabic-Indic digit
            "\uff11", // full-width digit
            "\u203f", // undertie, a connector like the underscore
            "\uff0d", // full-width hyphen
            "\u00a0", // no-break space
            "\u200b", // zero-width space
            "\u2028", // line separator
            "\u0301", // combining accent
            "\ud835\udc00", // mathematical letter beyond the BMP
            "\ud83d\ude00"); // emoji

    private Characters() {}

    static List<String> ascii() {
        return IntStream.range(0, 128).mapToObj(Character::toString).toList();
    }

    /** A text with its control characters made visible, abridged. */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .forEach(c -> shown.append(c < 32 || c == 127 ? "\\u%04x".formatted(c) : Character.toString(c)));
        return shown.length() <= 120 ? shown.toString() : shown.substring(0, 119) + "…";
    }

    /** Where a character stands in a name. */
    enum Place {
        FIRST,
        MIDDLE,
        LAST;

        /** The name with its character at this place replaced. */
        String put(String character, String name) {
            int last = name.length() - 1;
            int index = switch (this) {
                case FIRST -> 0;
                case MIDDLE -> last / 2;
                case LAST -> last;
            };
            return name.substring(0, index) + character + name.substring(index + 1);
        }
    }
}
