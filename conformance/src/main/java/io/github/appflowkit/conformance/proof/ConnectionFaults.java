package io.github.appflowkit.conformance.proof;

import static io.github.appflowkit.conformance.proof.Changes.answered;
import static io.github.appflowkit.conformance.proof.Changes.answers;
import static io.github.appflowkit.conformance.proof.Changes.deletes;
import static io.github.appflowkit.conformance.proof.Changes.fault;
import static io.github.appflowkit.conformance.proof.Changes.received;
import static io.github.appflowkit.conformance.proof.Changes.refused;
import static io.github.appflowkit.conformance.proof.Changes.stops;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Mistakes in HTTP itself, and connections that do not last. */
final class ConnectionFaults {

    private static final Predicate<Request> DEEP = request -> request.text().contains("[".repeat(200));

    /** More may need several reads although it is sent at once. */
    private static final int ONE_READ = 4096;

    private ConnectionFaults() {}

    static List<Fault> all() {
        return List.of(
                fault(
                        "a stop promises a longer body than it sends",
                        stops(200, it -> it.sent(Wire.LENGTH_TOO_LONG)),
                        "wire.whole-answer",
                        "*"),
                fault("answers have two lengths", answers(it -> it.sent(Wire.LENGTH_TWICE)), "wire.whole-answer"),
                fault(
                        "answers have a length beside their chunks",
                        answers(it -> it.sent(Wire.LENGTH_BESIDE_CHUNKS)),
                        "wire.whole-answer"),
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
                        "delete-profile.internal-error"),
                fault(
                        "the connection is reset on a flow that runs on demand",
                        answered((request, answer, endpoint) ->
                                "UnsupportedOperationException".equals(answer.header(Answer.ERROR_TYPE))
                                        ? answer.sent(Wire.RESET)
                                        : answer),
                        "wire.whole-answer",
                        "stop-flow.on-demand-refused",
                        "stop-flow.on-demand-inactive",
                        "stop-flow.on-demand-spelling",
                        "stop-flow.others-untouched*"),
                fault(
                        "too many calls are told in no HTTP",
                        stops(429, it -> it.sent(Wire.NO_HTTP)),
                        "wire.whole-answer",
                        "stop-flow.throttled"),
                fault(
                        "a missing permission has an endless answer",
                        stops(403, it -> it.sent(Wire.ENDLESS)),
                        "wire.whole-answer",
                        "stop-flow.access-denied"),
                fault(
                        "an internal error is never answered",
                        stops(500, it -> it.sent(Wire.SILENCE)),
                        "wire.whole-answer",
                        "stop-flow.internal-error"),
                fault(
                        "NaN is never answered",
                        sent(request -> request.text().contains("NaN"), Wire.SILENCE),
                        "wire.whole-answer",
                        "wire.body-json"),
                fault("deep JSON is never answered", sent(DEEP, Wire.SILENCE), "wire.whole-answer", "wire.odd-json"),
                fault(
                        "the connection ends on deep JSON",
                        sent(DEEP, Wire.HANG_UP),
                        "wire.whole-answer",
                        "wire.odd-json"),
                fault(
                        "a refused body stays in the connection",
                        answered((request, answer, endpoint) -> answer.status() != 400
                                ? answer
                                : answer.sent((sent, connection) -> {
                                    connection.unread(request.body());
                                    return Wire.PLAIN.send(sent, connection);
                                })),
                        "wire.keep-alive"),
                fault(
                        "what comes together with the head is taken for the whole body",
                        received(it -> it.body().length > ONE_READ
                                ? it
                                : it.withBody(
                                        Arrays.copyOf(it.body(), Math.min(it.body().length, it.receivedWithHead())))),
                        "wire.body-in-parts",
                        "wire.body-in-chunks"),
                fault(
                        "a body in chunks is not read",
                        received(it -> isChunked(it) ? it.withBody(new byte[0]) : it),
                        "wire.body-in-chunks"),
                fault(
                        "of the bodies in chunks the empty objects alone are asked for their length",
                        received(it -> {
                            if (isChunked(it)) {
                                throw it.text().equals("{}")
                                        ? new Refusal(411, "LengthRequiredException", "A length is needed.")
                                        : new Refusal(404, "UnknownOperationException", "This is not served.");
                            }
                            return it;
                        }),
                        "wire.body-in-chunks"),
                fault(
                        "a body in chunks is an internal error",
                        refused(ConnectionFaults::isChunked, 500, "InternalServerException"),
                        "wire.body-in-chunks"),
                fault(
                        "bytes follow the answer to HEAD",
                        answered((request, answer, endpoint) ->
                                request.method().equals("HEAD") ? answer.sent(Wire.GARBAGE_BEHIND) : answer),
                        "wire.keep-alive",
                        "wire.whole-answer"),
                fault(
                        "bytes follow the refusal of a media type",
                        answers(406, it -> it.sent(Wire.GARBAGE_BEHIND)),
                        "wire.keep-alive",
                        "wire.whole-answer"));
    }

    private static Consumer<Decisions> sent(Predicate<Request> which, Wire wire) {
        return answered(
                (request, answer, endpoint) -> request.isRouted() && which.test(request) ? answer.sent(wire) : answer);
    }

    private static boolean isChunked(Request request) {
        return request.header("Transfer-Encoding") != null;
    }
}
