package io.github.appflowkit.openapi.lint;

import io.github.appflowkit.openapi.document.Document;
import io.github.appflowkit.openapi.document.Finding;
import io.github.appflowkit.openapi.document.Part;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The constraints of a schema fit its type and one another. */
final class Constraints implements LintRule {
    private static final Map<String, List<String>> OF_TYPE = Map.of(
            "string", List.of("minLength", "maxLength", "pattern"),
            "array", List.of("minItems", "maxItems", "uniqueItems", "items"),
            "object", List.of("properties", "required", "minProperties", "maxProperties", "additionalProperties"),
            "number", List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"));

    private static final List<List<String>> PAIRS = List.of(
            List.of("minLength", "maxLength"),
            List.of("minItems", "maxItems"),
            List.of("minProperties", "maxProperties"),
            List.of("minimum", "maximum"));

    @Override
    public Stream<Finding> check(Document document, List<Element> elements) {
        return elements.stream()
                .filter(element -> element.is("schema") && !element.refers())
                .flatMap(element -> Stream.of(strangers(element), pairs(element), required(element))
                        .flatMap(findings -> findings));
    }

    private static Stream<Finding> strangers(Element schema) {
        String type = schema.part().textOf("type").replace("integer", "number");
        return type.isEmpty()
                ? Stream.empty()
                : OF_TYPE.entrySet().stream()
                        .filter(entry -> !entry.getKey().equals(type))
                        .flatMap(entry -> entry.getValue().stream())
                        .filter(constraint -> schema.part().members().containsKey(constraint))
                        .map(constraint -> schema.finding(
                                constraint,
                                constraint + " says nothing about the type "
                                        + schema.part().textOf("type") + ": remove it, or change the type"));
    }

    private static Stream<Finding> pairs(Element schema) {
        return PAIRS.stream()
                .filter(pair -> schema.part().members().keySet().containsAll(pair))
                .filter(pair -> number(schema, pair.get(0)).compareTo(number(schema, pair.get(1))) > 0)
                .map(pair -> schema.finding(
                        pair.get(0), pair.get(0) + " is greater than " + pair.get(1) + ": no value fits"));
    }

    private static BigDecimal number(Element schema, String bound) {
        return new BigDecimal(schema.part().textOf(bound));
    }

    private static Stream<Finding> required(Element schema) {
        Map<String, Part> properties =
                schema.part().get("properties").map(Part::members).orElse(Map.of());
        Set<String> seen = new HashSet<>();
        return schema.part().get("required").map(Part::items).orElse(List.of()).stream()
                .flatMap(name -> {
                    if (!seen.add(name.text())) {
                        return Stream.of(
                                name.finding(schema.label() + ": '" + name.text() + "' is required twice: remove one"));
                    }
                    return properties.containsKey(name.text())
                            ? Stream.empty()
                            : Stream.of(name.finding(schema.label() + ": '" + name.text() + "' is required and no"
                                    + " property: add it to 'properties', or remove it from 'required'"));
                });
    }
}
