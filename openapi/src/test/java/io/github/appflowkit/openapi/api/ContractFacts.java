package io.github.appflowkit.openapi.api;

import io.github.appflowkit.openapi.api.Fact.Side;
import io.github.appflowkit.openapi.document.Document;
import io.github.appflowkit.openapi.document.OperationPart;
import io.github.appflowkit.openapi.document.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an OpenAPI document promises. */
public final class ContractFacts {
    /** The value of what is there or is not, as an error or a value of an enum. */
    public static final String THERE = "documented";
    /** What the members of every error's body are members of. */
    public static final String ERROR = "error";

    private static final List<String> CONSTRAINTS = List.of(
            "format",
            "minLength",
            "maxLength",
            "pattern",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "minItems",
            "maxItems",
            "nullable");

    private final Document document;
    private final List<Fact> facts = new ArrayList<>();
    private final Set<Fact.Key> known = new HashSet<>();

    private ContractFacts(Document document) {
        this.document = document;
    }

    /** The facts of a document, in its order. */
    public static List<Fact> of(Document document) {
        ContractFacts reader = new ContractFacts(document);
        document.operations().forEach(reader::operation);
        return List.copyOf(reader.facts);
    }

    private void operation(OperationPart operation) {
        String id = operation.id();
        Part at = operation.part().get("operationId").orElse(operation.part());
        add(Side.OPERATION, id, "method", operation.method(), at);
        add(Side.OPERATION, id, "path", operation.path(), at);
        operation
                .part()
                .get("requestBody")
                .flatMap(document::schema)
                .ifPresent(schema -> members(Side.REQUEST, id, schema, Set.of()));
        for (Part response : operation.part().membersOf("responses")) {
            Optional<Part> target = document.resolve(response);
            if (response.name().startsWith("2")) {
                add(Side.OPERATION, id, "status", response.name(), response);
                target.flatMap(document::schema).ifPresent(schema -> members(Side.RESPONSE, id, schema, Set.of()));
            } else {
                target.ifPresent(error -> error(id, response, error));
            }
        }
    }

    private void error(String id, Part response, Part error) {
        error.at("headers", OperationPart.ERROR_TYPE)
                .flatMap(document::resolve)
                .flatMap(header -> header.at("schema", "enum"))
                .map(Part::items)
                .orElse(List.of())
                .forEach(name -> add(Side.ERROR, id, response.name() + "." + name.text(), THERE, name));
        document.schema(error).ifPresent(schema -> members(Side.ERROR, ERROR, schema, Set.of()));
    }

    /** The members of an object; one that holds itself is not entered again. */
    private void members(Side side, String owner, Part schema, Set<String> above) {
        if (above.contains(schema.pointer())) {
            return;
        }
        Set<String> within = new HashSet<>(above);
        within.add(schema.pointer());
        List<String> required = schema.textsOf("required");
        for (Part property : schema.membersOf("properties")) {
            String element = owner + "." + property.name();
            if (required.contains(property.name())) {
                add(side, element, "required", "true", property);
            }
            member(side, element, property, within);
        }
    }

    private void member(Side side, String element, Part written, Set<String> above) {
        Optional<Part> resolved = document.resolve(written);
        if (resolved.isEmpty()) {
            return;
        }
        Part schema = resolved.get();
        add(side, element, "type", schema.textOf("type"), written);
        CONSTRAINTS.forEach(constraint ->
                schema.get(constraint).ifPresent(part -> add(side, element, constraint, part.text(), part)));
        schema.get("enum")
                .map(Part::items)
                .orElse(List.of())
                .forEach(value -> add(side, element, Fact.ENUM + value.text(), THERE, value));
        schema.get("items").ifPresent(items -> member(side, element + "[]", items, above));
        members(side, element, schema, above);
    }

    private void add(Side side, String element, String aspect, String value, Part part) {
        Fact fact = new Fact(side, element, aspect, value, part.place());
        if (known.add(fact.key())) {
            facts.add(fact);
        }
    }
}
