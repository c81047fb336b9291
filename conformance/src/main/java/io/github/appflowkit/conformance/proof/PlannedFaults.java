package io.github.appflowkit.conformance.proof;

import static io.github.appflowkit.conformance.proof.Changes.answered;
import static io.github.appflowkit.conformance.proof.Changes.deletes;
import static io.github.appflowkit.conformance.proof.Changes.fault;
import static io.github.appflowkit.conformance.proof.Changes.stops;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Mistakes in the errors that any call may meet: those inside the service, missing permissions, too many calls. */
final class PlannedFaults {

    private static final Set<Integer> PLANNED = Set.of(403, 409, 429, 500);

    private PlannedFaults() {}

    static List<Fault> all() {
        return List.of(
                fault(
                        "a delete that fails is done all the same",
                        done(Request::deletesProfile),
                        "delete-profile.internal-error",
                        "delete-profile.throttled",
                        "delete-profile.access-denied"),
                fault(
                        "a stop that fails is done all the same",
                        done(Request::stopsFlow),
                        "stop-flow.internal-error",
                        "stop-flow.throttled",
                        "stop-flow.access-denied",
                        "stop-flow.conflict"),
                fault(
                        "after a stop that fails every stop of the flow is a conflict",
                        afterFailure(answer -> Answer.of(Refusal.conflict("The flow is locked."))),
                        "stop-flow.internal-error",
                        "stop-flow.throttled",
                        "stop-flow.access-denied",
                        "stop-flow.conflict"),
                fault(
                        "an error that was planned for a stop is never used up",
                        afterFailure(answer -> answer),
                        "stop-flow.internal-error",
                        "stop-flow.access-denied",
                        "stop-flow.conflict"),
                fault(
                        "a delete answers an internal error with 503",
                        deletes(500, it -> it.status(503)),
                        "delete-profile.internal-error",
                        "wire.error-type*"),
                fault(
                        "a delete answers an internal error as InternalFailure",
                        deletes(500, it -> it.type("InternalFailure")),
                        "delete-profile.internal-error",
                        "wire.error-type"),
                fault(
                        "a delete swallows an internal error",
                        deletes(500, Answer::cleared),
                        "delete-profile.internal-error"),
                fault(
                        "a delete answers too many calls with 400",
                        deletes(429, it -> it.status(400)),
                        "delete-profile.throttled",
                        "wire.error-type"),
                fault(
                        "a delete answers too many calls with 503",
                        deletes(429, it -> it.status(503).type("SlowDown")),
                        "delete-profile.throttled",
                        "wire.error-type*"),
                fault(
                        "a delete answers a missing permission with 401",
                        deletes(403, it -> it.status(401)),
                        "delete-profile.access-denied",
                        "wire.error-type*"),
                fault(
                        "a delete answers a missing permission as Forbidden",
                        deletes(403, it -> it.type("Forbidden")),
                        "delete-profile.access-denied",
                        "wire.error-type*"),
                fault(
                        "a stop answers an internal error with 502",
                        stops(500, it -> it.status(502)),
                        "stop-flow.internal-error",
                        "wire.error-type*"),
                fault(
                        "a stop answers an internal error as InternalServerError",
                        stops(500, it -> it.type("InternalServerError")),
                        "stop-flow.internal-error",
                        "wire.error-type"),
                fault(
                        "a stop answers an internal error as an invalid request",
                        stops(500, it -> it.status(400).type("ValidationException")),
                        "stop-flow.internal-error"),
                fault(
                        "a stop answers too many calls as TooManyRequestsException",
                        stops(429, it -> it.type("TooManyRequestsException")),
                        "stop-flow.throttled",
                        "wire.error-type"),
                fault(
                        "a stop answers too many calls with 400",
                        stops(429, it -> it.status(400)),
                        "stop-flow.throttled",
                        "wire.error-type"),
                fault(
                        "a stop answers a missing permission with 404",
                        stops(403, it -> it.status(404).type("ResourceNotFoundException")),
                        "stop-flow.access-denied"),
                fault(
                        "a stop answers a missing permission as AccessDenied",
                        stops(403, it -> it.type("AccessDenied")),
                        "stop-flow.access-denied",
                        "wire.error-type*"),
                fault(
                        "a stop answers a conflict with 400",
                        stops(409, it -> it.status(400)),
                        "stop-flow.conflict",
                        "wire.error-type"),
                fault(
                        "a stop answers a conflict as ResourceInUseException",
                        stops(409, it -> it.type("ResourceInUseException")),
                        "stop-flow.conflict",
                        "wire.error-type"),
                fault(
                        "a stop answers a conflict as an internal error",
                        stops(409, it -> it.status(500).type("InternalServerException")),
                        "stop-flow.conflict"));
    }

    /** Answers the error that was planned, and carries the call out behind it. */
    private static Consumer<Decisions> done(Predicate<Request> calls) {
        return answered((request, answer, endpoint) -> {
            if (calls.test(request) && PLANNED.contains(answer.status())) {
                endpoint.apply(request);
            }
            return answer;
        });
    }

    /** Changes the answers to stops of a flow once one of them was an error that was planned. */
    private static Consumer<Decisions> afterFailure(UnaryOperator<Answer> later) {
        return it -> {
            Map<String, Answer> failed = new ConcurrentHashMap<>();
            answered((request, answer, endpoint) -> {
                        if (!request.stopsFlow()) {
                            return answer;
                        }
                        Answer first = failed.get(request.text());
                        if (first != null) {
                            return later.apply(first).header(Answer.REQUEST_ID, answer.header(Answer.REQUEST_ID));
                        }
                        if (PLANNED.contains(answer.status())) {
                            failed.put(request.text(), answer);
                        }
                        return answer;
                    })
                    .accept(it);
        };
    }
}
