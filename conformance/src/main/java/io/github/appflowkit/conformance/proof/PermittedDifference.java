package io.github.appflowkit.conformance.proof;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One way to differ from the endpoint that does everything as the contract says, without breaking what it demands.
 *
 * @param name the difference in words
 * @param warnings the ids of the rules, none of them a must rule, that may warn; globs are allowed
 * @param endpoint starts an endpoint that differs; whoever starts it closes it
 */
public record PermittedDifference(String name, List<String> warnings, Supplier<RightEndpoint> endpoint) {

    public PermittedDifference {
        warnings = List.copyOf(warnings);
    }

    /** The rules that blame the endpoint for its difference. */
    public List<String> accusedBy(Set<String> failed, Set<String> warned) {
        return Stream.concat(failed.stream(), warned.stream().filter(rule -> !Globs.anyMatches(warnings, rule)))
                .sorted()
                .toList();
    }
}
