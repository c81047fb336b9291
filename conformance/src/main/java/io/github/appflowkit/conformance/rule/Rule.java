package io.github.appflowkit.conformance.rule;

import java.lang.module.ModuleDescriptor.Version;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One sentence of the contract that an endpoint is judged by, as its {@code Rule:} block in a feature states it.
 *
 * @param id stable name, such as {@code stop-flow.on-demand-refused}
 * @param sentence what holds on a right endpoint
 * @param level how binding it is
 * @param evidence what it rests on
 * @param since the version of the rule set that it came with, such as {@code 1.0}
 * @param source where the evidence stands
 * @param likelyCauses what an endpoint that breaks the rule most likely does; empty when nothing can be said beforehand
 * @param covers elements of the contract document that the rule covers, such as {@code StopFlow.flowName.maxLength}
 * @param feature name of the feature that holds the rule
 * @param everyAnswer whether the rule is judged on every exchange of the run instead of on exchanges of its own
 * @param tags every tag of the rule and of its scenarios, each with its at sign
 * @param scenarios the rule's examples
 */
public record Rule(
        String id,
        String sentence,
        Level level,
        Evidence evidence,
        String since,
        String source,
        List<LikelyCause> likelyCauses,
        List<String> covers,
        String feature,
        boolean everyAnswer,
        Set<String> tags,
        List<Scenario> scenarios) {
    public Rule {
        likelyCauses = List.copyOf(likelyCauses);
        covers = List.copyOf(covers);
        tags = Set.copyOf(tags);
        scenarios = List.copyOf(scenarios);
    }

    /** What an endpoint that breaks the rule most likely does, in words; empty when nothing can be said beforehand. */
    public String likelyCause() {
        return likelyCauses.stream().map(LikelyCause::toString).collect(Collectors.joining(" "));
    }

    /**
     * Whether the rule came with a later version of the rule set.
     *
     * @param ruleSet a version such as {@code 1.0}
     */
    public boolean isNewerThan(String ruleSet) {
        return Version.parse(since).compareTo(Version.parse(ruleSet)) > 0;
    }

    /** Whether the rule speaks of this operation: a feature that bears an operation's name speaks of that one alone. */
    public boolean concerns(Operation operation, Contract contract) {
        return feature.equals(operation.id()) || !contract.operations().containsKey(feature);
    }

    /** How many scenarios run for the rule when these operations are judged. */
    public int scenarioCount(Set<String> operations) {
        return (int) scenarios.stream()
                .flatMap(scenario -> scenario.examples().stream())
                .filter(operations::containsAll)
                .count();
    }

    /**
     * An example of a rule.
     *
     * @param title its outcome
     * @param steps its steps, with their keywords
     * @param needs what the target must offer besides the two operations
     * @param examples for each time that it runs, the ids of the operations that have to be judged for it
     */
    public record Scenario(String title, List<String> steps, List<Need> needs, List<Set<String>> examples) {
        public Scenario {
            steps = List.copyOf(steps);
            needs = List.copyOf(needs);
            examples = List.copyOf(examples);
        }
    }
}
