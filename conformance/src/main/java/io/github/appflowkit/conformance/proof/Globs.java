package io.github.appflowkit.conformance.proof;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Matches rule ids with globs, in which an asterisk stands for anything. */
final class Globs {

    private Globs() {}

    static boolean isGlob(String text) {
        return text.contains("*");
    }

    static boolean anyMatches(List<String> globs, String rule) {
        return globs.stream().anyMatch(glob -> matches(glob, rule));
    }

    private static boolean matches(String glob, String rule) {
        String pattern =
                Arrays.stream(glob.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return rule.matches(pattern);
    }
}
