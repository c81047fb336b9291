package io.github.appflowkit.conformance.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which rules cover which elements of the contract: operations, statuses, errors, constraints and enum values. */
public final class Coverage {
    private final Map<String, List<String>> rulesByElement = new LinkedHashMap<>();
    private final Set<String> unknown = new TreeSet<>();
    private final Set<String> optional;

    /** Computes the coverage of a contract by rules. */
    public Coverage(Contract contract, List<Rule> rules) {
        optional = Elements.optional(contract);
        Elements.all(contract)
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
     * Whether an element is about a member that a request may lack, and about nothing of an answer: it obliges nobody before
     * a rule says what it does, for members that an implementation does not know are ignored.
     */
    public boolean isOptional(String element) {
        return optional.contains(element);
    }

    /** What rules claim to cover and the contract does not hold. */
    public Set<String> unknown() {
        return unknown;
    }
}
