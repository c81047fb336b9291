package io.github.appflowkit.openapi.lint;

import io.github.appflowkit.openapi.document.Document;
import io.github.appflowkit.openapi.document.Finding;
import io.github.appflowkit.openapi.document.Part;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every component, scheme and tag is used, and every tag is declared. */
final class Usage implements LintRule {
    @Override
    public Stream<Finding> check(Document document, List<Element> elements) {
        return Stream.concat(unused(document, elements), tags(document));
    }

    private static Stream<Finding> unused(Document document, List<Element> elements) {
        Set<String> used = elements.stream()
                .filter(Element::refers)
                .map(element -> element.part().textOf("$ref"))
                .collect(Collectors.toSet());
        Set<String> schemes = document.root()
                .all()
                .filter(part -> part.name().equals("security"))
                .flatMap(part -> part.items().stream())
                .flatMap(requirement -> requirement.members().keySet().stream())
                .collect(Collectors.toSet());
        return elements.stream()
                .filter(Element::isComponent)
                .filter(element -> element.is("scheme")
                        ? !schemes.contains(element.part().name())
                        : !used.contains(element.part().pointer()))
                .map(element -> element.finding("nothing uses this component: remove it, or refer to it"));
    }

    private static Stream<Finding> tags(Document document) {
        List<String> declared = document.root().get("tags").map(Part::items).orElse(List.of()).stream()
                .map(tag -> tag.textOf("name"))
                .toList();
        List<Part> used = document.operations().stream()
                .flatMap(operation -> operation.part().get("tags").map(Part::items).orElse(List.of()).stream())
                .toList();
        return Stream.concat(
                used.stream()
                        .filter(tag -> !declared.contains(tag.text()))
                        .map(tag -> tag.finding("tag '" + tag.text() + "' is not declared: add it to 'tags' at the top"
                                + Nearest.question(tag.text(), declared))),
                document.root().get("tags").map(Part::items).orElse(List.of()).stream()
                        .filter(tag -> used.stream().noneMatch(use -> use.text().equals(tag.textOf("name"))))
                        .map(tag -> tag.finding(
                                "tag '" + tag.textOf("name") + "' is on no operation: remove it, or use it")));
    }
}
