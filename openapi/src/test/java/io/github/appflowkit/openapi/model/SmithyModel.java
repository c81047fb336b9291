package io.github.appflowkit.openapi.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.appflowkit.openapi.api.ContractFacts;
import io.github.appflowkit.openapi.api.Fact.Side;
import io.github.appflowkit.openapi.document.FaultException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A model in Smithy's JSON AST. */
final class SmithyModel {
    private static final String TRAIT = "smithy.api#";
    private static final Map<String, String> BINDINGS =
            Map.of("httpLabel", "path", "httpQuery", "query", "httpHeader", "header");

    private final Path file;
    private final JsonNode shapes;
    private final FactList facts;

    SmithyModel(Path file, JsonNode root) {
        this.file = file;
        shapes = root.path("shapes");
        facts = new FactList(file);
    }

    Model read(Set<String> wanted) {
        Map<String, JsonNode> operations = new TreeMap<>();
        JsonNode service = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> shape : shapes.properties()) {
            String name = shape.getKey().substring(shape.getKey().indexOf('#') + 1);
            if (shape.getValue().path("type").asText().equals("operation")) {
                operations.put(name, shape.getValue());
            } else if (shape.getValue().path("type").asText().equals("service")) {
                service = shape.getValue();
            }
        }
        operations.forEach((name, operation) -> {
            if (wanted.contains(name)) {
                read(name, operation);
            }
        });
        return new Model(
                "Smithy",
                service.path("traits")
                        .path("aws.api#service")
                        .path("endpointPrefix")
                        .asText(),
                service.path("version").asText(),
                Set.copyOf(operations.keySet()),
                facts.facts());
    }

    private void read(String name, JsonNode operation) {
        JsonNode http = trait(operation, "http");
        facts.operation(
                name,
                http.path("method").asText(),
                http.path("uri").asText(),
                http.path("code").asInt(200));
        members(Side.REQUEST, name, operation.path("input").path("target"), Set.of());
        members(Side.RESPONSE, name, operation.path("output").path("target"), Set.of());
        for (JsonNode error : operation.path("errors")) {
            String target = error.path("target").asText();
            boolean client = trait(shape(target), "error").asText().equals("client");
            facts.error(
                    name,
                    trait(shape(target), "httpError").asInt(client ? 400 : 500),
                    target.substring(target.indexOf('#') + 1));
            members(Side.ERROR, ContractFacts.ERROR, error.path("target"), Set.of());
        }
    }

    private void members(Side side, String owner, JsonNode target, Set<String> above) {
        if (target.isMissingNode()
                || above.contains(target.asText())
                || target.asText().equals("smithy.api#Unit")) {
            return;
        }
        Set<String> within = new HashSet<>(above);
        within.add(target.asText());
        shape(target.asText()).path("members").properties().forEach(member -> {
            String element = owner + "." + trait(member.getValue(), "jsonName").asText(member.getKey());
            if (trait(member.getValue(), "required").isObject()) {
                facts.add(side, element, "required", "true");
            }
            BINDINGS.forEach((binding, place) -> {
                if (member.getValue().path("traits").has(TRAIT + binding)) {
                    facts.add(side, element, "in", place);
                }
            });
            member(side, element, member.getValue(), within);
        });
    }

    private void member(Side side, String element, JsonNode member, Set<String> above) {
        String target = member.path("target").asText();
        JsonNode shape = target.startsWith(TRAIT) ? simple(target) : shape(target);
        String type = shape.path("type").asText();
        facts.type(side, element, type);
        JsonNode length = own(member, shape, type.equals("string") || type.equals("list") ? "length" : "range");
        facts.bounds(side, element, type, length.path("min"), length.path("max"));
        if (own(member, shape, "pattern").isTextual()) {
            facts.add(
                    side,
                    element,
                    "pattern",
                    searched(own(member, shape, "pattern").asText()));
        }
        trait(shape, "enum")
                .forEach(value ->
                        facts.enumValue(side, element, value.path("value").asText()));
        switch (type) {
            case "enum" ->
                shape.path("members")
                        .properties()
                        .forEach(value -> facts.enumValue(
                                side,
                                element,
                                trait(value.getValue(), "enumValue").asText(value.getKey())));
            case "list" -> member(side, element + "[]", shape.path("member"), above);
            case "structure", "union" -> members(side, element, member.path("target"), above);
            default -> {}
        }
    }

    /** Smithy searches for a pattern: one that is open at an end allows anything there. */
    private static String searched(String pattern) {
        return (pattern.startsWith("^") ? "" : "^.*") + pattern + (pattern.endsWith("$") ? "" : ".*$");
    }

    /** A trait of a member, or else of what it is. */
    private static JsonNode own(JsonNode member, JsonNode shape, String trait) {
        return trait(member, trait).isMissingNode() ? trait(shape, trait) : trait(member, trait);
    }

    private static JsonNode trait(JsonNode shape, String trait) {
        return shape.path("traits").path(TRAIT + trait);
    }

    /** A shape of Smithy's prelude, such as {@code smithy.api#String}. */
    private static JsonNode simple(String target) {
        String type = target.substring(TRAIT.length()).replace("Primitive", "");
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", Character.toLowerCase(type.charAt(0)) + type.substring(1));
    }

    private JsonNode shape(String target) {
        JsonNode shape = shapes.path(target);
        if (shape.isMissingNode()) {
            throw new FaultException(file.toString(), "the shape " + target + " is used and not defined");
        }
        return shape;
    }
}
