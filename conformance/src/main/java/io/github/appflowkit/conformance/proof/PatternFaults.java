package io.github.appflowkit.conformance.proof;

import static io.github.appflowkit.conformance.proof.NameFaults.FLOW;
import static io.github.appflowkit.conformance.proof.NameFaults.PROFILE;
import static io.github.appflowkit.conformance.proof.NameFaults.names;
import static io.github.appflowkit.conformance.proof.NameFaults.rules;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Mistakes in the patterns of names, and in holding names against them. */
final class PatternFaults {

    private PatternFaults() {}

    static List<Fault> all() {
        return List.of(
                names(
                        "any name is valid",
                        it -> it.matches = (pattern, name) -> true,
                        "pattern",
                        PROFILE + "whole",
                        FLOW + "whole",
                        PROFILE + "ascii",
                        FLOW + "ascii",
                        PROFILE + "empty",
                        FLOW + "empty",
                        FLOW + "first",
                        FLOW + "shortest"),
                names(
                        "a name is valid that has a valid part",
                        it -> it.matches =
                                (pattern, name) -> pattern.matcher(name).find(),
                        "pattern",
                        PROFILE + "whole",
                        FLOW + "whole",
                        PROFILE + "ascii",
                        FLOW + "ascii",
                        FLOW + "first"),
                names(
                        "a name is valid that begins validly",
                        it -> it.matches =
                                (pattern, name) -> pattern.matcher(name).lookingAt(),
                        "pattern",
                        PROFILE + "whole",
                        FLOW + "whole",
                        PROFILE + "ascii",
                        FLOW + "ascii"),
                names(
                        "a name may end with a newline",
                        anchored("^(?:%s)$"),
                        "pattern",
                        PROFILE + "whole",
                        FLOW + "whole",
                        PROFILE + "ascii",
                        FLOW + "ascii"),
                names(
                        "one line of a name is enough",
                        anchored("(?m)^(?:%s)$"),
                        "pattern",
                        PROFILE + "whole",
                        FLOW + "whole",
                        PROFILE + "ascii",
                        FLOW + "ascii"),
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
                names("a name may have spaces", valid(" "), "pattern", PROFILE + "whole", FLOW + "whole"),
                names("a name may have colons", valid(":"), "pattern"),
                names("a name may have dollar signs", valid("$"), "pattern"),
                names("a name may have a backslash", valid("\\"), "pattern"),
                profile("a profile's name has no slash", "[\\w!@#+=.-]+", "pattern", PROFILE + "exact"),
                profile("a profile's name has no equals sign", "[\\w/!@#+.-]+", "pattern", PROFILE + "exact"),
                profile("a profile's name has no plus", "[\\w/!@#=.-]+", "pattern", PROFILE + "exact"),
                profile("a profile's name has a range of characters instead of a hyphen", "[\\w/!@#=+-.]+", "pattern"),
                profile("a profile's name begins with a letter", "[a-zA-Z][\\w/!@#+=.-]*", "pattern"),
                profile("a profile's name has two characters", "[\\w/!@#+=.-]{2,}", "pattern"),
                flow("a flow's name has underscores and hyphens only", "[a-zA-Z0-9][\\w-]+", "pattern", FLOW + "exact"),
                flow("a flow's name has no dot", "[a-zA-Z0-9][\\w!@#-]+", "pattern", FLOW + "exact"),
                flow(
                        "a flow's name has a range of characters instead of a hyphen",
                        "[a-zA-Z0-9][\\w!@#-.]+",
                        "pattern"),
                flow("a flow's name may have what a profile's may", "[a-zA-Z0-9][\\w/!@#+=.-]+", "pattern"),
                flow("a flow's name may begin with anything", "[\\w!@#.-]{2,}", "first", FLOW + "pattern"),
                flow("a flow's name may begin with an underscore", "\\w[\\w!@#.-]+", "first", FLOW + "pattern"),
                flow("a flow's name begins with a letter", "[a-zA-Z][\\w!@#.-]+", "pattern"),
                flow("a flow's name may have one character", "[a-zA-Z0-9][\\w!@#.-]*", "shortest"),
                flow("a flow's name has three characters", "[a-zA-Z0-9][\\w!@#.-]{2,}", "shortest"));
    }

    private static Fault profile(String name, String pattern, String rule, String... more) {
        return Changes.fault(
                name, it -> it.profileName = it.profileName.withPattern(pattern), rules(List.of(PROFILE + rule), more));
    }

    private static Fault flow(String name, String pattern, String rule, String... more) {
        return Changes.fault(
                name, it -> it.flowName = it.flowName.withPattern(pattern), rules(List.of(FLOW + rule), more));
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
