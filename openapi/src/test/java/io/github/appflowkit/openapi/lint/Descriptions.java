package io.github.appflowkit.openapi.lint;

import io.github.appflowkit.openapi.document.Document;
import io.github.appflowkit.openapi.document.Finding;
import io.github.appflowkit.openapi.document.Part;
import java.util.List;
import java.util.stream.Stream;

/** Whatever people read about is described, in sentences. */
final class Descriptions implements LintRule {
    @Override
    public Stream<Finding> check(Document document, List<Element> elements) {
        return elements.stream().filter(element -> !element.refers()).flatMap(Descriptions::check);
    }

    private static Stream<Finding> check(Element element) {
        String needed = needed(element);
        Stream<Finding> missing =
                needed.isEmpty() || !element.part().textOf(needed).isBlank()
                        ? Stream.empty()
                        : Stream.of(element.finding("a " + needed + " is missing: say in a sentence what this is"));
        Stream<Finding> unfinished = Stream.of("summary", "description")
                .flatMap(member -> element.part().get(member).stream())
                .filter(text -> !text.text().isBlank() && !text.text().strip().endsWith("."))
                .map(text -> text.finding(element.label() + ": the " + text.name() + " does not end in a full stop: '"
                        + end(text) + "'"));
        return Stream.concat(missing, unfinished);
    }

    private static String needed(Element element) {
        return switch (element.kind()) {
            case "operation", "example" -> "summary";
            case "info", "server", "variable", "tag", "parameter", "response", "header", "scheme" -> "description";
            case "schema" -> element.isComponent() || element.isProperty() ? "description" : "";
            default -> "";
        };
    }

    private static String end(Part text) {
        String stripped = text.text().strip();
        return stripped.length() <= 30 ? stripped : "…" + stripped.substring(stripped.length() - 30);
    }
}
