package io.github.appflowkit.openapi.model;

import io.github.appflowkit.openapi.document.Document;
import io.github.appflowkit.openapi.document.FaultException;
import io.github.appflowkit.openapi.document.Finding;
import io.github.appflowkit.openapi.document.Part;
import io.github.appflowkit.openapi.document.Place;
import java.util.List;

/**
 * Why the contract differs from AWS's model on purpose.
 *
 * @param element what differs, such as {@code StopFlow.flowArn.required}
 * @param contract what the contract says; {@code absent} if nothing
 * @param model what the model says; {@code absent} if nothing
 * @param text why
 * @param place where the reason stands
 */
record Reason(String element, String contract, String model, String text, Place place) {
    private static final List<String> MEMBERS = List.of("elements", "contract", "model", "reason");

    /**
     * The reasons of a file, one for each element.
     *
     * @throws FaultException if it is not what such a file may be
     */
    static List<Reason> of(Document document) {
        return document.root().get("differences").stream()
                .flatMap(list -> list.items().stream())
                .flatMap(entry -> {
                    for (String member : MEMBERS) {
                        if (!entry.members().containsKey(member)) {
                            throw new FaultException(new Finding(
                                    entry.place(),
                                    "'" + member + "' is missing: " + String.join(", ", MEMBERS) + " are needed"));
                        }
                    }
                    Part elements = entry.get("elements").orElseThrow();
                    return elements.items().stream()
                            .map(element -> new Reason(
                                    element.text(),
                                    entry.textOf("contract"),
                                    entry.textOf("model"),
                                    entry.textOf("reason").strip(),
                                    element.place()));
                })
                .toList();
    }
}
