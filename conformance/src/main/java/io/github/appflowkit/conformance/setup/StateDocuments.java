package io.github.appflowkit.conformance.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The JSON in which a state control API is told of resources, and tells of them.
 *
 * @param regional whether the region is named, as signed requests do; unsigned ones are served in the endpoint's own
 * @param account the account that is named; empty to leave it to the request that bears the document
 */
record StateDocuments(boolean regional, Optional<String> account) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    ObjectNode of(Profile profile) {
        return scoped(profile.region()).put("name", profile.name());
    }

    ObjectNode of(Flow flow) {
        ObjectNode document = scoped(flow.region())
                .put("name", flow.name())
                .put("trigger", flow.trigger().name())
                .put("status", flow.status());
        flow.reads().ifPresent(source -> document.put("source", source));
        flow.destinations().forEach(document.withArray("destinations")::add);
        return document;
    }

    ObjectNode profileSelector(String name, String region) {
        return scoped(region).put("connectorProfileName", name);
    }

    ObjectNode flowSelector(String name, String region) {
        return scoped(region).put("flowName", name);
    }

    ObjectNode plan(String operation, String name, String region, String error, int times) {
        return scoped(region)
                .put("operation", operation)
                .put("name", name)
                .put("error", error)
                .put("times", times);
    }

    private ObjectNode scoped(String region) {
        ObjectNode body = JSON.createObjectNode();
        account.ifPresent(owner -> body.put("account", owner));
        return regional ? body.put("region", region) : body;
    }

    /** The profile of a name in a described state. */
    static Optional<Profile> profile(JsonNode state, String name, String region) {
        return first(state.path("connectorProfiles"), name).map(found -> new Profile(name, region));
    }

    /**
     * The flow of a name in a described state.
     *
     * @throws Untestable if its trigger is none
     */
    static Optional<Flow> flow(JsonNode state, String name, String region) {
        return first(state.path("flows"), name).map(found -> flow(found, region));
    }

    private static Optional<JsonNode> first(JsonNode found, String name) {
        return StreamSupport.stream(found.spliterator(), false)
                .filter(resource -> resource.path("name").asText().equals(name))
                .findFirst();
    }

    private static Flow flow(JsonNode found, String region) {
        List<String> destinations = StreamSupport.stream(
                        found.path("destinations").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        return new Flow(
                found.path("name").asText(),
                region,
                trigger(found.path("trigger").asText()),
                found.path("status").asText("Active"),
                found.path("source").textValue(),
                destinations);
    }

    private static Flow.Trigger trigger(String name) {
        return Stream.of(Flow.Trigger.values())
                .filter(trigger -> trigger.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new Untestable("the control API describes a flow of the unknown trigger '" + name + "'"));
    }
}
