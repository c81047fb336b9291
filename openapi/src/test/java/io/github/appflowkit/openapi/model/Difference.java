package io.github.appflowkit.openapi.model;

import io.github.appflowkit.openapi.api.Fact;
import io.github.appflowkit.openapi.document.Place;
import java.util.Optional;

/**
 * Something that the contract and AWS's model do not say alike.
 *
 * @param element what it is about, such as {@code StopFlow.flowName.maxLength}
 * @param contract what the contract says; {@code absent} if nothing
 * @param model what the model says; {@code absent} if nothing
 * @param place where it stands in the contract, or in the model if only there
 */
record Difference(String element, String contract, String model, Place place) {
    static final String ABSENT = "absent";

    static Difference of(Optional<Fact> contract, Optional<Fact> model) {
        Fact fact = contract.or(() -> model).orElseThrow();
        return new Difference(
                fact.name(),
                contract.map(Fact::value).orElse(ABSENT),
                model.map(Fact::value).orElse(ABSENT),
                fact.place());
    }

    boolean explainedBy(Reason reason) {
        return reason.element().equals(element)
                && reason.contract().equals(contract)
                && reason.model().equals(model);
    }

    @Override
    public String toString() {
        return element + ": contract " + contract + ", model " + model;
    }
}
