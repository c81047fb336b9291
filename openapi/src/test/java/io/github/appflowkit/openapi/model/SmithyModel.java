package io.github.appflowkit.openapi.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.appflowkit.openapi.api.Anchors;
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

    /** What has a length; anything else has a range. */
    private static final Set<String> LENGTHY = Set.of("string", "blob", "list", "set", "map");

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
        JsonNode common = service.path("errors");
        operations.forEach((name, operation) -> {
            if (wanted.contains(name)) {
                read(name, operation);
                errors(name, operation.path("errors"));
                errors(name, common);
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
        body(Side.REQUEST, name, operation.path("input").path("target"));
        body(Side.RESPONSE, name, operation.path("output").path("target"));
    }

    /** Its own, or those that all operations of the service have in common. */
    private void errors(String operation, JsonNode errors) {
        for (JsonNode error : errors) {
            String target = error.path("target").asText();
            boolean client = trait(shape(target), "error").asText().equals("client");
            facts.error(
                    operation,
                    trait(shape(target), "httpError").asInt(client ? 400 : 500),
                    target.substring(target.indexOf('#') + 1));
            body(Side.ERROR, ContractFacts.ERROR, error.path("target"));
        }
    }

    private void body(Side side, String owner, JsonNode target) {
        if (!target.isMissingNode() && !target.asText().equals("smithy.api#Unit")) {
            members(side, owner, target, Set.of(target.asText()));
        }
    }

    private void members(Side side, String owner, JsonNode target, Set<String> within) {
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
        facts.type(side, element, type, own(member, shape, "timestampFormat").asText());
        if (own(member, shape, "uniqueItems").isObject()) {
            facts.add(side, element, "uniqueItems", "true");
        }
        JsonNode length = own(member, shape, LENGTHY.contains(type) ? "length" : "range");
        facts.bounds(side, element, type, length.path("min"), length.path("max"));
        if (own(member, shape, "pattern").isTextual()) {
            facts.add(
                    side,
                    element,
                    "pattern",
                    // It searches: a pattern that is open at an end allows anything there.
                    Anchors.whole(own(member, shape, "pattern").asText(), ".*"));
        }
        trait(shape, "enum")
                .forEach(value ->
                        facts.enumValue(side, element, value.path("value").asText()));
        if (above.contains(target)) {
            return;
        }
        Set<String> within = new HashSet<>(above);
        within.add(target);
        switch (type) {
            case "enum" ->
                shape.path("members")
                        .properties()
                        .forEach(value -> facts.enumValue(
                                side,
                                element,
                                trait(value.getValue(), "enumValue").asText(value.getKey())));
            case "list", "set" -> member(side, element + "[]", shape.path("member"), within);
            case "map" -> member(side, element + "{}", shape.path("value"), within);
            case "structure", "union" -> members(side, element, member.path("target"), within);
            default -> {}
        }
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
