package io.github.appflowkit.openapi.lint;

import io.github.appflowkit.openapi.document.Document;
import io.github.appflowkit.openapi.document.Finding;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every text of the contract says what it may be; one that a client sends says it in full. */
final class BoundedTexts implements LintRule {
    private static final List<String> CLOSED = List.of("enum", "format");

    @Override
    public Stream<Finding> check(Document document, List<Element> elements) {
        Set<String> sent = document.reach(
                document.operations().stream().flatMap(operation -> operation.part().get("requestBody").stream()));
        return elements.stream()
                .filter(element -> element.is("schema")
                        && element.part().textOf("type").equals("string")
                        && CLOSED.stream().noneMatch(element.part().members()::containsKey))
                .flatMap(element -> problem(element, sent).stream().map(element::finding));
    }

    private static List<String> problem(Element text, Set<String> sent) {
        boolean length = text.part().members().containsKey("maxLength");
        boolean pattern = text.part().members().containsKey("pattern");
        if (sent.contains(text.part().pointer())) {
            return length && pattern
                    ? List.of()
                    : List.of("a text of a request needs a maxLength and a pattern, or else an enum or a format");
        }
        return length || pattern || text.part().members().containsKey("minLength")
                ? List.of()
                : List.of("a text needs a length, a pattern, an enum or a format");
    }
}
