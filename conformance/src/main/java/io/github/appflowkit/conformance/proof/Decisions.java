package io.github.appflowkit.conformance.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an implementer of the operations has to decide, each point with the right answer: whoever wants an endpoint with
 * a fault replaces one of them, before the endpoint serves its first request.
 */
final class Decisions {

    /** Stands between a request to an operation and its answer; the control API is not affected. */
    @FunctionalInterface
    interface Around {
        Answer answer(Request request, Function<Request, Answer> endpoint);

        /** The answer, or the one that tells why the request is refused. */
        default Answer orRefusal(Request request, Function<Request, Answer> endpoint) {
            try {
                return answer(request, endpoint);
            } catch (Refusal refusal) {
                return Answer.of(refusal).identified(UUID.randomUUID());
            }
        }
    }

    /** Tells why a profile is not deleted, null when it is. */
    @FunctionalInterface
    interface DeleteRefusal {
        Refusal refuse(Profile profile, List<Flow> users, boolean force);
    }

    Around around = (request, endpoint) -> endpoint.apply(request);

    // What of the request's head is served.
    Predicate<String> contentType = MediaTypes::isJson;
    Predicate<String> accept = MediaTypes::acceptsJson;
    Function<Request, Scope> scope = Scope::of;

    // How the body is read; a member that is absent is a null node.
    JsonMapper json = Json.strict();
    BiFunction<JsonMapper, byte[], ObjectNode> body = Json::read;
    BiFunction<ObjectNode, String, JsonNode> member = ObjectNode::get;
    BiFunction<JsonNode, String, String> name = Inputs::text;
    Function<JsonNode, Boolean> force = Inputs::force;

    // Which names are valid, and what they find.
    NameForm profileName = NameForm.PROFILE;
    NameForm flowName = NameForm.FLOW;
    BiPredicate<Pattern, String> matches =
            (pattern, value) -> pattern.matcher(value).matches();
    BiPredicate<NameForm, String> fits = (form, value) -> NameForm.length(value) <= form.maxLength();
    BiPredicate<String, String> sameName = String::equals;
    BiPredicate<Scope, Scope> sameScope = Scope::equals;

    // Deleting a profile; no refusal is null.
    BiPredicate<Scope, Scope> sameScopeToUse = Scope::equals;
    BiPredicate<Flow, Profile> uses = Decisions::uses;
    BiFunction<List<Flow>, Profile, List<Flow>> users = (flows, profile) ->
            flows.stream().filter(flow -> uses.test(flow, profile)).toList();
    DeleteRefusal refuseDelete = Decisions::refuseDelete;
    BiConsumer<World, Profile> delete = World::remove;

    // Stopping a flow; no refusal is null.
    Function<Flow, Refusal> refuseStop = Decisions::refuseStop;
    UnaryOperator<Flow> stopped = flow -> flow.withStatus("Suspended");
    BiConsumer<World, Flow> stop = World::put;
    BiFunction<Scope, Flow, String> arn = (scope, flow) -> scope.arn(flow.name());

    /** Puts something more between requests and answers, outside of what is there, whose refusals are answers to it. */
    void surround(Around outer) {
        Around inner = around;
        around = (request, endpoint) -> outer.answer(request, it -> inner.orRefusal(it, endpoint));
    }

    static boolean uses(Flow flow, Profile profile) {
        return !flow.is("Deleted")
                && (profile.name().equals(flow.source()) || flow.destinations().contains(profile.name()));
    }

    /** Deletes a profile and some of the flows. */
    static BiConsumer<World, Profile> deleteWithFlows(BiPredicate<Flow, Profile> which) {
        return (world, profile) -> {
            world.remove(profile);
            world.flows().stream().filter(flow -> which.test(flow, profile)).forEach(world::remove);
        };
    }

    static Refusal refuseDelete(Profile profile, List<Flow> users, boolean force) {
        return force || users.isEmpty() ? null : inUse(profile, users);
    }

    static Refusal inUse(Profile profile, List<Flow> users) {
        return Refusal.conflict("Conflict executing request: Connector profile: " + profile.name()
                + " is associated with one or more flows. If you still want to delete it, then make delete request"
                + " with forceDelete flag as true. Some of the associated flows are: "
                + users.stream().limit(5).map(Flow::name).collect(Collectors.joining(", ", "[", "]")));
    }

    static Refusal refuseStop(Flow flow) {
        if (flow.isOnDemand()) {
            return Refusal.unsupported("Flow " + flow.name() + " cannot be stopped: it runs on demand.");
        }
        return flow.is("Draft") || flow.is("Deprecated")
                ? Refusal.conflict("Flow " + flow.name() + " cannot be stopped: its status is " + flow.status() + ".")
                : null;
    }
}
