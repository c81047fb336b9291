package io.github.appflowkit.openapi.lint;

import io.github.appflowkit.openapi.document.Document;
import io.github.appflowkit.openapi.document.Finding;
import io.github.appflowkit.openapi.document.Part;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Every component, scheme and tag is used, and every scheme and tag is declared. */
final class Usage implements LintRule {
    @Override
    public Stream<Finding> check(Document document, List<Element> elements) {
        return Stream.of(unused(document, elements), schemes(document, elements), tags(document))
                .flatMap(findings -> findings);
    }

    private static Stream<Finding> unused(Document document, List<Element> elements) {
        Set<String> used = document.reach(document.root().get("paths").stream());
        List<String> schemes = requirements(elements).map(Part::name).toList();
        return elements.stream()
                .filter(Element::isComponent)
                .filter(element -> element.is("scheme")
                        ? !schemes.contains(element.part().name())
                        : used.stream()
                                .noneMatch(pointer -> pointer.equals(
                                                element.part().pointer())
                                        || pointer.startsWith(element.part().pointer() + "/")))
                .map(element -> element.finding("nothing uses this component: remove it, or refer to it"));
    }

    private static Stream<Finding> schemes(Document document, List<Element> elements) {
        List<String> declared =
                document
                        .root()
                        .at("components", "securitySchemes")
                        .map(Part::members)
                        .orElse(Map.of())
                        .keySet()
                        .stream()
                        .toList();
        return requirements(elements)
                .filter(scheme -> !declared.contains(scheme.name()))
                .map(scheme -> scheme.finding("scheme '" + scheme.name()
                        + "' is not declared: add it to 'securitySchemes' in 'components'"
                        + Nearest.question(scheme.name(), declared)));
    }

    /** The schemes that calls are asked for. */
    private static Stream<Part> requirements(List<Element> elements) {
        return elements.stream()
                .filter(element -> element.is("requirement"))
                .flatMap(element -> element.part().members().values().stream());
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
