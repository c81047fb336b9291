package io.github.appflowkit.conformance.proof;

import static io.github.appflowkit.conformance.proof.Changes.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Mistakes in reading the value of forceDelete. */
final class ForceValueFaults {

    private ForceValueFaults() {}

    static List<Fault> all() {
        return List.of(
                fault("forceDelete false forces", forces(JsonNode::isBoolean), "delete-profile.not-forced"),
                fault("forceDelete null forces", forces(JsonNode::isNull), "delete-profile.not-forced"),
                fault(
                        "a delete without forceDelete forces",
                        it -> it.force = node -> node == null || Inputs.force(node),
                        "delete-profile.in-use-kept",
                        "delete-profile.*",
                        "stop-flow.others-untouched*"),
                fault(
                        "forceDelete null is refused",
                        it -> it.force = node -> {
                            if (node != null && node.isNull()) {
                                throw Refusal.invalid("forceDelete is null.");
                            }
                            return Inputs.force(node);
                        },
                        "delete-profile.not-forced"),
                fault(
                        "forceDelete is required",
                        it -> it.force = node -> {
                            if (node == null) {
                                throw Refusal.invalid("forceDelete is missing.");
                            }
                            return Inputs.force(node);
                        },
                        "delete-profile.deletes",
                        "*"),
                fault(
                        "the string true is no force",
                        it -> it.force = node -> (node == null || !node.isTextual()) && Inputs.force(node),
                        "delete-profile.force-string",
                        "delete-profile.sample-request",
                        "delete-profile.force-type"),
                fault(
                        "any string forces",
                        forces(JsonNode::isTextual),
                        "delete-profile.force-string",
                        "delete-profile.force-type"),
                fault(
                        "the string false forces",
                        forces(node -> node.asText().equals("false") && node.isTextual()),
                        "delete-profile.force-string"),
                fault(
                        "a string for forceDelete is an internal error",
                        it -> it.force = node -> {
                            if (node != null && node.isTextual()) {
                                throw new Refusal(500, "InternalServerException", "An internal error occurred.");
                            }
                            return Inputs.force(node);
                        },
                        "delete-profile.force-string",
                        "delete-profile.sample-request",
                        "delete-profile.force-type"),
                fault(
                        "the string yes forces",
                        forces(node -> node.asText().equals("yes")),
                        "delete-profile.force-type"),
                fault(
                        "the string TRUE forces",
                        forces(node -> node.asText().equals("TRUE")),
                        "delete-profile.force-type"),
                fault(
                        "the string True forces",
                        forces(node -> node.asText().equals("True")),
                        "delete-profile.force-type"),
                fault(
                        "the string False is no force",
                        ignores(node -> node.asText().equals("False")),
                        "delete-profile.force-type"),
                fault("the string on forces", forces(node -> node.asText().equals("on")), "delete-profile.force-type"),
                fault(
                        "a string for forceDelete is trimmed",
                        it -> it.force = node -> Inputs.force(
                                node != null && node.isTextual()
                                        ? TextNode.valueOf(node.asText().trim())
                                        : node),
                        "delete-profile.force-type"),
                fault(
                        "forceDelete of a wrong type is looked at only where a flow uses the profile",
                        forceLookedAt(users -> !users.isEmpty()),
                        "delete-profile.force-type",
                        "wire.order"),
                fault(
                        "forceDelete of a wrong type is looked at only where there is a profile",
                        forceLookedAt(users -> true),
                        "wire.order"),
                fault(
                        "forceDelete of a wrong type is a validation error",
                        it -> it.force = node -> {
                            try {
                                return Inputs.force(node);
                            } catch (Refusal refusal) {
                                throw Refusal.invalid("forceDelete is true or false.");
                            }
                        },
                        "wire.serialization-type"),
                fault(
                        "the number 1 forces",
                        forces(node -> node.isNumber()),
                        "delete-profile.force-type",
                        "wire.order"),
                fault(
                        "the number 0 is no force",
                        ignores(JsonNode::isNumber),
                        "delete-profile.force-type",
                        "wire.order"),
                fault("an array forces", forces(JsonNode::isArray), "delete-profile.force-type"),
                fault(
                        "an object for forceDelete is no force",
                        ignores(JsonNode::isObject),
                        "delete-profile.force-type"),
                fault(
                        "whatever is no Boolean is no force",
                        ignores(node -> !node.isBoolean() && !node.isTextual()),
                        "delete-profile.force-type",
                        "wire.order"),
                fault(
                        "forceDelete of a wrong type is an internal error",
                        it -> it.force = node -> {
                            try {
                                return Inputs.force(node);
                            } catch (Refusal refusal) {
                                throw new Refusal(500, "InternalServerException", "An internal error occurred.");
                            }
                        },
                        "delete-profile.force-type",
                        "wire.order"),
                fault(
                        "forceDelete of a wrong type is refused after the delete",
                        it -> it.around = (request, endpoint) -> {
                            Answer answer = endpoint.apply(request);
                            if (request.deletesProfile()
                                    && "SerializationException".equals(answer.header(Answer.ERROR_TYPE))) {
                                endpoint.apply(request.members(body -> body.put("forceDelete", true)));
                            }
                            return answer;
                        },
                        "delete-profile.force-type",
                        "wire.refused-no-effect"));
    }

    /** Looks at the type of forceDelete only once there is a profile, and the flows that use it pass the test. */
    private static Consumer<Decisions> forceLookedAt(Predicate<List<Flow>> users) {
        return it -> {
            ThreadLocal<Refusal> wrong = new ThreadLocal<>();
            it.force = node -> {
                wrong.remove();
                try {
                    return Inputs.force(node);
                } catch (Refusal refusal) {
                    wrong.set(refusal);
                    return false;
                }
            };
            it.refuseDelete = (profile, using, force) -> wrong.get() != null && users.test(using)
                    ? wrong.get()
                    : Decisions.refuseDelete(profile, using, force);
        };
    }

    /** Takes some values for true that are not. */
    private static Consumer<Decisions> forces(Predicate<JsonNode> which) {
        return it -> it.force = node -> (node != null && which.test(node)) || Inputs.force(node);
    }

    /** Takes some values for false that are not. */
    private static Consumer<Decisions> ignores(Predicate<JsonNode> which) {
        return it -> it.force = node -> (node == null || !which.test(node)) && Inputs.force(node);
    }
}
