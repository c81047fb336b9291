package io.github.appflowkit.conformance.trace;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.appflowkit.conformance.rule.Contract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
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
        String[] steps = element.split("\\.", 3);
        return operations(steps[0])
                .flatMap(operation -> pointers(operation, steps))
                .filter(lines::containsKey)
                .findFirst()
                .map(pointer -> FILE + ":" + lines.get(pointer))
                .orElse(FILE);
    }

    /** The operation of this id; all of them for what every error has. */
    private Stream<String> operations(String id) {
        return document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(method -> id.equals("error")
                                || id.equals(
                                        method.getValue().path("operationId").asText()))
                        .map(method -> "/paths/" + path.getKey().replace("/", "~1") + "/" + method.getKey()));
    }

    /** Where an element of an operation may stand, the best place first. */
    private Stream<String> pointers(String operation, String[] steps) {
        if (steps.length == 1) {
            return Stream.of(operation + "/operationId");
        }
        String response = operation + "/responses/" + steps[1];
        if (lines.containsKey(response)) {
            String header = target(target(response) + "/headers/X-Amzn-Errortype");
            return steps.length == 2
                    ? Stream.of(response)
                    : Stream.concat(item(header + "/schema/enum", steps[2]), Stream.of(response));
        }
        return Stream.concat(
                        Stream.of("/requestBody"),
                        document.at(operation + "/responses").properties().stream()
                                .map(answer -> "/responses/" + answer.getKey()))
                .map(body -> target(target(operation + body) + "/content/application~1json/schema"))
                .flatMap(schema -> member(schema, steps[1], steps[2]));
    }

    private Stream<String> member(String schema, String name, String aspect) {
        String property = schema + "/properties/" + name;
        String member = target(property);
        return Stream.of(
                        aspect.equals("required") ? item(schema + "/required", name) : Stream.of(member + "/" + aspect),
                        item(member + "/enum", aspect),
                        Stream.of(property))
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
