package io.github.appflowkit.openapi.release;

import io.github.appflowkit.openapi.api.ContractFacts;
import io.github.appflowkit.openapi.api.Fact;
import io.github.appflowkit.openapi.api.Fact.Side;
import io.github.appflowkit.openapi.document.Document;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The facts of one contract, to look up those of the other one in. */
final class Facts {
    private final Map<Fact.Key, Fact> facts;

    Facts(Document contract) {
        facts = ContractFacts.of(contract).stream()
                .collect(Collectors.toMap(Fact::key, Function.identity(), (a, b) -> a, LinkedHashMap::new));
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

    /** Whether the operation of a fact is there; that of what all errors have always is. */
    boolean hasOperationOf(Fact fact) {
        return fact.operation().equals(ContractFacts.ERROR)
                || facts.values().stream()
                        .anyMatch(own ->
                                own.side() == Side.OPERATION && own.element().equals(fact.operation()));
    }

    /** Whether the member that a fact is about is there. */
    boolean hasElementOf(Fact fact) {
        return facts.values().stream().anyMatch(own -> isAboutSame(own, fact));
    }

    /** Whether the member that a fact is about may only have listed values. */
    boolean hasEnumOf(Fact fact) {
        return facts.values().stream().anyMatch(own -> own.isEnumValue() && isAboutSame(own, fact));
    }

    /** The name of the operation that is served at a path. */
    Optional<String> servedAt(String path) {
        return facts.values().stream()
                .filter(own -> own.side() == Side.OPERATION
                        && own.aspect().equals("path")
                        && own.value().equals(path))
                .map(Fact::element)
                .findFirst();
    }

    boolean hasOperation(String name) {
        return facts.containsKey(new Fact.Key(Side.OPERATION, name, "path"));
    }

    private static boolean isAboutSame(Fact own, Fact other) {
        return own.side() == other.side() && own.element().equals(other.element());
    }
}
