package io.github.appflowkit.conformance.proof;

import static io.github.appflowkit.conformance.proof.Changes.fault;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Mistakes in what a stop does to its flow and to everything else. */
final class StopEffectFaults {

    private StopEffectFaults() {}

    static List<Fault> all() {
        return List.of(
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
                        "stop-flow.sample-request",
                        "stop-flow.again-inactive",
                        "stop-flow.sample-name",
                        "stop-flow.status-told",
                        "stop-flow.two-at-once"),
                fault(
                        "of stops of two flows at the same time one is lost",
                        it -> {
                            LostUpdate<Flow> lost = new LostUpdate<>(World::put);
                            it.stop = (world, flow) -> {
                                if (!world.flows().contains(flow)) {
                                    lost.accept(world, flow);
                                }
                            };
                        },
                        "stop-flow.two-at-once",
                        "*"),
                fault(
                        "a draft is suspended although its stop is refused",
                        stopOf("Draft", (world, flow) -> {
                            world.put(flow);
                            throw neverStarted(flow);
                        }),
                        "stop-flow.status-told"),
                fault(
                        "a draft is deleted although its stop is refused",
                        stopOf("Draft", (world, flow) -> {
                            world.remove(flow.withStatus("Draft"));
                            throw neverStarted(flow);
                        }),
                        "stop-flow.status-told"),
                fault(
                        "a draft is made one on demand although its stop is refused",
                        stopOf("Draft", (world, flow) -> {
                            world.put(new Flow(
                                    flow.scope(),
                                    flow.name(),
                                    "OnDemand",
                                    "Draft",
                                    flow.source(),
                                    flow.destinations()));
                            throw neverStarted(flow);
                        }),
                        "stop-flow.status-told"),
                fault(
                        "a flow in error is told to be suspended and is not",
                        stopOf("Errored", (world, flow) -> {}),
                        "stop-flow.status-told"),
                fault(
                        "a flow in error is told to be suspended and is deleted",
                        stopOf("Errored", (world, flow) -> world.remove(flow.withStatus("Errored"))),
                        "stop-flow.status-told"),
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
                        "a stop turns the status over",
                        it -> it.stopped = flow -> flow.withStatus(flow.is("Suspended") ? "Active" : "Suspended"),
                        "stop-flow.again-inactive"),
                fault(
                        "a second stop answers Suspended and starts the flow",
                        it -> it.stop = (world, flow) ->
                                world.put(world.flows().contains(flow) ? flow.withStatus("Active") : flow),
                        "stop-flow.again-inactive",
                        "stop-flow.status-told"),
                fault(
                        "a stop makes the flow a draft",
                        it -> it.stopped = flow -> flow.withStatus("Draft"),
                        "stop-flow.started-again",
                        "stop-flow.scheduled-stopped",
                        "stop-flow.event-stopped",
                        "stop-flow.status-suspended",
                        "stop-flow.sample-request",
                        "stop-flow.sample-name",
                        "stop-flow.two-at-once"),
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
                        "stop-flow.sample-request",
                        "stop-flow.sample-name",
                        "stop-flow.two-at-once",
                        "stop-flow.status-told"),
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
                        "*"));
    }

    /** Changes what is stored of a flow that is stopped. */
    private static Consumer<Decisions> stores(UnaryOperator<Flow> change) {
        return it -> it.stop = (world, flow) -> world.put(change.apply(flow));
    }

    /** Stops flows of one status in another way, and does not refuse it. */
    private static Consumer<Decisions> stopOf(String status, BiConsumer<World, Flow> stop) {
        return it -> {
            it.refuseStop = flow -> flow.is(status) && !flow.isOnDemand() ? null : Decisions.refuseStop(flow);
            it.stop = (world, flow) -> {
                if (world.flows().contains(flow.withStatus(status))) {
                    stop.accept(world, flow);
                } else {
                    world.put(flow);
                }
            };
        };
    }

    private static Refusal neverStarted(Flow flow) {
        return Refusal.conflict("Flow " + flow.name() + " was never started.");
    }
}
