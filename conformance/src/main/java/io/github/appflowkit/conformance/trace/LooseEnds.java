package io.github.appflowkit.conformance.trace;

import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.rule.Level;
import io.github.appflowkit.conformance.rule.Rule;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What of a trace lacks its other end, a line each: where it stands, what it lacks and what to do about it. */
final class LooseEnds {
    private static final String FAULTS = "conformance/src/main/java/io/github/appflowkit/conformance/proof";
    private static final String SERVER_TESTS = "server/src/test/java";

    private final Trace trace;

    LooseEnds(Trace trace) {
        this.trace = trace;
    }

    List<String> lines() {
        return Stream.of(elements(), rules(), faults(), untested(), tests())
                .flatMap(lines -> lines)
                .toList();
    }

    private Stream<String> elements() {
        return trace.uncovered().stream()
                .map(element -> trace.placeOf(element) + ": " + element + ": no rule covers it. Write one in "
                        + feature(element) + ", or add @covers:" + element + " to the one that does.");
    }

    private Stream<String> rules() {
        return trace.rules().stream()
                .sorted(Comparator.comparing(Rule::id))
                .flatMap(rule -> Stream.of(uncovering(rule), orphaned(rule), unproved(rule))
                        .flatMap(lines -> lines));
    }

    /** A rule of an operation that covers nothing would outlive what it is about. */
    private Stream<String> uncovering(Rule rule) {
        return rule.covers().isEmpty() && trace.elements().contains(rule.feature())
                ? Stream.of(RulePlaces.of(rule) + ": " + rule.id() + ": it covers no element of the contract. Add"
                        + " @covers: with what it is about, such as @covers:" + rule.feature() + ".")
                : Stream.empty();
    }

    private Stream<String> orphaned(Rule rule) {
        return rule.covers().stream()
                .filter(element -> !trace.elements().contains(element))
                .map(element -> RulePlaces.of(rule, element) + ": " + rule.id() + ": it covers " + element
                        + ", which the contract does not hold. Mend the tag, or remove the rule.");
    }

    private Stream<String> unproved(Rule rule) {
        return rule.level() == Level.MAY || !trace.faultsOf(List.of(rule)).isEmpty()
                ? Stream.empty()
                : Stream.of(
                        RulePlaces.of(rule) + ": " + rule.id() + ": no fault proves it. Add one in " + FAULTS + ".");
    }

    private Stream<String> faults() {
        return trace.faults().stream()
                .flatMap(fault -> fault.rules().stream()
                        .filter(glob -> trace.rules().stream().map(Rule::id).noneMatch(Catalogue.glob(glob)))
                        .map(id -> FAULTS + ": The fault \"" + fault.name() + "\": it breaks the rule " + id
                                + ", which there is not. Mend the id, or remove the fault."));
    }

    private Stream<String> untested() {
        return trace.untested().stream()
                .map(element -> trace.placeOf(element) + ": " + element
                        + ": no test of the server bears it as a tag. Add @Tag(\"" + element + "\") to one in "
                        + SERVER_TESTS + ".");
    }

    private Stream<String> tests() {
        return trace.serverTests().entrySet().stream()
                .filter(tagged -> !trace.elements().contains(tagged.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(tagged -> SERVER_TESTS + ": " + String.join(", ", tagged.getValue()) + ": tagged with "
                        + tagged.getKey() + ", which the contract does not hold. Mend the tag, or remove it.");
    }

    /** Where the rules of an element's operation stand, those of every answer in the feature of the wire. */
    private static String feature(String element) {
        String owner = element.split("\\.", 2)[0];
        return RulePlaces.feature(Set.of("error", "header").contains(owner) ? "Wire" : owner);
    }
}
