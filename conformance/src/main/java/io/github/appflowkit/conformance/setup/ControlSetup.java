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
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/** The highest rung: the state control API, which makes, reads and removes everything. */
public final class ControlSetup implements Setup {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Sender sender;
    private final Ledger ledger;
    private final Ledger.Way way;
    private volatile String lacksErrors;

    /** Creates a rung whose resources are noted nowhere. */
    public ControlSetup(Sender sender) {
        this(sender, sender.target().endpoint(), Ledger.inMemory());
    }

    /**
     * Creates the rung.
     *
     * @param sender sends to the control API's own URL
     * @param endpoint the target whose state it controls
     * @param ledger notes what is made
     */
    public ControlSetup(Sender sender, URI endpoint, Ledger ledger) {
        this.sender = sender;
        this.ledger = ledger;
        way = new Ledger.Way(endpoint, "control", sender.target().endpoint());
    }

    /**
     * Why this is no control API; empty if it is one. A profile that was put must be described, and one that was not, or
     * was removed, must not be: an endpoint that answers 200 to everything controls nothing.
     *
     * @param name a name that nothing bears
     */
    public Optional<String> refusal(String name) {
        Profile profile = new Profile(name, region());
        Exchange described = exchange("POST", "/describe", selector("connectorProfileName", name, region()), region());
        if (!taken(described)) {
            return Optional.of("POST /describe answers " + described.summary());
        }
        try {
            if (profile(name, region()).isPresent()) {
                return Optional.of("POST /describe tells of a profile that nobody put");
            }
            try {
                put(profile);
                if (profile(name, region()).isEmpty()) {
                    return Optional.of("POST /describe does not tell of a profile that PUT /connector-profiles took");
                }
            } finally {
                remove(profile);
            }
            if (profile(name, region()).isPresent()) {
                return Optional.of("POST /describe tells of a profile that POST /remove took");
            }
        } catch (Untestable refused) {
            return Optional.of(refused.getMessage());
        }
        Exchange plan = plan("StopFlow", name, region(), "InternalServerException", 0);
        lacksErrors = taken(plan) ? null : "the control API does not take POST /faults: " + plan.summary();
        return Optional.empty();
    }

    @Override
    public String rung() {
        return "control";
    }

    @Override
    public Optional<String> lacks(Need need) {
        return need == Need.PLANNED_ERROR ? Optional.ofNullable(lacksErrors) : Optional.empty();
    }

    @Override
    public void put(Profile profile) {
        noted(
                Ledger.Kind.CONNECTOR_PROFILE,
                document(profile),
                profile.region(),
                () -> profile(profile.name(), profile.region()).map(this::document),
                "/connector-profiles");
    }

    @Override
    public void put(Flow flow) {
        noted(
                Ledger.Kind.FLOW,
                document(flow),
                flow.region(),
                () -> flow(flow.name(), flow.region()).map(this::document),
                "/flows");
    }

    /**
     * Notes a resource and puts it. A name that may be somebody else's is noted with what it stood for before; who puts
     * that back has removed the resource.
     */
    private void noted(
            Ledger.Kind kind, ObjectNode state, String region, Supplier<Optional<ObjectNode>> before, String path) {
        String name = state.path("name").asText();
        Optional<Ledger.Entry> earlier = ledger.find(way, region, kind, name);
        if (earlier.isEmpty()) {
            ObjectNode replaced = SampleNames.contains(name) ? before.get().orElse(null) : null;
            ledger.making(way, region, kind, name, replaced);
        }
        Exchange exchange = exchange("PUT", path, state, region);
        if (!taken(exchange)) {
            if (earlier.isEmpty() && isRefused(exchange)) {
                ledger.removed(way, region, kind, name);
            }
            throw notTaken("PUT", path, exchange);
        }
        if (earlier.filter(entry -> state.equals(entry.before())).isPresent()) {
            ledger.removed(way, region, kind, name);
        }
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
        String region = profile.region();
        call("POST", "/remove", selector("connectorProfileName", profile.name(), region), region);
        ledger.removed(way, region, Ledger.Kind.CONNECTOR_PROFILE, profile.name());
    }

    @Override
    public void remove(Flow flow) {
        call("POST", "/remove", selector("flowName", flow.name(), flow.region()), flow.region());
        ledger.removed(way, flow.region(), Ledger.Kind.FLOW, flow.name());
    }

    /** Puts back what a resource replaced. */
    void restore(Ledger.Entry entry) {
        ObjectNode state = entry.before().deepCopy();
        String path = entry.kind() == Ledger.Kind.FLOW ? "/flows" : "/connector-profiles";
        call("PUT", path, state, entry.region());
        ledger.removed(entry.way(), entry.region(), entry.kind(), entry.name());
    }

    @Override
    public void planError(String operation, String name, String region, String error, int times) {
        Exchange plan = plan(operation, name, region, error, times);
        if (!taken(plan)) {
            throw notTaken("POST", "/faults", plan);
        }
    }

    private Exchange plan(String operation, String name, String region, String error, int times) {
        ObjectNode plan = scoped(region)
                .put("operation", operation)
                .put("name", name)
                .put("error", error)
                .put("times", times);
        return exchange("POST", "/faults", plan, region);
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
        if (!taken(exchange)) {
            throw notTaken(method, path, exchange);
        }
        return exchange.answer().object().orElseThrow();
    }

    private static boolean taken(Exchange exchange) {
        return exchange.whole()
                .filter(answer -> answer.status() == 200)
                .flatMap(Answer::object)
                .isPresent();
    }

    private static boolean isRefused(Exchange exchange) {
        return exchange.whole().map(Answer::status).filter(Refusal::isClear).isPresent();
    }

    /** Told without the body and its names, so that reports tell one reason of many rules once. */
    private static Untestable notTaken(String method, String path, Exchange exchange) {
        String message = exchange.whole()
                .flatMap(Answer::message)
                .map(text -> " (" + text + ")")
                .orElse("");
        return new Untestable(
                "the control API did not take " + method + " " + path + ": " + exchange.summary() + message);
    }

    private Exchange exchange(String method, String path, ObjectNode body, String region) {
        Header json = new Header("Content-Type", "application/json");
        return sender.sendRaw(new Request(method, path, List.of(json), null, region).withBody(body.toString()));
    }
}
