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

/** Mistakes in stopping a flow and in telling its status and its ARN. */
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
                        "stop-flow.others-untouched*"),
                fault(
                        "a flow on demand is a validation error",
                        onDemand(it -> it.type("ValidationException")),
                        "stop-flow.on-demand-refused"),
                fault(
                        "a flow on demand is a conflict",
                        onDemand(it -> it.status(409).type("ConflictException")),
                        "stop-flow.on-demand-refused",
                        "stop-flow.others-untouched*"),
                fault(
                        "a flow on demand answers the right type with status 409",
                        onDemand(it -> it.status(409)),
                        "stop-flow.on-demand-refused",
                        "wire.error-type",
                        "stop-flow.others-untouched*"),
                fault(
                        "a flow on demand is not found",
                        onDemand(it -> it.status(404).type("ResourceNotFoundException")),
                        "stop-flow.on-demand-refused",
                        "stop-flow.others-untouched*"),
                fault(
                        "a flow on demand is an internal error",
                        onDemand(it -> it.status(500).type("InternalServerException")),
                        "stop-flow.on-demand-refused",
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
                        "a stop of the sample's flow is told and not done",
                        it -> it.stop = (world, flow) -> {
                            if (!flow.name().equals("name")) {
                                world.put(flow);
                            }
                        },
                        "stop-flow.sample-request"),
                fault(
                        "a stop is told and not done",
                        it -> it.stop = (world, flow) -> {},
                        "stop-flow.started-again",
                        "stop-flow.scheduled-stopped",
                        "stop-flow.event-stopped",
                        "wire.region-untouched",
                        "stop-flow.sample-request"),
                fault(
                        "a stop takes the profile of the flow's name with it",
                        it -> it.stop = (world, flow) -> {
                            world.put(flow);
                            world.remove(new Profile(flow.scope(), flow.name()));
                        },
                        "stop-flow.profile-of-same-name"),
                fault(
                        "a stop forgets what the flow reads from",
                        stores(it ->
                                new Flow(it.scope(), it.name(), it.trigger(), it.status(), null, it.destinations())),
                        "stop-flow.only-status"),
                fault(
                        "a stop forgets what the flow writes to",
                        stores(it ->
                                new Flow(it.scope(), it.name(), it.trigger(), it.status(), it.source(), List.of())),
                        "stop-flow.only-status"),
                fault(
                        "a stop keeps the first of what the flow writes to",
                        stores(it -> new Flow(
                                it.scope(),
                                it.name(),
                                it.trigger(),
                                it.status(),
                                it.source(),
                                it.destinations().stream().limit(1).toList())),
                        "stop-flow.only-status"),
                fault(
                        "a stop takes the schedule from the flow",
                        stores(it -> new Flow(
                                it.scope(), it.name(), "OnDemand", it.status(), it.source(), it.destinations())),
                        "stop-flow.only-status",
                        "stop-flow.*",
                        "wire.*"),
                fault(
                        "a stop makes the flow a draft",
                        it -> it.stopped = flow -> flow.withStatus("Draft"),
                        "stop-flow.started-again",
                        "stop-flow.scheduled-stopped",
                        "stop-flow.event-stopped",
                        "stop-flow.status-suspended",
                        "stop-flow.sample-request"),
                fault(
                        "a stop suspends the flows with it whose names end alike",
                        it -> it.stop = (world, flow) -> world.flows().stream()
                                .filter(other -> other.name().endsWith(flow.name()))
                                .forEach(other -> world.put(other.withStatus("Suspended"))),
                        "stop-flow.others-untouched",
                        "wire.region-untouched*"),
                fault(
                        "a flow is stopped once, and told to be stopped from then on",
                        it -> {
                            Set<String> stopped = ConcurrentHashMap.newKeySet();
                            it.stop = (world, flow) -> {
                                if (stopped.add(flow.name())) {
                                    world.put(flow);
                                }
                            };
                        },
                        "stop-flow.started-again",
                        "wire.region-untouched"),
                fault(
                        "a stop deletes the flow",
                        it -> it.stop = (world, flow) -> {
                            world.put(flow);
                            world.remove(flow);
                        },
                        "stop-flow.again",
                        "stop-flow.started-again",
                        "stop-flow.scheduled-stopped",
                        "stop-flow.event-stopped",
                        "stop-flow.sample-request"),
                fault(
                        "a second stop answers the ARN of another account",
                        again(
                                200,
                                (request, answer) -> answer.members(body -> body.put(
                                        "flowArn",
                                        body.path("flowArn").asText().replaceFirst(":[0-9]{12}:", ":999999999999:")))),
                        "stop-flow.arn-names-flow"),
                fault(
                        "a stop deletes the other flows",
                        it -> it.stop = (world, flow) -> {
                            world.flows().forEach(world::remove);
                            world.put(flow);
                        },
                        "stop-flow.others-untouched",
                        "*"),
                fault(
                        "a stop deletes the profiles",
                        it -> it.stop = (world, flow) -> {
                            world.profiles().forEach(world::remove);
                            world.put(flow);
                        },
                        "stop-flow.others-untouched",
                        "*"),
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

    /** Changes what is stored of a flow that is stopped. */
    private static Consumer<Decisions> stores(UnaryOperator<Flow> change) {
        return it -> it.stop = (world, flow) -> world.put(change.apply(flow));
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
