package io.github.appflowkit.conformance.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which rules cover which elements of the contract: operations, statuses, errors, constraints and enum values. */
public final class Coverage {
    private static final List<String> CONSTRAINTS = List.of("type", "minLength", "maxLength", "pattern");

    private final Map<String, List<String>> rulesByElement = new LinkedHashMap<>();
    private final Set<String> unknown = new TreeSet<>();
    private final Set<String> optional;

    /** Computes the coverage of a contract by rules. */
    public Coverage(Contract contract, List<Rule> rules) {
        optional = optional(contract);
        elements(contract)
                .forEach(element -> rulesByElement.put(
                        element,
                        rules.stream()
                                .filter(rule -> rule.covers().contains(element))
                                .map(Rule::id)
                                .toList()));
        rules.stream()
                .flatMap(rule -> rule.covers().stream())
                .filter(element -> !rulesByElement.containsKey(element))
                .forEach(unknown::add);
    }

    /** The ids of the rules that cover each element of the contract. */
    public Map<String, List<String>> rulesByElement() {
        return rulesByElement;
    }

    /** The elements that no rule covers. */
    public List<String> uncovered() {
        return rulesByElement.entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Whether an element is about a member that a request may lack: it obliges nobody before a rule says what it does, for
     * members that an implementation does not know are ignored.
     */
    public boolean isOptional(String element) {
        return optional.contains(element);
    }

    /** What rules claim to cover and the contract does not hold. */
    public Set<String> unknown() {
        return unknown;
    }

    /** Every element of a contract, such as {@code StopFlow.404.ResourceNotFoundException}. */
    private static Set<String> elements(Contract contract) {
        Set<String> elements = new TreeSet<>();
        contract.operations().values().forEach(operation -> {
            elements.add(operation.id());
            operation.input().forEach(member -> addMember(elements, operation.id(), member));
            operation.statuses().forEach(status -> {
                elements.add(operation.id() + "." + status);
                operation.errors(status).forEach(error -> elements.add(operation.id() + "." + status + "." + error));
                String owner = operation.errors(status).isEmpty() ? operation.id() : "error";
                operation.output(status).forEach(member -> addMember(elements, owner, member));
            });
        });
        return elements;
    }

    private static Set<String> optional(Contract contract) {
        Set<String> elements = new TreeSet<>();
        contract.operations()
                .values()
                .forEach(operation -> operation.input().stream()
                        .filter(member -> !member.required())
                        .forEach(member -> addMember(elements, operation.id(), member)));
        return elements;
    }

    private static void addMember(Set<String> elements, String owner, Contract.Member member) {
        String name = owner + "." + member.name();
        if (member.required()) {
            elements.add(name + ".required");
        }
        CONSTRAINTS.stream().filter(member.schema()::has).forEach(constraint -> elements.add(name + "." + constraint));
        for (JsonNode value : member.schema().path("enum")) {
            elements.add(name + "." + value.asText());
        }
    }
}
