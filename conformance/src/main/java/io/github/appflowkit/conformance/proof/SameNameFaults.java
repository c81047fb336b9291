package io.github.appflowkit.conformance.proof;

import static io.github.appflowkit.conformance.proof.Changes.fault;
import static io.github.appflowkit.conformance.proof.NameFaults.PROFILE;
import static io.github.appflowkit.conformance.proof.NameFaults.names;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Mistakes in telling which names are the same. */
final class SameNameFaults {

    private SameNameFaults() {}

    static List<Fault> all() {
        return List.of(
                names(
                        "an underscore finds any character",
                        it -> it.sameName = (stored, asked) -> isFound(stored, asked, "_"),
                        "exact",
                        "delete-profile.in-use-alike"),
                names(
                        "a dot finds any character",
                        it -> it.sameName = (stored, asked) -> isFound(stored, asked, "."),
                        "exact",
                        "delete-profile.in-use-alike"),
                fault(
                        "names in another case are the same",
                        it -> it.sameName = String::equalsIgnoreCase,
                        "delete-profile.name-exact",
                        "stop-flow.name-exact",
                        "delete-profile.in-use-alike"),
                names(
                        "names are the same when their first 200 characters are",
                        it -> it.sameName = (stored, asked) -> first200(stored).equals(first200(asked)),
                        "exact"),
                names("signs that names of files lack are underscores", folding("[^\\w.-]", "_"), "exact"),
                names("signs that names of files lack are hyphens", folding("[^\\w.-]", "-"), "exact"),
                names("dots of names are underscores", folding("[.]", "_"), "exact"),
                names("number signs of names are left out", folding("#", ""), "exact"),
                fault("slashes of names are underscores", folding("/", "_"), PROFILE + "exact"),
                names(
                        "what bears a name as a part of its own is found by it",
                        it -> it.sameName = String::contains,
                        "exact*",
                        "delete-profile.others-untouched",
                        "stop-flow.others-untouched",
                        "delete-profile.in-use-exact*"),
                fault(
                        "what precedes the last slash of a name is left out",
                        it -> it.sameName = (there, asked) -> afterSlash(there).equals(afterSlash(asked)),
                        PROFILE + "exact"));
    }

    private static String first200(String name) {
        return name.substring(0, Math.min(200, name.length()));
    }

    /** Takes names for the same that are when some of their signs are replaced. */
    private static Consumer<Decisions> folding(String signs, String by) {
        return it ->
                it.sameName = (stored, asked) -> stored.replaceAll(signs, by).equals(asked.replaceAll(signs, by));
    }

    /** Whether a name is the one that is asked for, where a sign of the latter stands for any character. */
    private static boolean isFound(String stored, String asked, String any) {
        return Pattern.matches(Pattern.quote(asked).replace(any, "\\E.\\Q"), stored);
    }

    private static String afterSlash(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
