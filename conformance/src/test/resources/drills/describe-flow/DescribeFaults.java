package io.github.appflowkit.conformance.proof;

import static io.github.appflowkit.conformance.proof.Changes.answered;
import static io.github.appflowkit.conformance.proof.Changes.fault;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Mistakes in describing a flow. */
final class DescribeFaults {
    private DescribeFaults() {}

    static List<Fault> all() {
        return List.of(
                of("a description tells no status", Set.of(200), it -> it.text("{}"), "status-told"),
                of("a missing flow is described", Set.of(404), it -> it.status(200), "unknown-refused"),
                of("what is no name is not found", Set.of(400), it -> it.status(404), "name-refused"),
                of("a description that fails is a 503", Set.of(403, 429, 500), it -> it.status(503), "errors-told"));
    }

    private static Fault of(String name, Set<Integer> statuses, UnaryOperator<Answer> change, String rule) {
        return fault(
                name,
                answered((request, answer, endpoint) ->
                        request.path().equals("/describe-flow") && statuses.contains(answer.status())
                                ? change.apply(answer)
                                : answer),
                "describe-flow." + rule);
    }
}
