package io.github.appflowkit.conformance.trace;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.appflowkit.conformance.rule.Contract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where the elements of a contract stand in its document, as editors and compilers write it. */
final class ElementPlaces {
    private static final String FILE = "openapi/appflow.yaml";

    private final JsonNode document;
    /** By JSON pointer. */
    private final Map<String, Integer> lines = new HashMap<>();

    ElementPlaces(Contract contract) {
        YAMLMapper mapper = new YAMLMapper();
        try (JsonParser parser = mapper.createParser(contract.text())) {
            document = mapper.readTree(contract.text());
            while (parser.nextToken() != null) {
                lines.putIfAbsent(
                        parser.getParsingContext().pathAsPointer().toString(),
                        parser.currentTokenLocation().getLineNr());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file and the line of an element, such as {@code StopFlow.flowName.maxLength}. */
    String of(String element) {
        String[] owner = element.split("\\.", 2);
        return operations(owner[0])
                .flatMap(operation -> pointers(operation, owner[0], owner.length == 1 ? "" : owner[1]))
                .filter(lines::containsKey)
                .findFirst()
                .map(pointer -> FILE + ":" + lines.get(pointer))
                .orElse(FILE);
    }

    /** The operation of this id; all of them for what every answer or every error has. */
    private Stream<String> operations(String id) {
        Set<String> known = Set.of("error", "header");
        return document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(method -> known.contains(id)
                                || id.equals(
                                        method.getValue().path("operationId").asText()))
                        .map(method -> "/paths/" + path.getKey().replace("/", "~1") + "/" + method.getKey()));
    }

    /** Where an element of an operation may stand, the best place first. */
    private Stream<String> pointers(String operation, String owner, String name) {
        List<String> responses = document.at(operation + "/responses").properties().stream()
                .map(response -> operation + "/responses/" + response.getKey())
                .toList();
        if (owner.equals("header")) {
            return responses.stream().map(response -> target(response) + "/headers/" + name);
        }
        String[] steps = name.split("\\.");
        String response = operation + "/responses/" + steps[0];
        if (responses.contains(response)) {
            String errors = target(target(response) + "/headers/X-Amzn-Errortype") + "/schema/enum";
            return Stream.concat(item(errors, steps[steps.length - 1]), Stream.of(response));
        }
        return Stream.of(
                        Stream.concat(Stream.of(operation + "/requestBody"), responses.stream())
                                .map(body -> target(body) + "/content/application~1json/schema")
                                .flatMap(schema -> part(schema, List.of(steps))),
                        parameters(operation)
                                .filter(parameter -> nameOf(parameter).equals(steps[0])),
                        Stream.of(operation + "/operationId"))
                .flatMap(places -> places);
    }

    private Stream<String> parameters(String operation) {
        String list = operation + "/parameters";
        return IntStream.range(0, document.at(list).size()).mapToObj(index -> list + "/" + index);
    }

    private String nameOf(String parameter) {
        return document.at(target(parameter)).path("name").asText();
    }

    /** Where a part of a schema may stand that a path of names leads to. */
    private Stream<String> part(String place, List<String> steps) {
        String schema = target(place);
        String step = steps.get(0);
        if (steps.size() == 1) {
            return Stream.concat(Stream.of(schema + "/" + step), item(schema + "/enum", step));
        }
        String property = schema + "/properties/" + step.replace("[]", "");
        if (!lines.containsKey(property)) {
            return Stream.empty();
        }
        String member = step.endsWith("[]") ? target(property) + "/items" : property;
        Stream<String> required = steps.get(1).equals("required") ? item(schema + "/required", step) : Stream.empty();
        return Stream.of(required, part(member, steps.subList(1, steps.size())), Stream.of(property))
                .flatMap(places -> places);
    }

    private Stream<String> item(String list, String text) {
        JsonNode items = document.at(list);
        return IntStream.range(0, items.size())
                .filter(index -> items.get(index).asText().equals(text))
                .mapToObj(index -> list + "/" + index);
    }

    /** What a part stands for: what its {@code $ref} leads to, or else itself. */
    private String target(String pointer) {
        JsonNode reference = document.at(pointer).path("$ref");
        return reference.isMissingNode() ? pointer : target(reference.asText().substring(1));
    }
}
