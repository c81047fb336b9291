package io.github.appflowkit.conformance.proof;

import static io.github.appflowkit.conformance.proof.Changes.answered;
import static io.github.appflowkit.conformance.proof.Changes.fault;
import static io.github.appflowkit.conformance.proof.Changes.stops;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Mistakes in which flows are stopped, and in what a stop of the others answers. */
final class StopFaults {

    private StopFaults() {}

    static List<Fault> all() {
        return List.of(
                fault("a flow on a schedule is not stopped", refusing("Scheduled"), "stop-flow.scheduled-stopped", "*"),
                fault("a flow on events is not stopped", refusing("Event"), "stop-flow.event-stopped"),
                fault(
                        "a flow's name is a reserved word",
                        it -> it.matches = (pattern, name) ->
                                !name.equals("name") && pattern.matcher(name).matches(),
                        "stop-flow.sample-request"),
                fault(
                        "a flow on demand is stopped",
                        it -> it.refuseStop = flow -> flow.isOnDemand() ? null : Decisions.refuseStop(flow),
                        "stop-flow.on-demand-refused",
                        "stop-flow.on-demand-inactive",
                        "stop-flow.others-untouched*"),
                fault(
                        "a flow on demand is stopped unless it is active",
                        it -> it.refuseStop =
                                flow -> flow.isOnDemand() && !flow.is("Active") ? null : Decisions.refuseStop(flow),
                        "stop-flow.on-demand-inactive"),
                fault(
                        "a flow whose name speaks of demand is taken for one on demand",
                        it -> it.refuseStop = flow -> flow.name().contains("ondemand")
                                ? Refusal.unsupported("Flows on demand are not stopped.")
                                : Decisions.refuseStop(flow),
                        "stop-flow.sample-name"),
                fault(
                        "a flow on demand is a validation error",
                        onDemand(it -> it.type("ValidationException")),
                        "stop-flow.on-demand-refused",
                        "stop-flow.on-demand-inactive"),
                fault(
                        "a flow on demand is a conflict",
                        onDemand(it -> it.status(409).type("ConflictException")),
                        "stop-flow.on-demand-refused",
                        "stop-flow.others-untouched*"),
                fault(
                        "a flow on demand answers the right type with status 409",
                        onDemand(it -> it.status(409)),
                        "stop-flow.on-demand-refused",
                        "stop-flow.on-demand-inactive",
                        "wire.error-type",
                        "stop-flow.others-untouched*"),
                fault(
                        "a flow on demand is not found",
                        onDemand(it -> it.status(404).type("ResourceNotFoundException")),
                        "stop-flow.on-demand-refused",
                        "stop-flow.on-demand-inactive",
                        "stop-flow.others-untouched*"),
                fault(
                        "a flow on demand is an internal error",
                        onDemand(it -> it.status(500).type("InternalServerException")),
                        "stop-flow.on-demand-refused",
                        "stop-flow.on-demand-inactive",
                        "stop-flow.others-untouched*"),
                fault(
                        "a flow on demand is refused in lower case",
                        onDemand(it -> it.type("unsupportedOperationException")),
                        "stop-flow.on-demand-spelling"),
                fault(
                        "an unknown flow is stopped",
                        answered((request, answer, endpoint) -> request.stopsFlow() && answer.status() == 404
                                ? answer.cleared().json(suspended(request.member("flowName")))
                                : answer),
                        "stop-flow.unknown-refused",
                        "*"),
                fault(
                        "an unknown flow is made up when it is asked for again",
                        again(404, (request, answer) -> answer.cleared().json(suspended(request.member("flowName")))),
                        "stop-flow.unknown-refused",
                        "*"),
                fault(
                        "an unknown flow is a validation error",
                        stops(404, it -> it.status(400).type("ValidationException")),
                        "stop-flow.unknown-refused",
                        "*"),
                fault(
                        "an unknown flow is a conflict",
                        stops(404, it -> it.status(409).type("ConflictException")),
                        "stop-flow.unknown-refused",
                        "*"),
                fault(
                        "an unknown flow is an internal error",
                        stops(404, it -> it.status(500).type("InternalServerException")),
                        "stop-flow.unknown-refused",
                        "*"),
                fault(
                        "a second stop answers the ARN of another account",
                        again(
                                200,
                                (request, answer) -> answer.members(body -> body.put(
                                        "flowArn",
                                        body.path("flowArn").asText().replaceFirst(":[0-9]{12}:", ":999999999999:")))),
                        "stop-flow.arn-names-flow"),
                fault(
                        "a second stop answers an empty object",
                        again(200, (request, answer) -> answer.text("{}")),
                        "stop-flow.answer-members",
                        "stop-flow.arn-region"));
    }

    private static Consumer<Decisions> refusing(String trigger) {
        return it -> it.refuseStop = flow -> flow.trigger().equals(trigger)
                ? Refusal.unsupported("Flows of this trigger are not stopped.")
                : Decisions.refuseStop(flow);
    }

    private static Consumer<Decisions> onDemand(UnaryOperator<Answer> change) {
        return stops(
                400,
                it -> "UnsupportedOperationException".equals(it.header(Answer.ERROR_TYPE)) ? change.apply(it) : it);
    }

    /** Changes the second and later answers of a status to stops of one name. */
    private static Consumer<Decisions> again(int status, BiFunction<Request, Answer, Answer> change) {
        return it -> {
            Set<String> names = ConcurrentHashMap.newKeySet();
            answered((request, answer, endpoint) ->
                            request.stopsFlow() && answer.status() == status && !names.add(request.member("flowName"))
                                    ? change.apply(request, answer)
                                    : answer)
                    .accept(it);
        };
    }

    private static ObjectNode suspended(String name) {
        return Json.object().put("flowArn", Scope.DEFAULT.arn(name)).put("flowStatus", "Suspended");
    }
}
