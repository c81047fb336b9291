package io.github.appflowkit.conformance.proof;

import static io.github.appflowkit.conformance.proof.Changes.deletes;
import static io.github.appflowkit.conformance.proof.Changes.fault;
import static io.github.appflowkit.conformance.proof.Changes.received;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Mistakes in reading and heeding forceDelete. */
final class ForceFaults {

    private ForceFaults() {}

    static List<Fault> all() {
        return List.of(
                fault(
                        "forcing makes no difference",
                        it -> it.refuseDelete =
                                (profile, users, force) -> users.isEmpty() ? null : Decisions.inUse(profile, users),
                        "delete-profile.forced",
                        "delete-profile.force-string",
                        "delete-profile.sample-request",
                        "delete-profile.forced-any-use"),
                fault(
                        "forcing a profile that no flow uses is refused",
                        it -> it.refuseDelete = (profile, users, force) ->
                                force == users.isEmpty() ? Decisions.inUse(profile, users) : null,
                        "delete-profile.forced-unused",
                        "delete-profile.one-of-two-wins"),
                fault(
                        "forcing does not reach what flows write to",
                        it -> it.refuseDelete = (profile, users, force) -> Decisions.refuseDelete(
                                profile,
                                users,
                                force
                                        && users.stream()
                                                .noneMatch(flow ->
                                                        flow.destinations().contains(profile.name()))),
                        "delete-profile.forced-any-use"),
                fault(
                        "forcing reaches over one flow alone",
                        it -> it.refuseDelete = (profile, users, force) ->
                                Decisions.refuseDelete(profile, users, force && users.size() < 2),
                        "delete-profile.forced-any-use"),
                fault(
                        "forceDelete in the query forces",
                        received(request -> request.deletesProfile() && "forceDelete=true".equals(request.query())
                                ? request.members(body -> body.put("forceDelete", true))
                                : request),
                        "delete-profile.force-member"),
                fault(
                        "forcing answers 200 and keeps a profile in use",
                        it -> it.delete = (world, profile) -> {
                            if (!isUsed(world, profile)) {
                                world.remove(profile);
                            }
                        },
                        "delete-profile.forced",
                        "delete-profile.force-string",
                        "delete-profile.sample-request",
                        "delete-profile.forced-any-use"),
                fault(
                        "forcing deletes all profiles of the flows that use the profile",
                        it -> it.delete = (world, profile) -> {
                            List<Flow> users = users(world, profile).toList();
                            world.remove(profile);
                            world.profiles().stream()
                                    .filter(other -> users.stream().anyMatch(flow -> Decisions.uses(flow, other)))
                                    .forEach(world::remove);
                        },
                        "delete-profile.others-untouched"),
                fault(
                        "a deletion of a profile in use answers its flows as an array",
                        it -> {
                            ThreadLocal<List<Flow>> forced = ThreadLocal.withInitial(List::of);
                            it.delete = (world, profile) -> {
                                forced.set(users(world, profile).toList());
                                world.remove(profile);
                            };
                            deletes(
                                            200,
                                            answer -> forced.get().isEmpty()
                                                    ? answer
                                                    : answer.text("[]").contentType("application/json"))
                                    .accept(it);
                        },
                        "delete-profile.answer-body"),
                fault(
                        "forcing deletes the flows that use the profile",
                        it -> it.delete = Decisions.deleteWithFlows(Decisions::uses),
                        "delete-profile.forced-keeps-flows"),
                fault(
                        "forcing deletes the flows that write to the profile",
                        it -> it.delete = Decisions.deleteWithFlows(
                                (flow, profile) -> flow.destinations().contains(profile.name())),
                        "delete-profile.forced-keeps-flows"),
                fault(
                        "forceDelete is read in any letter case",
                        it -> it.member = (input, member) -> member.equals("forceDelete")
                                ? input.properties().stream()
                                        .filter(entry -> entry.getKey().equalsIgnoreCase(member))
                                        .map(Map.Entry::getValue)
                                        .findFirst()
                                        .orElse(null)
                                : input.get(member),
                        "delete-profile.force-member"),
                fault(
                        "forceDelete is searched for in the whole body",
                        it -> it.member = (input, member) ->
                                member.equals("forceDelete") ? input.findValue(member) : input.get(member),
                        "delete-profile.force-member"),
                fault(
                        "forceDelete is refused",
                        it -> it.force = node -> {
                            if (node != null) {
                                throw Refusal.invalid("There is no member forceDelete.");
                            }
                            return false;
                        },
                        "delete-profile.forced",
                        "delete-profile.forced-unused",
                        "delete-profile.not-forced",
                        "delete-profile.unknown-refused",
                        "wire.json-layout",
                        "delete-profile.forced-any-use",
                        "wire.serialization-type",
                        "delete-profile.one-of-two-wins"),
                fault(
                        "forceDelete of a wrong type is found when the profile is deleted",
                        it -> it.around = (request, endpoint) -> {
                            Answer answer = endpoint.apply(request);
                            if (request.deletesProfile()
                                    && "SerializationException".equals(answer.header(Answer.ERROR_TYPE))) {
                                endpoint.apply(request.members(body -> body.remove("forceDelete")));
                            }
                            return answer;
                        },
                        "wire.refused-no-effect",
                        "delete-profile.force-type"));
    }

    private static boolean isUsed(World world, Profile profile) {
        return users(world, profile).findAny().isPresent();
    }

    private static Stream<Flow> users(World world, Profile profile) {
        return world.flows().stream()
                .filter(flow -> flow.scope().equals(profile.scope()) && Decisions.uses(flow, profile));
    }
}
