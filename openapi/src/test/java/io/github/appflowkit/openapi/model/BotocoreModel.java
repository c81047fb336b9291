package io.github.appflowkit.openapi.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appflowkit.openapi.api.Anchors;
import io.github.appflowkit.openapi.api.ContractFacts;
import io.github.appflowkit.openapi.api.Fact.Side;
import io.github.appflowkit.openapi.document.FaultException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A model as botocore keeps it: service-2.json. */
final class BotocoreModel {
    private static final Map<String, String> LOCATIONS =
            Map.of("uri", "path", "querystring", "query", "header", "header");

    private final Path file;
    private final JsonNode root;
    private final FactList facts;

    BotocoreModel(Path file, JsonNode root) {
        this.file = file;
        this.root = root;
        facts = new FactList(file);
    }

    Model read(Set<String> wanted) {
        root.path("operations").properties().forEach(operation -> {
            if (wanted.contains(operation.getKey())) {
                read(operation.getKey(), operation.getValue());
            }
        });
        Set<String> names = root.path("operations").properties().stream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        JsonNode metadata = root.path("metadata");
        return new Model(
                "botocore",
                metadata.path("endpointPrefix").asText(),
                metadata.path("apiVersion").asText(),
                names,
                facts.facts());
    }

    private void read(String name, JsonNode operation) {
        JsonNode http = operation.path("http");
        facts.operation(
                name,
                http.path("method").asText(),
                http.path("requestUri").asText(),
                http.path("responseCode").asInt(200));
        body(Side.REQUEST, name, operation.path("input").path("shape"));
        body(Side.RESPONSE, name, operation.path("output").path("shape"));
        for (JsonNode error : operation.path("errors")) {
            JsonNode shape = shape(error.path("shape").asText());
            int status = shape.path("error")
                    .path("httpStatusCode")
                    .asInt(shape.path("fault").asBoolean() ? 500 : 400);
            facts.error(name, status, error.path("shape").asText());
            body(Side.ERROR, ContractFacts.ERROR, error.path("shape"));
        }
    }

    private void body(Side side, String owner, JsonNode name) {
        if (!name.isMissingNode()) {
            members(side, owner, name, Set.of(name.asText()));
        }
    }

    private void members(Side side, String owner, JsonNode name, Set<String> within) {
        JsonNode structure = shape(name.asText());
        Set<String> required = StreamSupport.stream(structure.path("required").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
        structure.path("members").properties().forEach(member -> {
            String location =
                    LOCATIONS.getOrDefault(member.getValue().path("location").asText(), "");
            String element =
                    owner + "." + member.getValue().path("locationName").asText(member.getKey());
            if (required.contains(member.getKey())) {
                facts.add(side, element, "required", "true");
            }
            if (!location.isEmpty()) {
                facts.add(side, element, "in", location);
            }
            member(side, element, member.getValue(), within);
        });
    }

    private void member(Side side, String element, JsonNode use, Set<String> above) {
        JsonNode name = use.path("shape");
        JsonNode shape = shape(name.asText());
        String type = shape.path("type").asText();
        String format =
                use.path("timestampFormat").asText(shape.path("timestampFormat").asText());
        facts.type(side, element, type, format);
        facts.bounds(side, element, type, shape.path("min"), shape.path("max"));
        // It leaves the anchors out: its patterns are for the whole value.
        if (shape.path("pattern").isTextual()) {
            facts.add(
                    side,
                    element,
                    "pattern",
                    Anchors.whole(shape.path("pattern").asText(), ""));
        }
        shape.path("enum").forEach(value -> facts.enumValue(side, element, value.asText()));
        if (above.contains(name.asText())) {
            return;
        }
        Set<String> within = new HashSet<>(above);
        within.add(name.asText());
        switch (type) {
            case "list" -> member(side, element + "[]", shape.path("member"), within);
            case "map" -> member(side, element + "{}", shape.path("value"), within);
            case "structure" -> members(side, element, name, within);
            default -> {}
        }
    }

    private JsonNode shape(String name) {
        JsonNode shape = root.path("shapes").path(name);
        if (shape.isMissingNode()) {
            throw new FaultException(file.toString(), "the shape " + name + " is used and not defined");
        }
        return shape;
    }
}
