package io.github.appflowkit.conformance.setup;

import io.github.appflowkit.conformance.rule.Need;
import io.github.appflowkit.conformance.setup.Ledger.Kind;
import io.github.appflowkit.conformance.target.Signer;
import io.github.appflowkit.conformance.target.Target;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.appflow.model.CreateFlowResponse;
import software.amazon.awssdk.services.appflow.model.FlowStatus;
import software.amazon.awssdk.services.appflow.model.StartFlowResponse;

/**
 * The second rung: the target's own CreateConnectorProfile, CreateFlow and StartFlow make resources, its DeleteFlow and
 * DeleteConnectorProfile remove them, and its DescribeFlow reads them where it is offered. What the target refuses to make
 * is no failure of the rules that need it.
 */
public final class ApiSetup implements Setup {
    private final SiblingOperations operations;
    private final MadeFlows flows;
    private final RequestTemplates templates;
    private final Ledger ledger;
    private final Ledger.Way way;
    private final String region;
    private final Map<Need, String> refusals = new EnumMap<>(Need.class);

    /** Why flows, by their titles, may not be active. */
    private final Map<String, String> inactive = new ConcurrentHashMap<>();

    /**
     * Creates the rung.
     *
     * @param signer holds the credentials of every request; empty to send them unsigned
     * @param ledger notes what is made
     */
    public ApiSetup(Target target, Optional<Signer> signer, RequestTemplates templates, Ledger ledger) {
        operations = new SiblingOperations(target, signer);
        flows = new MadeFlows(operations);
        this.templates = templates;
        this.ledger = ledger;
        way = new Ledger.Way(target.endpoint(), "api", null);
        region = target.region();
        refusals.put(Need.PLANNED_ERROR, "the endpoint's own operations plan no errors: that takes --control-url");
        refusals.put(
                Need.FLOW_STATUS,
                "the endpoint's own operations give a flow no status that is asked for: that takes --control-url or --names");
    }

    /**
     * Makes one resource of every kind and removes it again, to learn early what the target refuses.
     *
     * @param name a name that nothing bears
     */
    public void tryEverything(String name) {
        refusals.putAll(new Trial(this, region).refusals(name));
    }

    /** Why nothing at all can be made; empty if something can. */
    public Optional<String> refusal() {
        boolean everything = Stream.of(Need.PROFILE, Need.SCHEDULED_FLOW, Need.EVENT_FLOW, Need.ON_DEMAND_FLOW)
                .allMatch(refusals::containsKey);
        return everything ? Optional.of(refusals.get(Need.PROFILE)) : Optional.empty();
    }

    @Override
    public String rung() {
        return "api";
    }

    @Override
    public Optional<String> lacks(Need need) {
        return Optional.ofNullable(refusals.get(need));
    }

    @Override
    public void put(Profile profile) {
        String region = profile.region();
        make(Kind.CONNECTOR_PROFILE, profile.name(), region, () -> {
            String arn = operations.call(
                    "CreateConnectorProfile",
                    region,
                    client -> client.createConnectorProfile(templates.connectorProfile(profile.name()))
                            .connectorProfileArn());
            requireTold("CreateConnectorProfile", "connectorProfileArn", arn);
            return arn;
        });
    }

    @Override
    public void put(Flow flow) {
        if (!flow.status().equals("Active")) {
            throw new Untestable(refusals.get(Need.FLOW_STATUS));
        }
        String region = flow.region();
        Optional<Flow> made = flows.asMade(flow.name(), region);
        if (made.isPresent()) {
            replace(made.get(), flow);
            return;
        }
        String created = make(Kind.FLOW, flow.name(), region, () -> {
            CreateFlowResponse told =
                    operations.call("CreateFlow", region, client -> client.createFlow(templates.flow(flow)));
            requireTold("CreateFlow", "flowArn", told.flowArn());
            return told.flowStatusAsString();
        });
        boolean onDemand = flow.trigger() == Flow.Trigger.OnDemand;
        if (!onDemand && !FlowStatus.ACTIVE.toString().equals(created)) {
            start(flow);
        }
        Optional<String> status =
                flows.add(flow).or(() -> Optional.ofNullable(created).filter(told -> onDemand));
        inactive.remove(flow.title());
        status.filter(told -> !told.equals(FlowStatus.ACTIVE.toString())).ifPresent(told -> {
            String reason = "an active flow is needed, and the endpoint tells that one that "
                    + flow.trigger().inWords() + " is " + told;
            inactive.put(flow.title(), reason);
            if (!flow.uses().isEmpty()) {
                throw new Untestable(reason);
            }
        });
    }

