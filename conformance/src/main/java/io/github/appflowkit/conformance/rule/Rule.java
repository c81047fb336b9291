package io.github.appflowkit.conformance.rule;

import java.util.List;

/**
 * One sentence of the contract that an endpoint is judged by, as its {@code Rule:} block in a feature states it.
 *
 * @param id stable name, such as {@code stop-flow.on-demand-refused}
 * @param sentence what holds on a right endpoint
 * @param level how binding it is
 * @param evidence what it rests on
 * @param source where the evidence stands
 * @param likelyCause what an endpoint that breaks the rule most likely does; empty when nothing general can be said
 * @param covers elements of the contract document that the rule covers, such as {@code StopFlow.flowName.maxLength}
 * @param feature name of the feature that holds the rule
 * @param everyAnswer whether the rule is judged on every exchange of the run instead of on exchanges of its own
 * @param scenarios the rule's examples
 */
public record Rule(
        String id,
        String sentence,
        Level level,
        Evidence evidence,
        String source,
        String likelyCause,
        List<String> covers,
        String feature,
        boolean everyAnswer,
        List<Scenario> scenarios) {
    public Rule {
        covers = List.copyOf(covers);
        scenarios = List.copyOf(scenarios);
    }

    /** Whether the rule speaks of this operation: a feature that bears an operation's name speaks of that one alone. */
    public boolean concerns(Contract.Operation operation, Contract contract) {
        return feature.equals(operation.id()) || !contract.operations().containsKey(feature);
    }

    /**
     * An example of a rule.
     *
     * @param title its outcome
     * @param steps its steps, with their keywords
     * @param needs what the target must offer besides the two operations
     */
    public record Scenario(String title, List<String> steps, List<Need> needs) {
        public Scenario {
            steps = List.copyOf(steps);
            needs = List.copyOf(needs);
        }
    }
}
