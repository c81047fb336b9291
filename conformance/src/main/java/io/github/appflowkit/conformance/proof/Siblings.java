package io.github.appflowkit.conformance.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * The service's other operations that make, start, show and delete profiles and flows, as far as somebody needs them who
 * wants to put an endpoint into a known state.
 */
final class Siblings {

    private static final String PROFILE_NAME = "connectorProfileName";
    private static final String FLOW_NAME = "flowName";
    private static final Pattern CONNECTOR = Pattern.compile("Salesforce|Singular|Slack|Redshift|S3|Marketo"
            + "|Googleanalytics|Zendesk|Servicenow|Datadog|Trendmicro|Snowflake|Dynatrace|Infornexus|Amplitude|Veeva"
            + "|EventBridge|LookoutMetrics|Upsolver|Honeycode|CustomerProfiles|SAPOData|CustomConnector|Pardot");
    private static final Pattern MODE = Pattern.compile("Public|Private");
    private static final Pattern ANY = Pattern.compile("(?s).+");

    private final World world;
    private final Set<String> refused;
    private final String onDemand;
    private final String others;

    /**
     * Makes operations that refuse these connector types and trigger types, without those of these names.
     *
     * @param onDemand the status of a flow that was made to run on demand
     * @param others that of any other flow that was made
     */
    Siblings(World world, Set<String> refused, String onDemand, String others) {
        this.world = world;
        this.refused = refused;
        this.onDemand = onDemand;
        this.others = others;
    }

    /** The operations by path. */
    Map<String, Operation> operations() {
        Map<String, Operation> operations = new HashMap<>(Map.of(
                "/create-connector-profile",
                new Operation("CreateConnectorProfile", PROFILE_NAME, this::createConnectorProfile),
                "/describe-connector-profiles",
                new Operation("DescribeConnectorProfiles", "connectorProfileNames", this::describeConnectorProfiles),
                "/create-flow",
                new Operation("CreateFlow", FLOW_NAME, this::createFlow),
                "/start-flow",
                new Operation("StartFlow", FLOW_NAME, this::startFlow),
                "/describe-flow",
                new Operation("DescribeFlow", FLOW_NAME, this::describeFlow),
                "/delete-flow",
                new Operation("DeleteFlow", FLOW_NAME, this::deleteFlow)));
        operations.values().removeIf(operation -> refused.contains(operation.name()));
        return operations;
    }

    private Answer createConnectorProfile(Scope scope, ObjectNode input) {
        Profile profile = new Profile(scope, Inputs.required(input, PROFILE_NAME, NameForm.PROFILE));
        connector(input);
        Inputs.required(input, "connectionMode", MODE);
        object(object(input, "connectorProfileConfig"), "connectorProfileProperties");
        if (world.profiles().contains(profile)) {
            throw Refusal.conflict("Connector profile " + profile.name() + " exists already.");
        }
        world.put(profile);
        return Answer.of(Json.object().put("connectorProfileArn", arn(profile)));
    }

    private Answer describeConnectorProfiles(Scope scope, ObjectNode input) {
        JsonNode names = input.path("connectorProfileNames");
        ObjectNode answer = Json.object();
        ArrayNode details = answer.putArray("connectorProfileDetails");
        world.profiles().stream()
                .filter(profile -> profile.scope().equals(scope) && (!names.isArray() || names(names, profile)))
                .forEach(profile ->
                        details.addObject().put(PROFILE_NAME, profile.name()).put("connectorProfileArn", arn(profile)));
        return Answer.of(answer);
    }

    private static boolean names(JsonNode names, Profile profile) {
        return StreamSupport.stream(names.spliterator(), false)
                .anyMatch(name -> profile.name().equals(name.textValue()));
    }

    private Answer createFlow(Scope scope, ObjectNode input) {
        String name = Inputs.required(input, FLOW_NAME, NameForm.FLOW);
        String trigger = trigger(object(input, "triggerConfig"));
        ObjectNode source = object(input, "sourceFlowConfig");
        connector(source);
        object(source, "sourceConnectorProperties");
        String sourceProfile = profile(scope, source);
        List<String> destinations = destinations(scope, input);
        array(input, "tasks");
        if (find(scope, name) != null) {
            throw Refusal.conflict("Flow " + name + " exists already.");
        }
        String status = trigger.equals("OnDemand") ? onDemand : others;
        Flow flow = new Flow(scope, name, trigger, status, sourceProfile, destinations);
        world.put(flow);
        return Answer.of(told(flow));
    }

