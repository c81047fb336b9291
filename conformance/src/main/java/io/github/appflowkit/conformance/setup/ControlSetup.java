package io.github.appflowkit.conformance.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.appflowkit.conformance.rule.Need;
import io.github.appflowkit.conformance.target.Exchange;
import io.github.appflowkit.conformance.target.Sender;
import io.github.appflowkit.conformance.target.Target;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The highest rung: the state control API, which makes, reads and removes everything. */
public final class ControlSetup implements Setup {
    private final ControlClient client;
    private final StateDocuments documents;
    private final String region;
    private final Ledger ledger;
    private final Ledger.Way way;
    private final Map<String, Flow> flows = new ConcurrentHashMap<>();
    private volatile String lacksErrors;
    private volatile boolean tellsUses = true;

    /** Creates a rung whose resources are noted nowhere. */
    public ControlSetup(Sender sender) {
        this(new ControlClient(sender), sender.target().endpoint(), Ledger.inMemory());
    }

    /**
     * Creates the rung.
     *
     * @param client calls the control API
     * @param endpoint the target whose state it controls
     * @param ledger notes what is made
     */
    public ControlSetup(ControlClient client, URI endpoint, Ledger ledger) {
        Target target = client.sender().target();
        this.client = client;
        this.ledger = ledger;
        documents = client.documents();
        region = target.region();
        way = new Ledger.Way(endpoint, "control", target.endpoint());
    }

    /**
     * Why this is no control API; empty if it is one. A profile that was put must be described, and one that was not, or
     * was removed, must not be: an endpoint that answers 200 to everything controls nothing.
     *
     * @param name a name that nothing bears
     */
    public Optional<String> refusal(String name) {
        Profile profile = new Profile(name, region);
        Exchange described = client.exchange("POST", "/describe", documents.profileSelector(name, region), region);
        if (!ControlClient.isTaken(described)) {
            return Optional.of("POST /describe answers " + described.summary()
                    + (ControlClient.isDenied(described) ? client.tokenAdvice() : "")
                    + ControlClient.message(described));
        }
        try {
            if (profile(name, region).isPresent()) {
                return Optional.of("POST /describe tells of a profile that nobody put");
            }
            try {
                put(profile);
                if (profile(name, region).isEmpty()) {
                    return Optional.of("POST /describe does not tell of a profile that PUT /connector-profiles took");
                }
                tellsUses = tellsUses(name);
            } finally {
                remove(profile);
            }
            if (profile(name, region).isPresent()) {
                return Optional.of("POST /describe tells of a profile that POST /remove took");
            }
        } catch (Untestable refused) {
            return Optional.of(refused.getMessage());
        }
        Exchange plan = plan("StopFlow", name, region, "InternalServerException", 0);
        lacksErrors =
                ControlClient.isTaken(plan) ? null : "the control API does not take POST /faults: " + plan.summary();
        return Optional.empty();
    }

    /** Whether what a flow reads from and writes to is told; if flows cannot be put at all, their rules will say so. */
    private boolean tellsUses(String name) {
        Flow flow = Flow.active(name, region, Flow.Trigger.Scheduled)
                .readingFrom(name)
                .writingTo(List.of(name));
        try {
            put(flow);
            return flow(name, region)
                    .filter(told -> !told.reads().equals(flow.reads())
                            || !told.destinations().equals(flow.destinations()))
                    .isEmpty();
        } catch (Untestable refused) {
            return true;
        } finally {
            removeIfPossible(flow);
        }
    }

    private void removeIfPossible(Flow flow) {
        try {
            remove(flow);
        } catch (Untestable refused) {
            // It stays in the ledger, which is told of at the end.
        }
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
                documents.of(profile),
                profile.region(),
                () -> profile(profile.name(), profile.region()).map(documents::of),
                "/connector-profiles");
    }

    @Override
    public void put(Flow flow) {
        flows.put(key(flow.name(), flow.region()), flow);
        noted(
                Ledger.Kind.FLOW,
                documents.of(flow),
                flow.region(),
                () -> flow(flow.name(), flow.region()).map(documents::of),
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
        Exchange exchange = client.exchange("PUT", path, state, region);
        if (!ControlClient.isTaken(exchange)) {
            if (earlier.isEmpty() && ControlClient.isRefused(exchange)) {
                ledger.removed(way, region, kind, name);
            }
            throw ControlClient.notTaken(exchange);
        }
        if (earlier.filter(entry -> state.equals(entry.before())).isPresent()) {
            ledger.removed(way, region, kind, name);
        }
    }

    @Override
    public Optional<Profile> profile(String name, String region) {
        JsonNode state = client.call("POST", "/describe", documents.profileSelector(name, region), region);
        return StateDocuments.profile(state, name, region);
    }

    @Override
    public Optional<Flow> flow(String name, String region) {
        JsonNode state = client.call("POST", "/describe", documents.flowSelector(name, region), region);
        Optional<Flow> told = StateDocuments.flow(state, name, region);
        return tellsUses ? told : told.map(this::withItsUses);
    }

    /** A flow with what it was put with, where that is never told. */
    private Flow withItsUses(Flow told) {
        Flow put = flows.getOrDefault(key(told.name(), told.region()), told);
        return told.readingFrom(put.source()).writingTo(put.destinations());
    }

    private static String key(String name, String region) {
        return region + "/" + name;
    }

    @Override
    public void remove(Profile profile) {
        String region = profile.region();
        remove(
                Ledger.Kind.CONNECTOR_PROFILE,
                profile.name(),
                documents.profileSelector(profile.name(), region),
                region);
    }

    @Override
    public void remove(Flow flow) {
        String region = flow.region();
        flows.remove(key(flow.name(), region));
        remove(Ledger.Kind.FLOW, flow.name(), documents.flowSelector(flow.name(), region), region);
    }

    /** Removes what is noted: what was refused when it was put is not there. */
    private void remove(Ledger.Kind kind, String name, ObjectNode selector, String region) {
        if (ledger.find(way, region, kind, name).isPresent()) {
            client.call("POST", "/remove", selector, region);
            ledger.removed(way, region, kind, name);
        }
    }

    /** Puts back what a resource replaced. */
    void restore(Ledger.Entry entry) {
        ObjectNode state = entry.before().deepCopy();
        String path = entry.kind() == Ledger.Kind.FLOW ? "/flows" : "/connector-profiles";
        client.call("PUT", path, state, entry.region());
        ledger.removed(entry.way(), entry.region(), entry.kind(), entry.name());
    }

    @Override
    public void planError(String operation, String name, String region, String error, int times) {
        Exchange plan = plan(operation, name, region, error, times);
        if (!ControlClient.isTaken(plan)) {
            throw ControlClient.notTaken(plan);
        }
    }

    private Exchange plan(String operation, String name, String region, String error, int times) {
        return client.exchange("POST", "/faults", documents.plan(operation, name, region, error, times), region);
    }
}
