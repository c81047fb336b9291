package io.github.appflowkit.conformance.proof;

import static io.github.appflowkit.conformance.proof.NameFaults.FLOW;
import static io.github.appflowkit.conformance.proof.NameFaults.PROFILE;
import static io.github.appflowkit.conformance.proof.NameFaults.rules;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Mistakes in the patterns of names, and in holding names against them. */
final class PatternFaults {

    private PatternFaults() {}

    /** Those that the contract's patterns leave room for: what all names may have cannot be allowed by mistake. */
    static List<Fault> all() {
        return Stream.of(
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
                                it -> it.matches =
                                        (pattern, name) -> pattern.matcher(name.replaceAll("[\u00C0-\u00FF]", "a"))
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
                                        throw new Refusal(
                                                500, "InternalServerException", "An internal error occurred.");
                                    }
                                    return pattern.matcher(name).matches();
                                },
                                "empty"),
                        names("a name may have spaces", valid(" "), "pattern", PROFILE + "whole", FLOW + "whole"),
                        names("a name may have colons", valid(":"), "pattern"),
                        names("a name may have dollar signs", valid("$"), "pattern"),
                        names("a name may have a backslash", valid("\\"), "pattern"),
                        fewer(PROFILE, "a profile's name has no slash", "(?!.*/)", "pattern", PROFILE + "exact"),
                        fewer(PROFILE, "a profile's name has no equals sign", "(?!.*=)", "pattern", PROFILE + "exact"),
                        fewer(PROFILE, "a profile's name has no plus", "(?!.*[+])", "pattern", PROFILE + "exact"),
                        more(
                                PROFILE,
                                "a profile's name has a range of characters instead of a hyphen",
                                any(NameForm.PROFILE, "[+-.]"),
                                "pattern"),
                        fewer(PROFILE, "a profile's name begins with a letter", "(?=[a-zA-Z])", "pattern"),
                        fewer(PROFILE, "a profile's shortest name is too short", longer(NameForm.PROFILE), "pattern"),
                        fewer(
                                FLOW,
                                "a flow's name has underscores and hyphens only",
                                "(?!.*[^\\w-])",
                                "pattern",
                                FLOW + "exact"),
                        fewer(FLOW, "a flow's name has no dot", "(?!.*[.])", "pattern", FLOW + "exact"),
                        more(
                                FLOW,
                                "a flow's name has a range of characters instead of a hyphen",
                                any(NameForm.FLOW, "[#-.]"),
                                "pattern"),
                        more(
                                FLOW,
                                "a flow's name may have what a profile's may",
                                any(NameForm.FLOW, "[/+=]"),
                                "pattern"),
                        more(
                                FLOW,
                                "a flow's name may begin with what comes later",
                                name -> NameForm.length(name) < NameForm.FLOW.minLength() ? name : "a" + name,
                                "first",
                                FLOW + "pattern"),
                        more(
                                FLOW,
                                "a flow's name may begin with an underscore",
                                name -> name.replaceFirst("^_", "a"),
                                "first",
                                FLOW + "pattern"),
                        fewer(FLOW, "a flow's name begins with a letter", "(?=[a-zA-Z])", "pattern"),
                        more(FLOW, "a flow's name may be too short", name -> name + "a", "shortest"),
                        fewer(FLOW, "a flow's shortest name is too short", longer(NameForm.FLOW), "shortest"))
                .filter(fault -> !fault.rules().isEmpty())
                .toList();
    }

    /** A mistake, and those of the rules that can tell it under the contract's patterns. */
    private static Fault fault(String name, Consumer<Decisions> change, String... rules) {
        Decisions wrong = new Decisions();
        change.accept(wrong);
        boolean profiles = differs(wrong, wrong.profileName, NameForm.PROFILE);
        boolean flows = differs(wrong, wrong.flowName, NameForm.FLOW);
        return Changes.fault(
                name,
                change,
                Stream.of(rules)
                        .filter(rule -> rule.startsWith(PROFILE) ? profiles : flows)
                        .toArray(String[]::new));
    }

    /** Whether some name is judged otherwise, by what it is made of or by how short it is. */
    private static boolean differs(Decisions wrong, NameForm form, NameForm right) {
        String name = "a".repeat(right.minLength() + 1);
        Stream<String> characters = IntStream.range(0, 256)
                .mapToObj(Character::toString)
                .flatMap(c -> Stream.of(c + name, "a" + c + name, name + c));
        Stream<String> lengths = IntStream.rangeClosed(0, right.minLength()).mapToObj("a"::repeat);
        return Stream.concat(characters, lengths).anyMatch(probe -> {
            try {
                return wrong.matches.test(form.pattern(), probe)
                        != right.pattern().matcher(probe).matches();
            } catch (Refusal refusal) {
                return true;
            }
        });
    }

    private static Fault names(String name, Consumer<Decisions> change, String rule, String... more) {
        return fault(name, change, rules(List.of(PROFILE + rule, FLOW + rule), more));
    }
    /** A mistake with the names of one operation, which refuses some of those that are valid. */
    private static Fault fewer(String form, String name, String lookahead, String rule, String... more) {
        return fault(
                name,
                it -> {
                    it.profileName = form.equals(PROFILE) ? it.profileName.where(lookahead) : it.profileName;
                    it.flowName = form.equals(FLOW) ? it.flowName.where(lookahead) : it.flowName;
                },
                rules(List.of(form + rule), more));
    }

    /** A mistake with the names of one operation, which takes those for valid that would be if they read otherwise. */
    private static Fault more(String form, String name, UnaryOperator<String> reading, String rule, String... more) {
        Pattern right = NameForm.of(form).pattern();
        return fault(
                name,
                it -> it.matches = (pattern, text) -> pattern.matcher(text).matches()
                        || pattern == right
                                && pattern.matcher(reading.apply(text)).matches(),
                rules(List.of(form + rule), more));
    }

    /** Reads those of some characters that no name has as one that names have. */
    private static UnaryOperator<String> any(NameForm form, String characters) {
        return text -> text.codePoints()
                .mapToObj(Character::toString)
                .map(c -> c.matches(characters) && !form.isOf("a" + c + "a") ? "a" : c)
                .collect(Collectors.joining());
    }

    private static String longer(NameForm form) {
        return "(?s)(?=.{" + (form.minLength() + 1) + "})";
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