    private String trigger(ObjectNode config) {
        String trigger = accepted(Inputs.required(config, "triggerType", Inputs.TRIGGER));
        if (trigger.equals("Scheduled")) {
            Inputs.required(object(object(config, "triggerProperties"), "Scheduled"), "scheduleExpression", ANY);
        }
        return trigger;
    }

    private List<String> destinations(Scope scope, ObjectNode input) {
        List<String> destinations = new ArrayList<>();
        for (JsonNode element : array(input, "destinationFlowConfigList")) {
            if (!(element instanceof ObjectNode destination)) {
                throw Refusal.unreadable("A destination is not an object.");
            }
            connector(destination);
            object(destination, "destinationConnectorProperties");
            String profile = profile(scope, destination);
            if (profile != null) {
                destinations.add(profile);
            }
        }
        return destinations;
    }

    /** The profile that an end of a flow connects with, null when it needs none. */
    private String profile(Scope scope, ObjectNode end) {
        String name = Inputs.optional(end, PROFILE_NAME, NameForm.PROFILE);
        if (name != null && !world.profiles().contains(new Profile(scope, name))) {
            throw Refusal.notFound("Connector profile", name);
        }
        return name;
    }

    private Answer startFlow(Scope scope, ObjectNode input) {
        Flow started = existing(scope, input).withStatus("Active");
        world.put(started);
        ObjectNode answer = told(started);
        return Answer.of(
                started.isOnDemand()
                        ? answer.put("executionId", UUID.randomUUID().toString())
                        : answer);
    }

    private Answer describeFlow(Scope scope, ObjectNode input) {
        Flow flow = existing(scope, input);
        ObjectNode answer = told(flow).put(FLOW_NAME, flow.name());
        answer.putObject("triggerConfig").put("triggerType", flow.trigger());
        if (flow.source() != null) {
            answer.putObject("sourceFlowConfig").put(PROFILE_NAME, flow.source());
        }
        ArrayNode destinations = answer.putArray("destinationFlowConfigList");
        flow.destinations().forEach(destination -> destinations.addObject().put(PROFILE_NAME, destination));
        return Answer.of(answer);
    }

    private Answer deleteFlow(Scope scope, ObjectNode input) {
        Flow flow = existing(scope, input);
        if (flow.is("Active") && !flow.isOnDemand() && !Inputs.force(input.get("forceDelete"))) {
            throw Refusal.conflict("Flow " + flow.name() + " is active: stop it first, or force its deletion.");
        }
        world.remove(flow);
        return Answer.of(Json.object());
    }

    private Flow existing(Scope scope, ObjectNode input) {
        String name = Inputs.required(input, FLOW_NAME, NameForm.FLOW);
        Flow flow = find(scope, name);
        if (flow == null) {
            throw Refusal.notFound("Flow", name);
        }
        return flow;
    }

    private Flow find(Scope scope, String name) {
        return world.flows().stream()
                .filter(flow -> flow.scope().equals(scope) && flow.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private void connector(ObjectNode node) {
        accepted(Inputs.required(node, "connectorType", CONNECTOR));
    }

    private String accepted(String type) {
        if (refused.contains(type)) {
            throw Refusal.invalid(type + " is not supported here.");
        }
        return type;
    }

    private static ObjectNode object(ObjectNode node, String member) {
        if (node.get(member) instanceof ObjectNode object) {
            return object;
        }
        throw Refusal.invalid("Member " + member + " is missing, or no object.");
    }

    private static JsonNode array(ObjectNode node, String member) {
        if (node.path(member).isArray() && !node.path(member).isEmpty()) {
            return node.get(member);
        }
        throw Refusal.invalid("Member " + member + " is missing, or no array with elements.");
    }

    private static ObjectNode told(Flow flow) {
        return Json.object().put("flowArn", flow.scope().arn(flow.name())).put("flowStatus", flow.status());
    }

    private static String arn(Profile profile) {
        return profile.scope().arn("connectorprofile", profile.name());
    }
}
