package io.github.appflowkit.conformance.proving;

import io.github.appflowkit.conformance.proof.PermittedDifference;
import java.util.List;

/**
 * What the suite said of an endpoint that differs as it may.
 *
 * @param difference in what it differs
 * @param accusedBy the ids of the rules that blame it
 * @param errors the ids of the rules over which the suite itself failed
 */
public record DifferenceOutcome(PermittedDifference difference, List<String> accusedBy, List<String> errors) {
    public DifferenceOutcome {
        accusedBy = List.copyOf(accusedBy);
        errors = List.copyOf(errors);
    }
}