    /** A flow that this rung made is started again; one that is to be another flow is made anew. */
    private void replace(Flow made, Flow flow) {
        if (flow.trigger() != Flow.Trigger.OnDemand && made.equals(flow)) {
            start(flow);
        } else {
            remove(flow);
            put(flow);
        }
    }

    private void start(Flow flow) {
        StartFlowResponse started;
        try {
            started = operations.call(
                    "StartFlow", flow.region(), client -> client.startFlow(start -> start.flowName(flow.name())));
        } catch (SiblingOperations.Failure failure) {
            throw new Untestable(failure.getMessage());
        }
        String status = started.flowStatusAsString();
        if (status != null && !status.equals(FlowStatus.ACTIVE.toString())) {
            throw new Untestable("an active flow is needed, and StartFlow answers that the flow is " + status);
        }
    }

    /** Notes a resource, makes it, and strikes it again if the target said no; gives what the target tells of it. */
    private String make(Kind kind, String name, String region, Supplier<String> create) {
        boolean notedEarlier = ledger.find(way, region, kind, name).isPresent();
        ledger.making(way, region, kind, name, null);
        try {
            String told = create.get();
            ledger.made(way, region, kind, name);
            return told;
        } catch (SiblingOperations.Failure failure) {
            // Whether something was made is open after a broken answer.
            if (!notedEarlier && failure.isRefusal()) {
                ledger.removed(way, region, kind, name);
            }
            throw new Untestable(failure.getMessage());
        }
    }

    private static void requireTold(String operation, String member, String value) {
        if (value == null || value.isEmpty()) {
            throw new SiblingOperations.Failure(operation + " answers 200 without the documented " + member, 200);
        }
    }

    @Override
    public Optional<Profile> profile(String name, String region) {
        return Optional.empty();
    }

    /** The flow as it was made, with what the target tells of it now that it told otherwise then. */
    @Override
    public Optional<Flow> flow(String name, String region) {
        return flows.now(name, region);
    }

    @Override
    public Optional<String> inactive(String name, String region) {
        return Optional.ofNullable(inactive.get(Flow.title(name, region)));
    }

    /** Removes a profile that the ledger holds, which this rung made then. */
    @Override
    public void remove(Profile profile) {
        removeNoted(Kind.CONNECTOR_PROFILE, profile.name(), profile.region());
    }

    /** Removes a flow that the ledger holds, which this rung made then. */
    @Override
    public void remove(Flow flow) {
        removeNoted(Kind.FLOW, flow.name(), flow.region());
    }

    void removeNoted(Kind kind, String name, String region) {
        Optional<Ledger.Entry> noted = ledger.find(way, region, kind, name);
        if (noted.isEmpty()) {
            return;
        }
        if (!noted.get().certain()) {
            throw new Untestable(
                    noted.get().words() + ": it is not known whether the suite made it, and its name is that"
                            + " of a documented sample, so that it may be yours");
        }
        try {
            if (kind == Kind.FLOW) {
                flows.forget(name, region);
                operations.call(
                        "DeleteFlow",
                        region,
                        client -> client.deleteFlow(
                                delete -> delete.flowName(name).forceDelete(true)));
            } else {
                operations.call(
                        "DeleteConnectorProfile",
                        region,
                        client -> client.deleteConnectorProfile(
                                delete -> delete.connectorProfileName(name).forceDelete(true)));
            }
        } catch (SiblingOperations.Failure failure) {
            if (!failure.isNotFound()) {
                throw new Untestable(noted.get().words() + ": " + failure.getMessage());
            }
        }
        ledger.removed(way, region, kind, name);
    }

    @Override
    public void planError(String operation, String name, String region, String error, int times) {
        throw new Untestable(refusals.get(Need.PLANNED_ERROR));
    }

    @Override
    public void close() {
        operations.close();
    }
}
