package io.github.appflowkit.conformance.trace;

import io.github.appflowkit.conformance.proof.Fault;
import io.github.appflowkit.conformance.proof.Faults;
import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.rule.Contract;
import io.github.appflowkit.conformance.rule.Coverage;
import io.github.appflowkit.conformance.rule.Level;
import io.github.appflowkit.conformance.rule.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How the contract hangs together with what holds it: an element is covered by rules, a rule is judged by scenarios and
 * proved by faults, and the reference server has tests of an element.
 */
public final class Trace {
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

    /** The rules that cover an element. */
    public List<Rule> rulesOf(String element) {
        return coverage.rulesByElement().getOrDefault(element, List.of()).stream()
                .map(rules::get)
                .toList();
    }

    /** The mistakes, in words, that some of the rules have to notice. */
    public List<String> faultsOf(Collection<Rule> rules) {
        Set<String> ids = rules.stream().map(Rule::id).collect(Collectors.toSet());
        return faults.stream()
                .filter(fault -> fault.rules().stream().anyMatch(ids::contains))
                .map(Fault::name)
                .toList();
    }

    /** The names of the reference server's tests of an element; those of its parts are its own. */
    public List<String> serverTestsOf(String element) {
        return serverTests.entrySet().stream()
                .filter(tests ->
                        tests.getKey().equals(element) || tests.getKey().startsWith(element + "."))
                .flatMap(tests -> tests.getValue().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The elements of optional members that no rule judges yet, which breaks nothing. */
    public List<String> open() {
        return coverage.uncovered().stream().filter(coverage::isOptional).toList();
    }

    /** Where the rules of an element's operation stand, those of every answer in the feature of the wire. */
    private static String featureOf(String element) {
        String owner = element.split("\\.", 2)[0];
        String file = fileOf(owner.equals("error") ? "Wire" : owner);
        return Catalogue.FEATURES.contains(file) ? file : file + " (a new one: add it to Catalogue.FEATURES)";
    }

    private static String fileOf(String feature) {
        return "features/" + feature.replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT) + ".feature";
    }

    /** What lacks its other end, and what to do about it, a line each; none where everything hangs together. */
    public List<String> dangling() {
        List<String> dangling = new ArrayList<>();
        coverage.uncovered().stream()
                .filter(element -> !coverage.isOptional(element))
                .forEach(element -> dangling.add(element + ": no rule covers it. Write one in " + featureOf(element)
                        + ", or add @covers:" + element + " to the one that does."));
        rules.values().stream()
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .forEach(rule -> {
                    rule.covers().stream()
                            .filter(element -> !elements().contains(element))
                            .forEach(element -> dangling.add(rule.id() + ": it covers " + element
                                    + ", which the contract does not hold. Mend the tag in "
                                    + fileOf(rule.feature()) + ", or remove the rule."));
                    if (rule.level() != Level.MAY && faultsOf(List.of(rule)).isEmpty()) {
                        dangling.add(rule.id() + ": no fault proves it. Add one to the proof's faults.");
                    }
                });
        faults.forEach(fault -> fault.rules().stream()
                .filter(id -> !id.contains("*") && !rules.containsKey(id))
                .forEach(id -> dangling.add("The fault \"" + fault.name() + "\": it breaks the rule " + id
                        + ", which there is not. Mend the id, or remove the fault.")));
        elements().stream()
                .filter(element -> serverTestsOf(element).isEmpty() && !coverage.isOptional(element))
                .forEach(element -> dangling.add(
                        element + ": no test of the server bears it as a tag. Add @Tag(\"" + element + "\") to one."));
        serverTests.keySet().stream()
                .filter(element -> !elements().contains(element))
                .sorted()
                .forEach(element -> dangling.add(String.join(", ", serverTests.get(element)) + ": tagged with "
                        + element + ", which the contract does not hold. Mend the tag, or remove it."));
        return dangling;
    }
}
