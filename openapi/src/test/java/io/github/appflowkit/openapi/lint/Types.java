package io.github.appflowkit.openapi.lint;

import io.github.appflowkit.openapi.document.Document;
import io.github.appflowkit.openapi.document.Finding;
import io.github.appflowkit.openapi.document.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A schema has one of the six types, a format of it, and listed values that are of it. */
final class Types implements LintRule {
    private static final Map<String, List<String>> FORMATS = new TreeMap<>(Map.of(
            "array", List.of(),
            "boolean", List.of(),
            "integer", List.of("int32", "int64"),
            "number", List.of("double", "float"),
            "object", List.of(),
            "string",
                    List.of(
                            "binary",
                            "byte",
                            "date",
                            "date-time",
                            "email",
                            "hostname",
                            "ipv4",
                            "ipv6",
                            "password",
                            "uri",
                            "uuid")));

    /** What YAML takes the values of a type for. */
    private static final Map<String, List<String>> TAGS = Map.of(
            "boolean", List.of("bool"),
            "integer", List.of("int"),
            "number", List.of("int", "float"),
            "string", List.of("str"));

    @Override
    public Stream<Finding> check(Document document, List<Element> elements) {
        return elements.stream()
                .filter(element -> element.is("schema") && !element.refers())
                .flatMap(element -> check(element).stream());
    }

    private static List<Finding> check(Element schema) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Part> members = schema.part().members();
        String type = schema.part().textOf("type");
        boolean composed = Stream.of("allOf", "oneOf", "anyOf", "not").anyMatch(members::containsKey);
        if (type.isEmpty() && !composed) {
            findings.add(schema.finding("the type is missing"));
        } else if (!type.isEmpty() && !FORMATS.containsKey(type)) {
            findings.add(schema.finding(
                    "type",
                    "the type '" + type + "' is none of " + String.join(", ", FORMATS.keySet())
                            + Nearest.question(type, FORMATS.keySet())));
        } else {
            format(schema, type).ifPresent(findings::add);
            values(schema, type, findings);
        }
        if (type.equals("array") && !members.containsKey("items")) {
            findings.add(schema.finding("type", "'items' is missing: say what the list holds"));
        }
        return findings;
    }

    private static Optional<Finding> format(Element schema, String type) {
        List<String> known = FORMATS.getOrDefault(type, List.of());
        return schema.part()
                .get("format")
                .filter(format -> !type.isEmpty() && !known.contains(format.text()))
                .map(format -> schema.finding(
                        "format",
                        "the format '" + format.text() + "' is none of the type " + type
                                + (known.isEmpty() ? ", which has none" : ": " + String.join(", ", known))
                                + Nearest.question(format.text(), known)));
    }

    private static void values(Element schema, String type, List<Finding> findings) {
        Set<String> seen = new HashSet<>();
        List<Part> listed = schema.part().get("enum").map(Part::items).orElse(List.of());
        schema.part()
                .get("enum")
                .filter(none -> listed.isEmpty())
                .ifPresent(none -> findings.add(schema.finding("enum", "the enum is empty: no value fits")));
        listed.stream()
                .filter(value -> !seen.add(value.written()))
                .forEach(value -> findings.add(
                        value.finding(schema.label() + ": '" + value.text() + "' is here twice: remove one")));
        List<String> tags = TAGS.getOrDefault(type, List.of());
        Stream.concat(listed.stream(), schema.part().get("default").stream())
                .filter(value -> !tags.isEmpty() && !tags.contains(value.tag()) && !isNull(schema, value))
                .forEach(value -> findings.add(value.finding(schema.label() + ": '" + value.written() + "' is no "
                        + type
                        + (type.equals("string") && value.kind() == Part.Kind.SCALAR ? ": put it in quotes" : ""))));
    }

    private static boolean isNull(Element schema, Part value) {
        return value.tag().equals("null") && schema.part().textOf("nullable").equals("true");
    }
}
