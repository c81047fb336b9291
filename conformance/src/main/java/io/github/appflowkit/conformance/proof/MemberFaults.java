package io.github.appflowkit.conformance.proof;

import static io.github.appflowkit.conformance.proof.Changes.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Mistakes in reading the members of a body. */
final class MemberFaults {

    private static final Set<String> MEMBERS = Set.of("connectorProfileName", "forceDelete", "flowName");

    /** The members that name what an operation is about. */
    private static final List<String> NAMES = List.of("connectorProfileName", "flowName");

    private MemberFaults() {}

    static List<Fault> all() {
        return List.of(
                fault(
                        "members in another case are read",
                        it -> it.member = (input, member) -> {
                            String name = input.properties().stream()
                                    .map(entry -> entry.getKey())
                                    .filter(member::equalsIgnoreCase)
                                    .findFirst()
                                    .orElse(member);
                            return input.get(name);
                        },
                        "wire.member-case",
                        "delete-profile.force-member"),
                fault(
                        "members with a capital are read",
                        it -> it.member = (input, member) -> input.has(member)
                                ? input.get(member)
                                : input.get(member.substring(0, 1).toUpperCase() + member.substring(1)),
                        "wire.member-case",
                        "delete-profile.force-member"),
                fault(
                        "each operation reads the other's name too",
                        it -> it.member = (input, member) -> input.has(member) || !NAMES.contains(member)
                                ? input.get(member)
                                : NAMES.stream()
                                        .map(input::get)
                                        .filter(Objects::nonNull)
                                        .findFirst()
                                        .orElse(null),
                        "delete-profile.name-required",
                        "stop-flow.name-required"),
                fault(
                        "a body within the body is read",
                        within("body"),
                        "delete-profile.name-required",
                        "stop-flow.name-required"),
                fault(
                        "an input within the body is read",
                        within("input"),
                        "delete-profile.name-required",
                        "stop-flow.name-required"),
                fault(
                        "unknown members are refused",
                        unknownMembers(node -> true, 400, "SerializationException"),
                        "wire.unknown-members",
                        "wire.member-case",
                        "delete-profile.name-required",
                        "stop-flow.name-required"),
                fault(
                        "unknown members with a string are refused",
                        unknownMembers(JsonNode::isTextual, 400, "SerializationException"),
                        "wire.unknown-members",
                        "wire.member-case",
                        "delete-profile.name-required",
                        "stop-flow.name-required"),
                fault(
                        "unknown members of null are refused",
                        unknownMembers(JsonNode::isNull, 400, "SerializationException"),
                        "wire.unknown-members"),
                fault(
                        "unknown members are an internal error",
                        unknownMembers(node -> true, 500, "InternalServerException"),
                        "wire.unknown-members",
                        "delete-profile.force-member",
                        "wire.member-case",
                        "wire.odd-json",
                        "delete-profile.name-required",
                        "stop-flow.name-required"));
    }

    /** Reads members of a member of the body, where the body itself lacks them. */
    private static Consumer<Decisions> within(String wrapper) {
        return it -> it.member = (input, member) ->
                input.has(member) ? input.get(member) : input.path(wrapper).get(member);
    }

    private static Consumer<Decisions> unknownMembers(Predicate<JsonNode> which, int status, String type) {
        return it -> it.body = (json, bytes) -> {
            ObjectNode input = Json.read(json, bytes);
            input.properties().forEach(member -> {
                if (!MEMBERS.contains(member.getKey()) && which.test(member.getValue())) {
                    throw new Refusal(status, type, "There is no member " + member.getKey() + ".");
                }
            });
            return input;
        };
    }
}
