package io.github.appflowkit.conformance.proof;

import static io.github.appflowkit.conformance.proof.Changes.difference;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All differences that the suite is proved not to blame. */
public final class PermittedDifferences {

    private PermittedDifferences() {}

    /** Each by itself. */
    public static List<PermittedDifference> all() {
        return Stream.concat(alone().stream(), subjects().stream().flatMap(List::stream))
                .toList();
    }

    /**
     * The same in fewer endpoints, each of which differs in several subjects at one time, and may be warned of all that one of
     * them may be. What hides too much of the others is not put together.
     */
    public static List<PermittedDifference> together() {
        List<List<PermittedDifference>> subjects = subjects();
        int most = subjects.stream().mapToInt(List::size).max().orElseThrow();
        Map<Integer, PermittedDifference> together = new TreeMap<>();
        for (int subject = 0; subject < subjects.size(); subject++) {
            for (int i = 0; i < subjects.get(subject).size(); i++) {
                together.merge((subject + i) % most, subjects.get(subject).get(i), PermittedDifference::and);
            }
        }
        return Stream.concat(alone().stream(), together.values().stream()).toList();
    }

    /** That there is none. */
    public static PermittedDifference none() {
        return difference("nothing differs", it -> {});
    }

    private static List<PermittedDifference> alone() {
        return List.of(
                none(),
                difference("now and then a call is throttled", it -> it.around = new Throttle(50)),
                difference("every other call is throttled", it -> it.around = new Throttle(2)));
    }

    /** The decisions before the answers, which tell them. */
    private static List<List<PermittedDifference>> subjects() {
        return Stream.concat(DecisionDifferences.subjects().stream(), AnswerDifferences.subjects().stream())
                .toList();
    }
}
