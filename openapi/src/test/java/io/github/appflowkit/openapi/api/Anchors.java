package io.github.appflowkit.openapi.api;

/** Where a regular expression is anchored, so that it is one for the whole value. */
public final class Anchors {
    private Anchors() {}

    /** Whether it begins with an anchor. */
    public static boolean atBegin(String pattern) {
        return pattern.startsWith("^");
    }

    /** Whether it ends with an anchor, and not with a dollar that an odd number of backslashes makes a character. */
    public static boolean atEnd(String pattern) {
        String before = pattern.endsWith("$") ? pattern.substring(0, pattern.length() - 1) : "\\";
        int backslashes = before.length() - before.replaceFirst("\\\\+$", "").length();
        return backslashes % 2 == 0;
    }

    /** Whether it has alternatives outside of all brackets, so that an anchor belongs to one of them alone. */
    public static boolean hasOuterAlternative(String pattern) {
        int depth = 0;
        boolean inClass = false;
        for (int i = 0; i < pattern.length(); i++) {
            switch (pattern.charAt(i)) {
                case '\\' -> i++;
                case '[' -> inClass = true;
                case ']' -> inClass = false;
                case '(' -> depth += inClass ? 0 : 1;
                case ')' -> depth -= inClass ? 0 : 1;
                case '|' -> {
                    if (depth == 0 && !inClass) {
                        return true;
                    }
                }
                default -> {}
            }
        }
        return false;
    }

    /**
     * The expression with an anchor at both ends.
     *
     * @param open what goes between an anchor and an end that has none
     */
    public static String whole(String pattern, String open) {
        boolean free = !atBegin(pattern) && !atEnd(pattern);
        String grouped = free && hasOuterAlternative(pattern) ? "(?:" + pattern + ")" : pattern;
        return (atBegin(pattern) ? "" : "^" + open) + grouped + (atEnd(pattern) ? "" : open + "$");
    }
}
