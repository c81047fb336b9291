package io.github.appflowkit.openapi.model;

import io.github.appflowkit.openapi.api.ContractFacts;
import io.github.appflowkit.openapi.api.Fact;
import io.github.appflowkit.openapi.document.Document;
import io.github.appflowkit.openapi.document.FaultException;
import io.github.appflowkit.openapi.document.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The contract beside AWS's model: what differs, and for what reason. */
public final class Comparison {
    private final Document contract;
    private final Model model;
    private final List<Difference> differences;
    private final List<Reason> reasons;

    private Comparison(Document contract, Model model, List<Reason> reasons) {
        this.contract = contract;
        this.model = model;
        this.reasons = reasons;
        differences = differences(
                ContractFacts.of(contract).stream()
                        .filter(Comparison::isOfModels)
                        .toList(),
                model.facts());
    }

    /**
     * Compares the operations of the contract.
     *
     * @param reasons the document that says why the contract differs on purpose
     * @throws FaultException if a reason is not what it may be
     */
    public static Comparison of(Document contract, Model model, Document reasons) {
        return new Comparison(contract, model, Reason.of(reasons));
    }

    /** Whether every difference has its reason, and every reason its difference. */
    public boolean isExplained() {
        return unexplained().isEmpty() && unused().isEmpty();
    }

    /** What there is to tell, a line each. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(contract.file() + " " + contract.version() + " and the " + model.form() + " model of API version "
                + model.version());
        explained().forEach((reason, explained) -> {
            lines.add("");
            explained.forEach(difference -> lines.add("explained  " + difference));
            lines.add("           "
                    + reason.replaceAll("(.{1,100})(?: +|$)", "\n           $1").strip());
        });
        if (!isExplained()) {
            lines.add("");
        }
        unexplained().forEach(difference -> lines.add("DIFFERENT  " + where(difference) + ": " + difference));
        unused().forEach(reason -> lines.add("UNUSED     " + reason.place() + ": no difference " + reason.element()
                + ": contract " + reason.contract() + ", model " + reason.model()));
        lines.add("");
        long besides = operationsBesides();
        lines.add(differences.size() + " differences, "
                + (differences.size() - unexplained().size()) + " explained, "
                + unused().size() + " reasons without a difference. " + besides
                + (besides == 1 ? " operation of the model is" : " operations of the model are")
                + " not in the contract.");
        return lines;
    }

    /** A model is written by machines, so that its file is enough to know. */
    private String where(Difference difference) {
        Place place = difference.place();
        return place.file().equals(contract.file()) ? place.toString() : place.file();
    }

    private Map<String, List<Difference>> explained() {
        Map<String, List<Difference>> explained = new LinkedHashMap<>();
        for (Difference difference : differences) {
            reasons.stream()
                    .filter(difference::explainedBy)
                    .findFirst()
                    .ifPresent(reason -> explained
                            .computeIfAbsent(reason.text(), text -> new ArrayList<>())
                            .add(difference));
        }
        return explained;
    }

    private List<Difference> unexplained() {
        return differences.stream()
                .filter(difference -> reasons.stream().noneMatch(difference::explainedBy))
                .toList();
    }

    private List<Reason> unused() {
        return reasons.stream()
                .filter(reason -> differences.stream().noneMatch(difference -> difference.explainedBy(reason)))
                .toList();
    }

    private long operationsBesides() {
        return model.operations().stream()
                .filter(name -> contract.operations().stream()
                        .noneMatch(operation -> operation.id().equals(name)))
                .count();
    }

    /** Whether a model can say it too: it knows no servers, no headers that are not members, and bodies by their members. */
    private static boolean isOfModels(Fact fact) {
        return switch (fact.side()) {
            case SERVER, HEADER -> false;
            case OPERATION -> List.of("method", "path", "status").contains(fact.aspect());
            case REQUEST, RESPONSE, ERROR ->
                !(Fact.isBody(fact.element()) && List.of("type", "required").contains(fact.aspect()));
        };
    }

    private static List<Difference> differences(List<Fact> contract, List<Fact> model) {
        Map<Fact.Key, Fact> theirs = model.stream().collect(Collectors.toMap(Fact::key, Function.identity()));
        Map<Fact.Key, Fact> ours = contract.stream().collect(Collectors.toMap(Fact::key, Function.identity()));
        return Stream.concat(
                        contract.stream()
                                .map(fact ->
                                        Difference.of(Optional.of(fact), Optional.ofNullable(theirs.get(fact.key())))),
                        model.stream()
                                .filter(fact -> !ours.containsKey(fact.key()))
                                .map(fact -> Difference.of(Optional.empty(), Optional.of(fact))))
                .filter(difference -> !difference.contract().equals(difference.model()))
                .toList();
    }
}
