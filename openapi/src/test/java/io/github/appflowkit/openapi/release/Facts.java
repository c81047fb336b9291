package io.github.appflowkit.openapi.release;

import io.github.appflowkit.openapi.api.ContractFacts;
import io.github.appflowkit.openapi.api.Fact;
import io.github.appflowkit.openapi.api.Fact.Side;
import io.github.appflowkit.openapi.document.Document;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The facts of one contract, to look up those of the other one in. */
final class Facts {
    private final Map<Fact.Key, Fact> facts = new LinkedHashMap<>();
    /** What they are about, with the first fact of each. */
    private final Map<Subject, Fact> subjects = new LinkedHashMap<>();

    Facts(Document contract) {
        for (Fact fact : ContractFacts.of(contract)) {
            facts.put(fact.key(), fact);
            subjects.putIfAbsent(Subject.of(fact), fact);
        }
    }

    Collection<Fact> all() {
        return facts.values();
    }

    /** The fact about the same thing, whatever its value. */
    Optional<Fact> like(Fact fact) {
        return Optional.ofNullable(facts.get(fact.key()));
    }

    boolean requires(Fact member) {
        return facts.containsKey(new Fact.Key(member.side(), member.element(), "required"));
    }

    /** Whether the operation of a fact is there; what belongs to none is taken for there. */
    boolean hasOperationOf(Fact fact) {
        return fact.side() == Side.SERVER
                || fact.operation().equals(ContractFacts.ERROR)
                || subjects.containsKey(new Subject(Side.OPERATION, fact.operation()));
    }

    boolean has(Subject subject) {
        return subjects.containsKey(subject);
    }

    /** Whether a fact is the first about its subject. */
    boolean isFirst(Fact fact) {
        return fact.equals(subjects.get(Subject.of(fact)));
    }

    /** Whether the member that a fact is about may only have listed values. */
    boolean hasEnumOf(Fact fact) {
        return facts.values().stream()
                .anyMatch(own -> own.isEnumValue() && Subject.of(own).equals(Subject.of(fact)));
    }
}
