package io.github.appflowkit.openapi.lint;

import io.github.appflowkit.openapi.document.Document;
import io.github.appflowkit.openapi.document.Finding;
import io.github.appflowkit.openapi.document.Part;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A schema has a type, and its constraints are numbers that fit the type and one another. */
final class Constraints implements LintRule {
    private static final Map<String, List<String>> OF_TYPE = Map.of(
            "string", List.of("minLength", "maxLength", "pattern"),
            "array", List.of("minItems", "maxItems", "uniqueItems", "items"),
            "object", List.of("properties", "required", "minProperties", "maxProperties", "additionalProperties"),
            "number", List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"));

    private static final List<List<String>> PAIRS =
            List.of(List.of("minLength", "maxLength"), List.of("minItems", "maxItems"), List.of("minimum", "maximum"));

    @Override
    public Stream<Finding> check(Document document, List<Element> elements) {
        return elements.stream()
                .filter(element -> element.is("schema") && !element.refers())
                .flatMap(element -> Stream.of(type(element), strangers(element), pairs(element), required(element))
                        .flatMap(findings -> findings));
    }

    private static Stream<Finding> type(Element schema) {
        boolean composed = Stream.of("allOf", "oneOf", "anyOf", "not")
                .anyMatch(word -> schema.part().members().containsKey(word));
        return composed || !schema.part().textOf("type").isEmpty()
                ? Stream.empty()
                : Stream.of(schema.finding("the type is missing"));
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
        return PAIRS.stream().flatMap(pair -> {
            List<Part> bounds = pair.stream()
                    .flatMap(bound -> schema.part().get(bound).stream())
                    .toList();
            Stream<Finding> words = bounds.stream()
                    .filter(bound -> !isNumber(bound.text()))
                    .map(bound -> schema.finding(bound.name(), bound.name() + " is '" + bound.text() + "', no number"));
            boolean crossed = bounds.size() == 2
                    && bounds.stream().allMatch(bound -> isNumber(bound.text()))
                    && new BigDecimal(bounds.get(0).text())
                                    .compareTo(new BigDecimal(bounds.get(1).text()))
                            > 0;
            return crossed
                    ? Stream.of(schema.finding(
                            pair.get(0), pair.get(0) + " is greater than " + pair.get(1) + ": no value fits"))
                    : words;
        });
    }

    private static Stream<Finding> required(Element schema) {
        return schema.part().get("required").map(Part::items).orElse(List.of()).stream()
                .filter(name -> !schema.part()
                        .get("properties")
                        .map(Part::members)
                        .orElse(Map.of())
                        .containsKey(name.text()))
                .map(name -> name.finding(schema.label() + ": '" + name.text()
                        + "' is required and no property: add it to 'properties', or remove it from 'required'"));
    }

    private static boolean isNumber(String text) {
        return text.matches("-?[0-9]+(\\.[0-9]+)?");
    }
}
