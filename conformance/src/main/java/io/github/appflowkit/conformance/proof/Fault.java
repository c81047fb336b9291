package io.github.appflowkit.conformance.proof;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One mistake that an implementer may make, the rules that have to notice it, and an endpoint that makes it.
 *
 * @param name the mistake in words
 * @param rules the ids of all rules that the mistake breaks, every one of which must fail or warn; a glob
 *     ({@code wire.*}) stands for rules that may break with them, because they need what the mistake spoils
 * @param endpoint starts an endpoint that is right but for the mistake; whoever starts it closes it
 */
public record Fault(String name, List<String> rules, Supplier<RightEndpoint> endpoint) {

    public Fault {
        rules = List.copyOf(rules);
    }

    /** Whether one of these rules has to notice the mistake. */
    public boolean breaksAnyOf(Collection<String> ids) {
        return rules.stream().anyMatch(ids::contains);
    }

    /** The rules that should have noticed the mistake, but did not. */
    public List<String> missedBy(Set<String> failedOrWarned) {
        return rules.stream()
                .filter(rule -> !Globs.isGlob(rule) && !failedOrWarned.contains(rule))
                .toList();
    }

    /** The rules that blame the endpoint for something that it does right. */
    public List<String> accusedWronglyBy(Set<String> failedOrWarned) {
        return failedOrWarned.stream()
                .filter(rule -> !Globs.anyMatches(rules, rule))
                .sorted()
                .toList();
    }
}
