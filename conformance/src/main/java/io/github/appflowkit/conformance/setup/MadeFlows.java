package io.github.appflowkit.conformance.setup;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.appflow.model.DescribeFlowResponse;
import software.amazon.awssdk.services.appflow.model.DestinationFlowConfig;
import software.amazon.awssdk.services.appflow.model.SourceFlowConfig;

/** The flows that a run made by the target's own operations, with what the target's DescribeFlow tells of them where it is offered. */
final class MadeFlows {
    private final SiblingOperations operations;
    private final Map<String, Made> made = new ConcurrentHashMap<>();
    private volatile boolean readable = true;

    MadeFlows(SiblingOperations operations) {
        this.operations = operations;
    }

    /** A flow that was made, and what the target told of it then; null where it cannot be read. */
    private record Made(Flow flow, Flow told) {}

    /**
     * Keeps a flow that was made just now.
     *
     * @return its status, as the target tells it; empty where it cannot be read
     */
    Optional<String> add(Flow flow) {
        Flow told = read(flow.name(), flow.region(), flow.trigger());
        made.put(key(flow.name(), flow.region()), new Made(flow, told));
        return Optional.ofNullable(told).map(Flow::status);
    }

    void forget(String name, String region) {
        made.remove(key(name, region));
    }

    /** The flow as it was made; empty if none of this name was. */
    Optional<Flow> asMade(String name, String region) {
        return Optional.ofNullable(made.get(key(name, region))).map(Made::flow);
    }

    /** The flow as it was made, with what the target tells of it now that it told otherwise then. */
    Optional<Flow> now(String name, String region) {
        Made one = made.get(key(name, region));
        if (one == null || one.told == null) {
            return Optional.empty();
        }
        Flow now = read(name, region, null);
        if (now == null) {
            return Optional.empty();
        }
        return Optional.of(now.equals(one.told) ? one.flow : changed(one, now));
    }

    private static Flow changed(Made one, Flow now) {
        boolean uses = Objects.equals(now.source(), one.told.source())
                && now.destinations().equals(one.told.destinations());
        return new Flow(
                now.name(),
                now.region(),
                now.trigger(),
                now.status(),
                uses ? one.flow.source() : now.source(),
                uses ? one.flow.destinations() : now.destinations());
    }

    /**
     * What DescribeFlow tells of a flow; null where it tells nothing that can be relied on.
     *
     * @param fresh the trigger of a flow that was made just now and has to be told as it is; null for one of any age
     */
    private Flow read(String name, String region, Flow.Trigger fresh) {
        if (!readable) {
            return null;
        }
        try {
            DescribeFlowResponse told = operations.call(
                    "DescribeFlow", region, client -> client.describeFlow(describe -> describe.flowName(name)));
            return flow(told, name, region)
                    .filter(read -> fresh == null
                            || read.trigger() == fresh && (fresh == Flow.Trigger.OnDemand || read.isActive()))
                    .orElse(null);
        } catch (SiblingOperations.Failure notOffered) {
            readable = readable && fresh == null;
            return null;
        }
    }

    private static Optional<Flow> flow(DescribeFlowResponse told, String name, String region) {
        String type = told.triggerConfig() == null ? "" : told.triggerConfig().triggerTypeAsString();
        List<String> destinations = told.destinationFlowConfigList().stream()
                .map(DestinationFlowConfig::connectorProfileName)
                .filter(Objects::nonNull)
                .toList();
        String source = Optional.ofNullable(told.sourceFlowConfig())
                .map(SourceFlowConfig::connectorProfileName)
                .orElse(null);
        String status = told.flowStatusAsString();
        return Stream.of(Flow.Trigger.values())
                .filter(trigger -> trigger.name().equals(type) && status != null)
                .findFirst()
                .map(trigger -> new Flow(name, region, trigger, status, source, destinations));
    }

    private static String key(String name, String region) {
        return region + "/" + name;
    }
}
