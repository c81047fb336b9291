package io.github.appflowkit.openapi.lint;

import io.github.appflowkit.openapi.document.Document;
import io.github.appflowkit.openapi.document.Finding;
import io.github.appflowkit.openapi.document.Part;
import java.util.List;
import java.util.stream.Stream;

/** Every reference leads to something. */
final class References implements LintRule {
    @Override
    public Stream<Finding> check(Document document, List<Element> elements) {
        return elements.stream()
                .filter(Element::refers)
                .filter(element -> document.resolve(element.part()).isEmpty())
                .map(element ->
                        element.finding("$ref", problem(document, element.part().textOf("$ref"))));
    }

    private static String problem(Document document, String target) {
        if (document.find(target).isPresent()) {
            return "$ref '" + target + "' leads in a circle: write out what it stands for";
        }
        return "$ref '" + target + "' leads nowhere" + (target.startsWith("#") ? " in this file" : "")
                + Nearest.question(target, targets(document));
    }

    /** What a reference can lead to, here and in the documents beside this one. */
    private static List<String> targets(Document document) {
        return Stream.concat(
                        targets(document.root(), ""),
                        document.others().stream().flatMap(other -> targets(other.root(), other.name())))
                .toList();
    }

    private static Stream<String> targets(Part root, String file) {
        return root.get("components").stream()
                .flatMap(Part::all)
                .filter(part -> part.kind() == Part.Kind.MAPPING)
                .map(part -> file + part.pointer());
    }
}
