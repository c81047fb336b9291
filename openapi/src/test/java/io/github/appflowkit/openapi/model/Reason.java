package io.github.appflowkit.openapi.model;

import io.github.appflowkit.openapi.document.Document;
import io.github.appflowkit.openapi.document.FaultException;
import io.github.appflowkit.openapi.document.Part;
import io.github.appflowkit.openapi.document.Place;
import io.github.appflowkit.openapi.lint.Nearest;
import java.util.List;
import java.util.stream.Stream;

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
        only(document.root(), List.of("differences"));
        Part differences = document.root().get("differences").orElseThrow();
        return list(differences).stream().flatMap(Reason::of).toList();
    }

    private static Stream<Reason> of(Part entry) {
        if (entry.kind() != Part.Kind.MAPPING) {
            throw wrong(entry, "a mapping is needed here, and this is " + entry.kind());
        }
        only(entry, MEMBERS);
        MEMBERS.stream().skip(1).map(entry.members()::get).forEach(Reason::text);
        return list(entry.members().get("elements")).stream()
                .map(element -> new Reason(
                        text(element),
                        entry.textOf("contract"),
                        entry.textOf("model"),
                        entry.textOf("reason").strip(),
                        element.place()));
    }

    private static void only(Part mapping, List<String> known) {
        for (Part member : mapping.members().values()) {
            if (!known.contains(member.name())) {
                throw wrong(
                        member, "'" + member.name() + "' is not known here" + Nearest.question(member.name(), known));
            }
        }
        for (String member : known) {
            if (!mapping.members().containsKey(member)) {
                throw wrong(
                        mapping,
                        "'" + member + "' is missing: " + String.join(", ", known)
                                + (known.size() == 1 ? " is" : " are") + " needed");
            }
        }
    }

    private static List<Part> list(Part part) {
        if (part.kind() != Part.Kind.LIST) {
            throw wrong(part, "a list is needed at '" + part.name() + "', and this is " + part.kind());
        }
        return part.items();
    }

    private static String text(Part part) {
        if (part.kind() != Part.Kind.SCALAR || part.text().isBlank()) {
            throw wrong(
                    part,
                    "a text is needed here, and this is " + (part.kind() == Part.Kind.SCALAR ? "empty" : part.kind()));
        }
        return part.text();
    }

    private static FaultException wrong(Part part, String text) {
        return new FaultException(part.finding(text));
    }
}
