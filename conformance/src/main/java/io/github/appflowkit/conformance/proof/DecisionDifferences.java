package io.github.appflowkit.conformance.proof;

import static io.github.appflowkit.conformance.proof.Changes.answered;
import static io.github.appflowkit.conformance.proof.Changes.difference;
import static io.github.appflowkit.conformance.proof.Changes.received;
import static io.github.appflowkit.conformance.proof.Changes.refused;

import com.fasterxml.jackson.core.StreamReadFeature;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Differences in what an endpoint reads, whom it serves and what it decides. */
final class DecisionDifferences {

    private DecisionDifferences() {}

    /** Those of each subject, of which an endpoint has one at most. */
    static List<List<PermittedDifference>> subjects() {
        return List.of(readings(), scopes(), stoppableFlows(), uses());
    }

    /** What is read of a request, and what is refused before. */
    private static List<PermittedDifference> readings() {
        return List.of(
                difference(
                        "forceDelete as a string is refused",
                        it -> it.force = node -> {
                            if (node != null && node.isTextual()) {
                                throw Refusal.unreadable("Member forceDelete is not a Boolean.");
                            }
                            return Inputs.force(node);
                        }),
                difference(
                        "the last of two equal members counts",
                        it -> it.json = Json.strict()
                                .rebuild()
                                .disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                .build()),
                difference(
                        "a byte order mark is skipped",
                        it -> it.body = (json, bytes) -> Json.read(
                                json,
                                bytes.length > 2 && bytes[0] == (byte) 0xEF
                                        ? Arrays.copyOfRange(bytes, 3, bytes.length)
                                        : bytes)),
                difference(
                        "nothing is refused for its media type",
                        it -> {
                            it.contentType = type -> true;
                            it.accept = accept -> true;
                        },
                        "wire.other-content-type",
                        "wire.accept-refused",
                        "wire.order"),
                difference(
                        "an empty body without a type answers 415",
                        answered((request, answer, endpoint) -> request.isRouted()
                                        && request.body().length == 0
                                        && request.header("Content-Type") == null
                                ? Answer.of(new Refusal(415, "UnsupportedMediaTypeException", "Send JSON."))
                                        .header(Answer.REQUEST_ID, answer.header(Answer.REQUEST_ID))
                                : answer)),
                difference(
                        "a body of more than 8 KiB is refused by 413",
                        refused(it -> it.body().length > 8192, 413, "RequestEntityTooLargeException")),
                difference(
                        "a body in chunks is refused by 411",
                        refused(it -> it.header("Transfer-Encoding") != null, 411, "LengthRequiredException")));
    }

    /** Whose flows there are. */
    private static List<PermittedDifference> scopes() {
        return List.of(
                difference(
                        "the ARN is of another account",
                        it -> it.arn = (scope, flow) -> new Scope("000000000000", scope.region()).arn(flow.name())),
                difference(
                        "another region is not served",
                        elsewhere(scope -> scope.region().equals("us-east-1"))),
                difference(
                        "another account is not served",
                        elsewhere(scope -> scope.account().equals(Scope.DEFAULT.account()))));
    }

    /** Which flows are stopped. */
    private static List<PermittedDifference> stoppableFlows() {
        return List.of(
                difference("a flow that is Draft is stopped", stopping("Draft")),
                difference("a flow that is Deprecated is stopped", stopping("Deprecated")),
                difference(
                        "a flow that is Errored is not stopped",
                        it -> it.refuseStop = flow ->
                                flow.is("Errored") ? Refusal.conflict("The flow failed.") : Decisions.refuseStop(flow)),
                difference(
                        "a flow that is stopped is not stopped again",
                        it -> it.refuseStop = flow -> flow.is("Suspended")
                                ? Refusal.conflict("The flow is stopped.")
                                : Decisions.refuseStop(flow)));
    }

    /** Which flows use a profile, and what becomes of them. */
    private static List<PermittedDifference> uses() {
        return List.of(
                difference(
                        "only an active flow uses its profiles",
                        it -> it.uses = (flow, profile) -> flow.is("Active") && Decisions.uses(flow, profile)),
                difference(
                        "a deleted flow still uses its profiles",
                        it -> it.uses = (flow, profile) -> Decisions.uses(flow.withStatus("Active"), profile)),
                difference(
                        "a forced delete takes the flows with it",
                        it -> it.delete = Decisions.deleteWithFlows(Decisions::uses),
                        "delete-profile.forced-keeps-flows"));
    }

    /** Refuses requests in a scope that is not served. */
    private static Consumer<Decisions> elsewhere(Predicate<Scope> served) {
        return received(request -> {
            if (request.isRouted() && !served.test(Scope.of(request))) {
                throw new Refusal(403, "AccessDeniedException", "The credentials are not for here.");
            }
            return request;
        });
    }

    private static Consumer<Decisions> stopping(String status) {
        return it -> it.refuseStop = flow -> flow.is(status) && !flow.isOnDemand() ? null : Decisions.refuseStop(flow);
    }
}
