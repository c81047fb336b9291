package io.github.appflowkit.openapi.lint;

import io.github.appflowkit.openapi.document.Finding;
import io.github.appflowkit.openapi.document.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A part of a document as OpenAPI sees it.
 *
 * @param kind what it is to OpenAPI, such as {@code schema}
 * @param part the part
 */
record Element(String kind, Part part) {
    boolean is(String... kinds) {
        return Arrays.asList(kinds).contains(kind);
    }

    /** Whether it says nothing itself, but refers to what does. */
    boolean refers() {
        return part.members().containsKey("$ref");
    }

    /** Whether it is a member that a schema names. */
    boolean isProperty() {
        List<String> steps = steps();
        return is("schema") && steps.size() > 1 && steps.get(steps.size() - 2).equals("properties");
    }

    /** Whether it stands directly beneath {@code components}. */
    boolean isComponent() {
        return steps().size() == 3 && steps().get(0).equals("components");
    }

    /** What it is called in a sentence: {@code StopFlowRequest.flowName}, {@code POST /stop-flow responses.400}. */
    String label() {
        List<String> steps = steps();
        if (steps.size() >= 3 && steps.get(0).equals("components")) {
            return joined(steps.subList(2, steps.size())).replace(".properties.", ".");
        }
        if (steps.size() >= 3 && steps.get(0).equals("paths")) {
            String operation = steps.get(2).toUpperCase(Locale.ROOT) + " " + steps.get(1);
            return steps.size() == 3 ? operation : operation + " " + joined(steps.subList(3, steps.size()));
        }
        return steps.isEmpty() ? "the document" : joined(steps);
    }

    /** That it is wrong, at its own place. */
    Finding finding(String text) {
        return part.finding(label() + ": " + text);
    }

    /** That one of its members is wrong, at the member's place. */
    Finding finding(String member, String text) {
        return part.get(member).orElse(part).finding(label() + ": " + text);
    }

    private List<String> steps() {
        return part.pointer().equals("#")
                ? List.of()
                : Arrays.stream(part.pointer().substring(2).split("/"))
                        .map(step -> step.replace("~1", "/").replace("~0", "~"))
                        .toList();
    }

    private static String joined(List<String> steps) {
        return String.join(".", steps);
    }
}
