package io.github.appflowkit.conformance.proving;

import io.github.appflowkit.conformance.proof.Fault;
import java.util.List;
import java.util.Set;

/**
 * What the suite said of an endpoint with one mistake.
 *
 * @param fault the mistake
 * @param judges the ids of the rules that judged it
 * @param broken the ids of the rules that failed or warned, in the order of the catalogue
 * @param errors the ids of the rules over which the suite itself failed
 */
public record FaultOutcome(Fault fault, List<String> judges, List<String> broken, List<String> errors) {
    public FaultOutcome {
        judges = List.copyOf(judges);
        broken = List.copyOf(broken);
        errors = List.copyOf(errors);
    }

    /** The judges that had to notice the mistake and did not: with any of them, it survives. */
    public List<String> missedBy() {
        return fault.missedBy(Set.copyOf(broken)).stream()
                .filter(judges::contains)
                .toList();
    }

    /** The rules that blame the endpoint for something that it does right. */
    public List<String> accusedWronglyBy() {
        return fault.accusedWronglyBy(Set.copyOf(broken));
    }

    /** Whether a rule had to notice the mistake, and did. */
    public boolean proves(String ruleId) {
        return fault.rules().contains(ruleId) && broken.contains(ruleId);
    }
}
