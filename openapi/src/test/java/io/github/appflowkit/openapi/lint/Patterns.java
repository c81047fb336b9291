package io.github.appflowkit.openapi.lint;

import io.github.appflowkit.openapi.document.Document;
import io.github.appflowkit.openapi.document.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** A pattern is a regular expression for the whole value: OpenAPI searches, a bean validation matches. */
final class Patterns implements LintRule {
    @Override
    public Stream<Finding> check(Document document, List<Element> elements) {
        return elements.stream()
                .filter(element -> element.is("schema"))
                .filter(element -> element.part().members().containsKey("pattern"))
                .flatMap(element ->
                        problem(element.part().textOf("pattern"))
                                .map(problem -> element.finding("pattern", problem))
                                .stream());
    }

    private static Optional<String> problem(String pattern) {
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            return Optional.of("the pattern '" + pattern + "' is no regular expression: "
                    + e.getDescription().toLowerCase(Locale.ROOT)
                    + (e.getIndex() < 0 ? "" : " at its character " + (e.getIndex() + 1)));
        }
        boolean ends = isAnchoredAtEnd(pattern);
        if (!pattern.startsWith("^") || !ends) {
            return Optional.of("the pattern '" + pattern + "' is not anchored: write '"
                    + (pattern.startsWith("^") ? "" : "^") + pattern + (ends ? "" : "$") + "'");
        }
        // Without the anchors around all of it, each belongs to one alternative alone.
        return hasOuterAlternative(pattern)
                ? Optional.of("the pattern '" + pattern + "' anchors only its outer alternatives: write '^(?:"
                        + pattern.substring(1, pattern.length() - 1) + ")$'")
                : Optional.empty();
    }

    /** Whether it ends with an anchor, and not with a dollar that an odd number of backslashes makes a character. */
    private static boolean isAnchoredAtEnd(String pattern) {
        String before = pattern.endsWith("$") ? pattern.substring(0, pattern.length() - 1) : "\\";
        int backslashes = before.length() - before.replaceFirst("\\\\+$", "").length();
        return backslashes % 2 == 0;
    }

    private static boolean hasOuterAlternative(String pattern) {
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
}
