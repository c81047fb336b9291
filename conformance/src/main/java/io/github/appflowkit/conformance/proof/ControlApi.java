package io.github.appflowkit.conformance.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The state control API: puts an endpoint's world into a known state. */
final class ControlApi {

    static final String PATH = "/_control/";

    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]+");
    private static final Pattern ANY = Pattern.compile("(?s).*");
    private static final Pattern STATUS = Pattern.compile("Active|Deprecated|Deleted|Draft|Errored|Suspended");

    private final World world;
    private final Pattern operations;

    /**
     * Creates one of a world.
     *
     * @param operations the names of those that errors can be planned for
     */
    ControlApi(World world, Stream<String> operations) {
        this.world = world;
        this.operations = Pattern.compile(operations.collect(Collectors.joining("|")));
    }

    Answer answer(Request request) {
        try {
            ObjectNode input = Json.read(Json.strict(), request.body());
            synchronized (world) {
                return Answer.of(serve(request, input));
            }
        } catch (Refusal refusal) {
            return Answer.of(refusal);
        }
    }

    private ObjectNode serve(Request request, ObjectNode input) {
        Scope scope = scope(request, input);
        return switch (request.method() + " " + request.path().substring(PATH.length())) {
            case "PUT connector-profiles" -> put(new Profile(scope, Inputs.required(input, "name", NameForm.PROFILE)));
            case "PUT flows" -> put(flow(scope, input));
            case "POST remove" -> select(scope, input, world::remove, world::remove);
            case "POST describe" -> describe(scope, input);
            case "POST reset" -> reset();
            case "POST faults" -> plan(scope, input);
            case "GET requests" -> journal();
            default -> throw new Refusal(404, "UnknownOperationException", "There is nothing to control at this path.");
        };
    }

    private ObjectNode put(Profile profile) {
        world.put(profile);
        return profile.toJson();
    }

    private ObjectNode put(Flow flow) {
        world.put(flow);
        return flow.toJson();
    }

    private static Flow flow(Scope scope, ObjectNode input) {
        List<String> destinations = new ArrayList<>();
        JsonNode sent = input.path("destinations");
        if (!sent.isArray() && !sent.isMissingNode() && !sent.isNull()) {
            throw Refusal.unreadable("Member destinations is not an array.");
        }
        sent.forEach(element -> destinations.add(Inputs.valid("destinations", element, NameForm.PROFILE::isOf)));
        String status = Inputs.optional(input, "status", STATUS);
        return new Flow(
                scope,
                Inputs.required(input, "name", NameForm.FLOW),
                Inputs.required(input, "trigger", Inputs.TRIGGER),
                status == null ? "Active" : status,
                Inputs.optional(input, "source", NameForm.PROFILE),
                destinations);
    }

    private ObjectNode describe(Scope scope, ObjectNode input) {
        if (input.hasNonNull("connectorProfileName") || input.hasNonNull("flowName")) {
            return select(scope, input, profile -> {}, flow -> {});
        }
        return state(world.profiles(), world.flows());
    }

    private ObjectNode select(Scope scope, ObjectNode input, Consumer<Profile> profile, Consumer<Flow> flow) {
        String profileName = Inputs.optional(input, "connectorProfileName", ANY);
        String flowName = Inputs.optional(input, "flowName", ANY);
        List<Profile> profiles = world.profiles().stream()
                .filter(found -> found.equals(new Profile(scope, profileName)))
                .toList();
        List<Flow> flows = world.flows().stream()
                .filter(found -> found.scope().equals(scope) && found.name().equals(flowName))
                .toList();
        profiles.forEach(profile);
        flows.forEach(flow);
        return state(profiles, flows);
    }

    private static ObjectNode state(List<Profile> profiles, List<Flow> flows) {
        ObjectNode state = Json.object();
        ArrayNode profileNodes = state.putArray("connectorProfiles");
        profiles.forEach(profile -> profileNodes.add(profile.toJson()));
        ArrayNode flowNodes = state.putArray("flows");
        flows.forEach(flow -> flowNodes.add(flow.toJson()));
        return state;
    }

    private ObjectNode reset() {
        world.reset();
        return state(List.of(), List.of());
    }

    private ObjectNode plan(Scope scope, ObjectNode input) {
        JsonNode times = input.path("times");
        if (!times.isMissingNode() && !times.isNull() && !(times.isInt() && times.intValue() >= 0)) {
            throw Refusal.invalid("Member times is not a whole number.");
        }
        World.Call call = new World.Call(
                Inputs.required(input, "operation", operations), scope, Inputs.required(input, "name", ANY));
        World.Plan plan = new World.Plan(
                Inputs.required(input, "error", ANY),
                Inputs.optional(input, "message", ANY),
                times.isInt() ? times.intValue() : 1);
        Refusal.planned(plan.error(), plan.message());
        world.plan(call, plan);
        return input.put("account", scope.account())
                .put("region", scope.region())
                .put("times", plan.times());
    }

    private ObjectNode journal() {
        ObjectNode journal = Json.object();
        journal.putArray("requests").addAll(world.journal());
        return journal;
    }

    private static Scope scope(Request request, ObjectNode input) {
        Scope signed = Scope.of(request);
        String account = Inputs.optional(input, "account", ACCOUNT);
        String region = Inputs.optional(input, "region", REGION);
        return new Scope(account == null ? signed.account() : account, region == null ? signed.region() : region);
    }
}
