package io.github.appflowkit.conformance.proving;

import io.github.appflowkit.conformance.proof.Fault;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the suite said of an endpoint with one mistake.
 *
 * @param fault the mistake
 * @param broken the ids of the rules that failed or warned, in the order of the catalogue
 * @param errors the ids of the rules over which the suite itself failed
 */
public record FaultOutcome(Fault fault, List<String> broken, List<String> errors) {
    public FaultOutcome {
        broken = List.copyOf(broken);
        errors = List.copyOf(errors);
    }

    /** The rules that had to notice the mistake and did not: with any of them, it survives. */
    public List<String> missedBy() {
        return fault.missedBy(brokenSet());
    }

    /** The rules that blame the endpoint for something that it does right. */
    public List<String> accusedWronglyBy() {
        return fault.accusedWronglyBy(brokenSet());
    }

    /** Whether every rule that had to notice the mistake did, and no rule blames the endpoint for anything else. */
    public boolean isExact() {
        return missedBy().isEmpty() && accusedWronglyBy().isEmpty();
    }

    private Set<String> brokenSet() {
        return new LinkedHashSet<>(broken);
    }
}
