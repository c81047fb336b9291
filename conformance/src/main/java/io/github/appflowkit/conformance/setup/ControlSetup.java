package io.github.appflowkit.conformance.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.appflowkit.conformance.rule.Need;
import io.github.appflowkit.conformance.target.Answer;
import io.github.appflowkit.conformance.target.Exchange;
import io.github.appflowkit.conformance.target.Header;
import io.github.appflowkit.conformance.target.Request;
import io.github.appflowkit.conformance.target.Sender;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The highest rung: the state control API, which makes, reads and removes everything. */
public final class ControlSetup implements Setup {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Sender sender;

    /**
     * Creates the rung.
     *
     * @param sender sends to the control API's own URL
     */
    public ControlSetup(Sender sender) {
        this.sender = sender;
    }

    /** Whether there is a control API: it describes a resource that does not exist as absent. */
    public boolean isOffered() {
        Exchange exchange = exchange("POST", "/describe", selector("flowName", "no-flow", region()), region());
        return exchange.whole()
                .filter(answer -> answer.status() == 200)
                .flatMap(Answer::object)
                .isPresent();
    }

    @Override
    public String rung() {
        return "control";
    }

    @Override
    public Optional<String> lacks(Need need) {
        return Optional.empty();
    }

    @Override
    public void put(Profile profile) {
        call("PUT", "/connector-profiles", document(profile), profile.region());
    }

    @Override
    public void put(Flow flow) {
        call("PUT", "/flows", document(flow), flow.region());
    }

    @Override
    public Optional<Profile> profile(String name, String region) {
        JsonNode state = call("POST", "/describe", selector("connectorProfileName", name, region), region);
        return first(state.path("connectorProfiles"), name).map(found -> new Profile(name, region));
    }

    @Override
    public Optional<Flow> flow(String name, String region) {
        JsonNode state = call("POST", "/describe", selector("flowName", name, region), region);
        return first(state.path("flows"), name).map(found -> flow(found, region));
    }

    @Override
    public void remove(Profile profile) {
        call("POST", "/remove", selector("connectorProfileName", profile.name(), profile.region()), profile.region());
    }

    @Override
    public void remove(Flow flow) {
        call("POST", "/remove", selector("flowName", flow.name(), flow.region()), flow.region());
    }

    @Override
    public void planError(String operation, String name, String region, String error, int times) {
        ObjectNode plan = scoped(region)
                .put("operation", operation)
                .put("name", name)
                .put("error", error)
                .put("times", times);
        call("POST", "/faults", plan, region);
    }

    private String region() {
        return sender.target().region();
    }

    private ObjectNode document(Profile profile) {
        return scoped(profile.region()).put("name", profile.name());
    }

    private ObjectNode document(Flow flow) {
        ObjectNode document = scoped(flow.region())
                .put("name", flow.name())
                .put("trigger", flow.trigger().name())
                .put("status", flow.status());
        flow.reads().ifPresent(source -> document.put("source", source));
        flow.destinations().forEach(document.withArray("destinations")::add);
        return document;
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
                found.path("status").asText(),
                found.path("source").textValue(),
                destinations);
    }

    private ObjectNode selector(String member, String name, String region) {
        return scoped(region).put(member, name);
    }

    /** A body that names the region of signed requests; unsigned ones are served in the endpoint's own. */
    private ObjectNode scoped(String region) {
        ObjectNode body = JSON.createObjectNode();
        return sender.signs() ? body.put("region", region) : body;
    }

    private static Flow.Trigger trigger(String name) {
        return Arrays.stream(Flow.Trigger.values())
                .filter(trigger -> trigger.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new Untestable("the control API describes a flow of the unknown trigger '" + name + "'"));
    }

    private static Optional<JsonNode> first(JsonNode found, String name) {
        return StreamSupport.stream(found.spliterator(), false)
                .filter(resource -> resource.path("name").asText().equals(name))
                .findFirst();
    }

    private JsonNode call(String method, String path, ObjectNode body, String region) {
        Exchange exchange = exchange(method, path, body, region);
        return exchange.whole()
                .filter(answer -> answer.status() == 200)
                .flatMap(Answer::object)
                .orElseThrow(() -> new Untestable("the control API did not take " + method + " " + path + " " + body
                        + ": " + exchange.summary()
                        + exchange.whole()
                                .flatMap(Answer::message)
                                .map(message -> " (" + message + ")")
                                .orElse("")));
    }

    private Exchange exchange(String method, String path, ObjectNode body, String region) {
        Header json = new Header("Content-Type", "application/json");
        return sender.sendRaw(new Request(method, path, List.of(json), null, region).withBody(body.toString()));
    }
}
