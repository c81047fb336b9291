package io.github.appflowkit.conformance.proof;

import static io.github.appflowkit.conformance.proof.Changes.answered;
import static io.github.appflowkit.conformance.proof.Changes.deletes;
import static io.github.appflowkit.conformance.proof.Changes.fault;
import static io.github.appflowkit.conformance.proof.Changes.stops;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Mistakes in HTTP itself, and connections that do not last. */
final class ConnectionFaults {

    private static final Predicate<Request> NOT_JSON = request -> {
        try {
            Json.parse(Json.strict(), request.body());
            return false;
        } catch (Refusal refusal) {
            return true;
        }
    };

    private static final Predicate<Request> DEEP = request -> request.text().matches("(?s).*(\\[\\s*){200}.*");

    private ConnectionFaults() {}

    static List<Fault> all() {
        return List.of(
                fault(
                        "a stop promises a longer body than it sends",
                        stops(200, it -> it.sent(Wire.LENGTH_TOO_LONG)),
                        "wire.whole-answer",
                        "*"),
                fault(
                        "the body of a conflict is cut",
                        deletes(409, it -> it.sent(Wire.CUT)),
                        "wire.whole-answer",
                        "delete-profile.in-use-kept",
                        "*"),
                fault(
                        "the connection ends instead of an internal error",
                        deletes(500, it -> it.sent(Wire.HANG_UP)),
                        "wire.whole-answer",
                        "delete-profile.internal-error",
                        "*"),
                fault(
                        "the connection is reset on a flow that runs on demand",
                        answered((request, answer, endpoint) ->
                                "UnsupportedOperationException".equals(answer.header(Answer.ERROR_TYPE))
                                        ? answer.sent(Wire.RESET)
                                        : answer),
                        "wire.whole-answer",
                        "stop-flow.on-demand-refused",
                        "*"),
                fault(
                        "too many calls are told in no HTTP",
                        stops(429, it -> it.sent(Wire.NO_HTTP)),
                        "wire.whole-answer",
                        "stop-flow.throttled",
                        "*"),
                fault(
                        "a missing permission has an endless answer",
                        stops(403, it -> it.sent(Wire.ENDLESS)),
                        "wire.whole-answer",
                        "stop-flow.access-denied",
                        "*"),
                fault(
                        "an internal error is never answered",
                        stops(500, it -> it.sent(Wire.SILENCE)),
                        "wire.whole-answer",
                        "stop-flow.internal-error",
                        "*"),
                fault(
                        "a body that is not JSON is never answered",
                        sent(NOT_JSON.and(DEEP.negate()), Wire.SILENCE),
                        "wire.whole-answer",
                        "wire.body-json",
                        "*"),
                fault(
                        "deep JSON is never answered",
                        sent(DEEP, Wire.SILENCE),
                        "wire.whole-answer",
                        "wire.odd-json",
                        "*"),
                fault(
                        "the connection ends on deep JSON",
                        sent(DEEP, Wire.HANG_UP),
                        "wire.whole-answer",
                        "wire.odd-json",
                        "*"),
                fault(
                        "a refused body stays in the connection",
                        answered((request, answer, endpoint) -> answer.status() != 400
                                ? answer
                                : answer.sent((sent, connection) -> {
                                    connection.unread(request.body());
                                    return Wire.PLAIN.send(sent, connection);
                                })),
                        "wire.keep-alive",
                        "*"),
                fault(
                        "an error ends the connection without a word",
                        answered((request, answer, endpoint) ->
                                answer.isError() ? answer.sent(Wire.UNANNOUNCED_END) : answer),
                        "wire.keep-alive"),
                fault(
                        "bytes follow an error",
                        answered((request, answer, endpoint) ->
                                answer.isError() ? answer.sent(Wire.GARBAGE_BEHIND) : answer),
                        "wire.keep-alive",
                        "*"));
    }

    private static Consumer<Decisions> sent(Predicate<Request> which, Wire wire) {
        return answered(
                (request, answer, endpoint) -> request.isRouted() && which.test(request) ? answer.sent(wire) : answer);
    }
}
