package io.github.appflowkit.openapi.lint;

import io.github.appflowkit.openapi.api.Anchors;
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
        boolean begins = Anchors.atBegin(pattern);
        boolean ends = Anchors.atEnd(pattern);
        if (!begins || !ends) {
            return Optional.of("the pattern '" + pattern + "' is not anchored: write '" + (begins ? "" : "^") + pattern
                    + (ends ? "" : "$") + "'");
        }
        // Without the anchors around all of it, each belongs to one alternative alone.
        return Anchors.hasOuterAlternative(pattern)
                ? Optional.of("the pattern '" + pattern + "' anchors only its outer alternatives: write '^(?:"
                        + pattern.substring(1, pattern.length() - 1) + ")$'")
                : Optional.empty();
    }
}
