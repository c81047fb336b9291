package io.github.appflowkit.conformance.trace;

import io.github.appflowkit.conformance.proof.Fault;
import io.github.appflowkit.conformance.proof.Faults;
import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.rule.Contract;
import io.github.appflowkit.conformance.rule.Coverage;
import io.github.appflowkit.conformance.rule.Rule;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How the contract hangs together with what holds it: an element is covered by rules, a rule is judged by scenarios and
 * proved by faults, and the reference server has tests of an element.
 */
public final class Trace {
    private final Contract contract;
    private final Coverage coverage;
    private final Map<String, Rule> rules;
    private final List<Fault> faults;
    private final Map<String, List<String>> serverTests;

    /**
     * Traces a contract.
     *
     * @param serverTests the names of the server's tests, by element
     */
    Trace(Contract contract, List<Rule> rules, List<Fault> faults, Map<String, List<String>> serverTests) {
        this.contract = contract;
        this.coverage = new Coverage(contract, rules);
        this.rules = rules.stream().collect(Collectors.toMap(Rule::id, Function.identity(), (rule, same) -> rule));
        this.faults = List.copyOf(faults);
        this.serverTests = Map.copyOf(serverTests);
    }

    /** Traces the suite's own contract. */
    public static Trace load() {
        return of(Contract.load(), Catalogue.load().rules());
    }

    /** Traces a contract to some of the suite's rules. */
    public static Trace of(Contract contract, List<Rule> rules) {
        return new Trace(contract, rules, Faults.all(), ServerTests.load());
    }

    /** The elements of the contract, in the order of their names. */
    public Set<String> elements() {
        return coverage.rulesByElement().keySet();
    }

    /** What the elements that begin so are elements of: an operation, or what all answers or all errors share. */
    public static String title(String owner) {
        return switch (owner) {
            case "error" -> "Every error";
            case "header" -> "Every answer";
            default -> owner;
        };
    }

    /** The rules that cover an element. */
    public List<Rule> rulesOf(String element) {
        return coverage.rulesByElement().getOrDefault(element, List.of()).stream()
                .map(rules::get)
                .toList();
    }

    /** The mistakes, in words, that some of the rules have to notice. */
    public List<String> faultsOf(Collection<Rule> rules) {
        List<String> ids = rules.stream().map(Rule::id).toList();
        return faults.stream()
                .filter(fault -> fault.breaksAnyOf(ids))
                .map(Fault::name)
                .toList();
    }

    /** The names of the reference server's tests of an element; those of its parts are its own. */
    public List<String> serverTestsOf(String element) {
        return testsOf(tag -> tag.equals(element) || tag.startsWith(element + "."));
    }

    /** The same of what a rule covers; those of parts only where there are no others, for an operation has them all. */
    public List<String> serverTestsOf(Rule rule) {
        List<String> own = testsOf(rule.covers()::contains);
        return own.isEmpty()
                ? testsOf(tag -> rule.covers().stream().anyMatch(element -> tag.startsWith(element + ".")))
                : own;
    }

    private List<String> testsOf(Predicate<String> element) {
        return serverTests.entrySet().stream()
                .filter(tests -> element.test(tests.getKey()))
                .flatMap(tests -> tests.getValue().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Where an element stands in the contract, as {@code file:line}. */
    public String placeOf(String element) {
        return new ElementPlaces(contract).of(element);
    }

    /** The elements of optional members that no rule judges yet, which breaks nothing. */
    public List<String> open() {
        return coverage.uncovered().stream().filter(coverage::isOptional).toList();
    }

    /** What lacks its other end, and what to do about it, a line each; none where everything hangs together. */
    public List<String> dangling() {
        return new LooseEnds(this).lines();
    }

    /** The elements that oblige somebody and that no rule covers. */
    List<String> uncovered() {
        return coverage.uncovered().stream()
                .filter(element -> !coverage.isOptional(element))
                .toList();
    }

    /** The elements that oblige somebody and that no test of the server bears. */
    List<String> untested() {
        return elements().stream()
                .filter(element -> serverTestsOf(element).isEmpty() && !coverage.isOptional(element))
                .toList();
    }

    Collection<Rule> rules() {
        return rules.values();
    }

    List<Fault> faults() {
        return faults;
    }

    Map<String, List<String>> serverTests() {
        return serverTests;
    }
}
