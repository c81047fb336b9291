package io.github.appflowkit.conformance.proof;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A way to differ from the endpoint that does everything as the contract says, without breaking what it demands. */
public final class PermittedDifference {
    private final String name;
    private final List<String> warnings;
    private final Consumer<Decisions> change;

    /**
     * Creates a difference.
     *
     * @param warnings the ids of the rules, none of them a must rule, that may warn; globs are allowed
     */
    PermittedDifference(String name, Consumer<Decisions> change, List<String> warnings) {
        this.name = name;
        this.warnings = List.copyOf(warnings);
        this.change = change;
    }

    /** The difference in words. */
    public String name() {
        return name;
    }

    /** Starts an endpoint that differs; whoever starts it closes it. */
    public RightEndpoint start() {
        return new RightEndpoint(change);
    }

    /** This difference and another one, which may rewrite what this one answers. */
    PermittedDifference and(PermittedDifference other) {
        return new PermittedDifference(
                name + "; " + other.name,
                change.andThen(other.change),
                Stream.concat(warnings.stream(), other.warnings.stream()).toList());
    }

    /** The rules that blame the endpoint for its difference. */
    public List<String> accusedBy(Set<String> failed, Set<String> warned) {
        return Stream.concat(failed.stream(), warned.stream().filter(rule -> !Globs.anyMatches(warnings, rule)))
                .sorted()
                .toList();
    }
}
