package io.github.appflowkit.conformance.proof;

import static io.github.appflowkit.conformance.proof.Changes.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Mistakes in reading, validating and comparing names. */
final class NameFaults {

    private static final String PROFILE = "delete-profile.name-";
    private static final String FLOW = "stop-flow.name-";

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
                        "wire.empty-body"),
                names("a missing name is a conflict", absent(409, "ConflictException"), "required", "wire.empty-body"),
                names(
                        "a missing name is a SerializationException",
                        absent(400, "SerializationException"),
                        "required",
                        "wire.empty-body*"),
                names(
                        "a name of null is the name null",
                        it -> it.name =
                                (node, member) -> node != null && node.isNull() ? "null" : Inputs.text(node, member),
                        "required"),
                names(
                        "a name is found anywhere in the body",
                        it -> it.member = (input, member) -> input.findValue(member),
                        "required"),
                names("a name may be a number", taken(JsonNode::isNumber, JsonNode::asText), "type"),
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
                names("names of 257 characters are valid", it -> it.fits = longest(257), "length"),
                names("names of any length are valid", it -> it.fits = name -> true, "length"),
                names("names of 256 characters are too long", it -> it.fits = longest(255), "length"),
                names("names of 64 characters are the longest", it -> it.fits = longest(64), "length"),
                names("a name that is too long answers 413", tooLong(413, "RequestEntityTooLargeException"), "length"),
                names("a name that is too long is not found", tooLong(404, "ResourceNotFoundException"), "length"),
                names(
                        "a name that is too long is an internal error",
                        tooLong(500, "InternalServerException"),
                        "length"),

                // Pattern.
                names(
                        "any name is valid",
                        it -> it.matches = (pattern, name) -> true,
                        "pattern",
                        PROFILE + "*",
                        FLOW + "*"),
                names(
                        "a name is valid that has a valid part",
                        it -> it.matches =
                                (pattern, name) -> pattern.matcher(name).find(),
                        "pattern",
                        PROFILE + "*",
                        FLOW + "*"),
                names(
                        "a name is valid that begins validly",
                        it -> it.matches =
                                (pattern, name) -> pattern.matcher(name).lookingAt(),
                        "pattern",
                        PROFILE + "*",
                        FLOW + "*"),
                names(
                        "a name may end with a newline",
                        anchored("^(?:%s)$"),
                        "whole",
                        PROFILE + "pattern*",
                        FLOW + "pattern*"),
                names(
                        "one line of a name is enough",
                        anchored("(?m)^(?:%s)$"),
                        "whole",
                        PROFILE + "pattern*",
                        FLOW + "pattern*"),
                names("letters of all languages are valid", anchored("(?U)\\A(?:%s)\\z"), "ascii"),
                names(
                        "letters of Latin 1 are valid",
                        it -> it.matches = (pattern, name) -> pattern.matcher(name.replaceAll("[\u00C0-\u00FF]", "a"))
                                .matches(),
                        "ascii"),
                names(
                        "an empty name is valid",
                        it -> it.matches = (pattern, name) ->
                                name.isEmpty() || pattern.matcher(name).matches(),
                        "empty"),
                names(
                        "an empty name is an internal error",
                        it -> it.matches = (pattern, name) -> {
                            if (name.isEmpty()) {
                                throw new Refusal(500, "InternalServerException", "An internal error occurred.");
                            }
                            return pattern.matcher(name).matches();
                        },
                        "empty"),
                names("a name may have spaces", valid(" "), "pattern"),
                names("a name may have colons", valid(":"), "pattern"),
                names("a name may have dollar signs", valid("$"), "pattern"),
                names("a name may have a backslash", valid("\\"), "pattern"),
                profile("a profile's name has no slash", "[\\w!@#+=.-]+", "pattern"),
                profile("a profile's name has no equals sign", "[\\w/!@#+.-]+", "pattern"),
                profile("a profile's name has no plus", "[\\w/!@#=.-]+", "pattern"),
                profile("a profile's name has a range of characters instead of a hyphen", "[\\w/!@#=+-.]+", "pattern"),
                profile("a profile's name begins with a letter", "[a-zA-Z][\\w/!@#+=.-]*", "pattern"),
                profile("a profile's name has two characters", "[\\w/!@#+=.-]{2,}", "pattern"),
                flow("a flow's name has underscores and hyphens only", "[a-zA-Z0-9][\\w-]+", "pattern"),
                flow("a flow's name has no dot", "[a-zA-Z0-9][\\w!@#-]+", "pattern"),
                flow(
                        "a flow's name has a range of characters instead of a hyphen",
                        "[a-zA-Z0-9][\\w!@#-.]+",
                        "pattern"),
                flow("a flow's name may have what a profile's may", "[a-zA-Z0-9][\\w/!@#+=.-]+", "pattern"),
                flow("a flow's name may begin with anything", "[\\w!@#.-]{2,}", "first", FLOW + "pattern*"),
                flow("a flow's name may begin with an underscore", "\\w[\\w!@#.-]+", "first", FLOW + "pattern*"),
                flow("a flow's name begins with a letter", "[a-zA-Z][\\w!@#.-]+", "first", FLOW + "*"),
                flow("a flow's name may have one character", "[a-zA-Z0-9][\\w!@#.-]*", "shortest"),
                flow("a flow's name has three characters", "[a-zA-Z0-9][\\w!@#.-]{2,}", "shortest"),

                // Sameness.
                names("names in another case are the same", it -> it.sameName = String::equalsIgnoreCase, "exact"),
                names("names are trimmed", reading(String::strip), "whole", PROFILE + "pattern*", FLOW + "pattern*"),
                names(
                        "characters that are not valid are left out",
                        reading(name -> name.replaceAll("[^\\w/!@#+=.-]", "")),
                        "pattern",
                        PROFILE + "*",
                        FLOW + "*"));
    }

    /** A mistake with the names of both operations; the first rule is one of each. */
    private static Fault names(String name, Consumer<Decisions> change, String rule, String... more) {
        return fault(name, change, rules(List.of(PROFILE + rule, FLOW + rule), more));
    }

    private static Fault profile(String name, String pattern, String rule, String... more) {
        return fault(name, it -> it.profileName = Pattern.compile(pattern), rules(List.of(PROFILE + rule), more));
    }

    private static Fault flow(String name, String pattern, String rule, String... more) {
        return fault(name, it -> it.flowName = Pattern.compile(pattern), rules(List.of(FLOW + rule), more));
    }

    private static String[] rules(List<String> first, String... more) {
        return Stream.concat(first.stream(), Stream.of(more)).toArray(String[]::new);
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

    private static Predicate<String> longest(int length) {
        return name -> name.codePointCount(0, name.length()) <= length;
    }

    private static Consumer<Decisions> tooLong(int status, String type) {
        return it -> it.fits = name -> {
            if (longest(256).test(name)) {
                return true;
            }
            throw new Refusal(status, type, "The name is too long.");
        };
    }

    private static Consumer<Decisions> anchored(String format) {
        return it -> it.matches = (pattern, name) ->
                Pattern.compile(String.format(format, pattern)).matcher(name).find();
    }

    /** Takes one more character for valid. */
    private static Consumer<Decisions> valid(String character) {
        return it -> it.matches =
                (pattern, name) -> pattern.matcher(name.replace(character, "a")).matches();
    }
}
