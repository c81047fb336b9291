package io.github.appflowkit.conformance.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The elements of a contract: all that it promises and that rules can cover, by name. */
final class Elements {
    private static final List<String> CONSTRAINTS = List.of(
            "type",
            "format",
            "minLength",
            "maxLength",
            "pattern",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "minItems",
            "maxItems",
            "uniqueItems",
            "minProperties",
            "maxProperties",
            "nullable");

    private final Contract contract;
    private final Set<String> names = new TreeSet<>();

    private Elements(Contract contract) {
        this.contract = contract;
    }

    /** Every element, such as {@code StopFlow.404.ResourceNotFoundException}. */
    static Set<String> all(Contract contract) {
        Elements elements = new Elements(contract);
        contract.operations().values().forEach(operation -> {
            elements.names.add(operation.id());
            inputs(operation).forEach(member -> elements.member(operation.id(), member, List.of()));
            elements.answers(operation);
        });
        return elements.names;
    }

    /** Those that are about a part of a request which it may lack, unless an answer has one of this name. */
    static Set<String> optional(Contract contract) {
        Elements elements = new Elements(contract);
        Elements answers = new Elements(contract);
        contract.operations().values().forEach(operation -> {
            inputs(operation)
                    .filter(member -> !member.required())
                    .forEach(member -> elements.member(operation.id(), member, List.of()));
            answers.answers(operation);
        });
        elements.names.removeAll(answers.names);
        return elements.names;
    }

    private static Stream<Member> inputs(Operation operation) {
        return Stream.concat(operation.parameters().stream(), operation.input().stream());
    }

    private void answers(Operation operation) {
        operation.statuses().forEach(status -> {
            List<String> errors = operation.errors(status);
            names.add(operation.id() + "." + status);
            errors.forEach(error -> names.add(operation.id() + "." + status + "." + error));
            operation.headers(status).forEach(header -> names.add("header." + header));
            String owner = errors.isEmpty() ? operation.id() : "error";
            operation.output(status).forEach(member -> member(owner, member, List.of()));
        });
    }

    private void member(String owner, Member member, List<JsonNode> above) {
        String name = owner + "." + member.name();
        if (member.required()) {
            names.add(name + ".required");
        }
        schema(name, member.schema(), above);
    }

    /** Adds what a schema asks for, and all that it holds but for those that it is in itself. */
    private void schema(String name, JsonNode schema, List<JsonNode> above) {
        if (above.contains(schema)) {
            return;
        }
        List<JsonNode> within = Stream.concat(above.stream(), Stream.of(schema)).toList();
        CONSTRAINTS.stream().filter(schema::has).forEach(constraint -> names.add(name + "." + constraint));
        schema.path("enum").forEach(value -> names.add(name + "." + value.asText()));
        contract.members(schema).forEach(member -> member(name, member, within));
        if (schema.has("items")) {
            schema(name + "[]", contract.resolve(schema.path("items")), within);
        }
    }
}
