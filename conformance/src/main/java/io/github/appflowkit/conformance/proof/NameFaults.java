package io.github.appflowkit.conformance.proof;

import static io.github.appflowkit.conformance.proof.Changes.answered;
import static io.github.appflowkit.conformance.proof.Changes.fault;
import static io.github.appflowkit.conformance.proof.Changes.received;
import static io.github.appflowkit.conformance.proof.Changes.refused;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Mistakes in reading and comparing names, and in their length. */
final class NameFaults {

    static final String PROFILE = "delete-profile.name-";
    static final String FLOW = "stop-flow.name-";

    private NameFaults() {}

    static List<Fault> all() {
        return List.of(
                // Present, and a string.
                names(
                        "a missing name is not found",
                        absent(404, "ResourceNotFoundException"),
                        "required",
                        "wire.empty-body"),
                names(
                        "a missing name is an internal error",
                        absent(500, "InternalServerException"),
                        "required",
                        "wire.empty-body",
                        "wire.other-route-no-effect*"),
                names("a missing name is a conflict", absent(409, "ConflictException"), "required", "wire.empty-body"),
                names("a missing name is a SerializationException", absent(400, "SerializationException"), "required"),
                names(
                        "a name of null is the name null",
                        it -> it.name =
                                (node, member) -> node != null && node.isNull() ? "null" : Inputs.text(node, member),
                        "required"),
                names(
                        "a name is found anywhere in the body",
                        it -> it.member = (input, member) -> input.findValue(member),
                        "required",
                        "delete-profile.force-member"),
                names(
                        "members in snake case are read",
                        it -> it.member = (input, member) -> input.hasNonNull(member)
                                ? input.get(member)
                                : input.get(member.replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT)),
                        "required",
                        "delete-profile.force-member"),
                fault(
                        "a name is read from the query",
                        received(it -> it.query() != null && it.query().endsWith("=none-such")
                                ? it.withText(text ->
                                        text.equals("{}") ? "{\"" + it.query().replace("=", "\":\"") + "\"}" : text)
                                : it),
                        "wire.query-ignored"),
                fault(
                        "what every object of JavaScript has is found",
                        answered((request, answer, endpoint) ->
                                answer.status() == 404 && request.text().contains("hasOwnProperty")
                                        ? answer.cleared().json(Json.object())
                                        : answer),
                        "delete-profile.unknown-refused",
                        "stop-flow.unknown-refused"),
                names(
                        "a long name with a wrong end is an internal error",
                        refused(it -> it.text().matches(".{240,} \"}"), 500, "InternalServerException"),
                        "pattern",
                        "delete-profile.name-length",
                        "stop-flow.name-length"),
                fault(
                        "a name may be a number",
                        taken(JsonNode::isNumber, JsonNode::asText),
                        rules(typesOfDigits(), "wire.serialization-type")),
                names("a name may be a Boolean", taken(JsonNode::isBoolean, JsonNode::asText), "type"),
                names(
                        "a name may be the only element of an array",
                        taken(JsonNode::isArray, it -> it.path(0).asText()),
                        "type"),
                names("a name that is an array is not found", taken(JsonNode::isArray, it -> "unknown"), "type"),
                names("a name that is an object is not found", taken(JsonNode::isObject, it -> "unknown"), "type"),
                names(
                        "a name of a wrong type is an internal error",
                        it -> it.name = (node, member) -> {
                            if (!Inputs.isAbsent(node) && !node.isTextual()) {
                                throw new Refusal(500, "InternalServerException", "An internal error occurred.");
                            }
                            return Inputs.text(node, member);
                        },
                        "type"),

                // Length.
                names("names of one character more than the longest are valid", longest(1), "length"),
                names("names of any length are valid", it -> it.fits = (form, name) -> true, "length"),
                names(
                        "the longest names are too long",
                        longest(-1),
                        "length",
                        "stop-flow.arn-pattern*",
                        PROFILE + "exact",
                        FLOW + "exact"),
                names(
                        "names of 64 characters are the longest",
                        it -> it.fits = (form, name) -> NameForm.length(name) <= 64,
                        "length",
                        PROFILE + "exact",
                        FLOW + "exact",
                        "stop-flow.arn-pattern*"),
                names("a name that is too long answers 413", tooLong(413, "RequestEntityTooLargeException"), "length"),
                names("a name that is too long is not found", tooLong(404, "ResourceNotFoundException"), "length"),
                names(
                        "a name that is too long is an internal error",
                        tooLong(500, "InternalServerException"),
                        "length"),
                names(
                        "a name of the greatest length is never found",
                        it -> it.sameName = (there, asked) ->
                                there.equals(asked) && NameForm.length(asked) < NameForm.FLOW.maxLength(),
                        "exact"),

                // What is made of them.
                names(
                        "names are trimmed",
                        reading(String::strip),
                        "whole",
                        PROFILE + "pattern",
                        FLOW + "pattern",
                        PROFILE + "ascii",
                        FLOW + "ascii"),
                names(
                        "characters that are not valid are left out",
                        reading(name -> name.replaceAll("[^\\w/!@#+=.-]", "")),
                        "pattern",
                        PROFILE + "whole",
                        FLOW + "whole",
                        PROFILE + "ascii",
                        FLOW + "ascii"));
    }

    /** A mistake with the names of both operations; the first rule is one of each. */
    static Fault names(String name, Consumer<Decisions> change, String rule, String... more) {
        return fault(name, change, rules(List.of(PROFILE + rule, FLOW + rule), more));
    }

    static String[] rules(List<String> first, String... more) {
        return Stream.concat(first.stream(), Stream.of(more)).toArray(String[]::new);
    }

    /** Where no name is of digits alone, a number that is taken for a name is refused all the same. */
    private static List<String> typesOfDigits() {
        return Stream.of(PROFILE, FLOW)
                .filter(form -> NameForm.of(form).isOf("12345"))
                .map(form -> form + "type")
                .toList();
    }

    private static Consumer<Decisions> absent(int status, String type) {
        return it -> it.name = (node, member) -> {
            if (Inputs.isAbsent(node)) {
                throw new Refusal(status, type, "The name is missing.");
            }
            return Inputs.text(node, member);
        };
    }

    /** Takes some values for names that are no strings. */
    private static Consumer<Decisions> taken(Predicate<JsonNode> which, Function<JsonNode, String> as) {
        return it -> it.name =
                (node, member) -> node != null && which.test(node) ? as.apply(node) : Inputs.text(node, member);
    }

    private static Consumer<Decisions> reading(UnaryOperator<String> change) {
        return it -> it.name = (node, member) -> Inputs.isAbsent(node) ? null : change.apply(Inputs.text(node, member));
    }

    /** Takes names of so many characters more than the contract's longest. */
    private static Consumer<Decisions> longest(int more) {
        return it -> it.fits = (form, name) -> NameForm.length(name) <= form.maxLength() + more;
    }

    private static Consumer<Decisions> tooLong(int status, String type) {
        return it -> it.fits = (form, name) -> {
            if (NameForm.length(name) <= form.maxLength()) {
                return true;
            }
            throw new Refusal(status, type, "The name is too long.");
        };
    }
}
