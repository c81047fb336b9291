package io.github.appflowkit.conformance.proof;

import static io.github.appflowkit.conformance.proof.Changes.answered;
import static io.github.appflowkit.conformance.proof.Changes.deletes;
import static io.github.appflowkit.conformance.proof.Changes.fault;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Mistakes in deleting a connector profile and in telling whether it is in use. */
final class DeleteFaults {

    private DeleteFaults() {}

    static List<Fault> all() {
        return List.of(
                fault("a delete answers 204", deletes(200, it -> it.status(204)), "delete-profile.deletes", "*"),
                fault("a delete answers 202", deletes(200, it -> it.status(202)), "delete-profile.deletes", "*"),
                fault(
                        "a delete answers 200 and deletes nothing",
                        it -> it.delete = (world, profile) -> {},
                        "delete-profile.deletes",
                        "delete-profile.*",
                        "wire.region-untouched"),
                fault(
                        "a delete answers an array",
                        deletes(200, it -> it.text("[]").contentType("application/json")),
                        "delete-profile.answer-body"),
                fault(
                        "a delete answers null",
                        deletes(200, it -> it.text("null").contentType("application/json")),
                        "delete-profile.answer-body"),
                fault(
                        "a delete answers a string",
                        deletes(200, it -> it.text("\"deleted\"").contentType("application/json")),
                        "delete-profile.answer-body"),
                fault(
                        "a delete answers broken JSON",
                        deletes(200, it -> it.text("{\"deleted\": true").contentType("application/json")),
                        "delete-profile.answer-body"),
                fault(
                        "a delete answers OK in plain text",
                        deletes(200, it -> it.text("OK").contentType("text/plain")),
                        "delete-profile.answer-body",
                        "wire.json-declared",
                        "wire.json-exact"),
                fault(
                        "an unknown profile is deleted with 200",
                        deletes(404, Answer::cleared),
                        "delete-profile.deletes",
                        "delete-profile.unknown-refused",
                        "*"),
                fault(
                        "an unknown profile is made up when it is asked for again",
                        it -> {
                            Set<String> names = ConcurrentHashMap.newKeySet();
                            deletes(404, answer -> names.add(answer.text()) ? answer : answer.cleared())
                                    .accept(it);
                        },
                        "delete-profile.unknown-refused",
                        "*"),
                fault(
                        "an unknown profile is a validation error",
                        deletes(404, it -> it.status(400).type("ValidationException")),
                        "delete-profile.unknown-refused",
                        "*"),
                fault(
                        "an unknown profile is an internal error",
                        deletes(404, it -> it.status(500).type("InternalServerException")),
                        "delete-profile.unknown-refused",
                        "*"),
                fault(
                        "an unknown profile is a conflict",
                        deletes(404, it -> it.status(409).type("ConflictException")),
                        "delete-profile.unknown-refused",
                        "*"),
                fault(
                        "of two deletes at one time both answer 200",
                        it -> it.around = new Race(Answer::cleared),
                        "delete-profile.one-of-two-wins"),
                fault(
                        "of two deletes at one time one is an internal error",
                        it -> it.around = new Race(loser -> loser.status(500).type("InternalServerException")),
                        "delete-profile.one-of-two-wins"),
                fault(
                        "a name that was deleted once stays deleted",
                        it -> {
                            Set<Profile> deleted = ConcurrentHashMap.newKeySet();
                            it.delete = (world, profile) -> {
                                world.remove(profile);
                                deleted.add(profile);
                            };
                            it.refuseDelete = (profile, users, force) -> deleted.contains(profile)
                                    ? Refusal.notFound("Connector profile", profile.name())
                                    : Decisions.refuseDelete(profile, users, force);
                        },
                        "delete-profile.made-again"),
                fault(
                        "a delete takes all other profiles with it",
                        it -> it.delete = (world, profile) -> world.profiles().forEach(world::remove),
                        "delete-profile.others-untouched",
                        "*"),
                fault(
                        "a delete takes the profiles with it whose names end alike",
                        it -> it.delete = (world, profile) -> world.profiles().stream()
                                .filter(other -> other.name().endsWith(profile.name()))
                                .forEach(world::remove),
                        "delete-profile.others-untouched",
                        "delete-profile.name-exact",
                        "wire.region-untouched*"),
                fault(
                        "a delete takes all flows with it",
                        it -> it.delete = (world, profile) -> {
                            world.remove(profile);
                            world.flows().forEach(world::remove);
                        },
                        "delete-profile.forced-keeps-flows",
                        "*"),
                fault(
                        "a profile in use is deleted",
                        it -> it.uses = (flow, profile) -> false,
                        "delete-profile.in-use-kept",
                        "delete-profile.destination-counts",
                        "delete-profile.not-forced",
                        "delete-profile.*",
                        "stop-flow.others-untouched*"),
                fault(
                        "a delete that is refused suspends the flows that use the profile",
                        answered((request, answer, endpoint) -> {
                            if (request.deletesProfile() && answer.status() == 409) {
                                flowsOf(answer)
                                        .forEach(flow -> endpoint.apply(request.withPath(path -> "/stop-flow")
                                                .withText(text -> Json.object()
                                                        .put("flowName", flow)
                                                        .toString())));
                            }
                            return answer;
                        }),
                        "delete-profile.others-untouched"),
                fault(
                        "a profile is in use by flows of every region",
                        it -> it.sameScopeToUse =
                                (flow, profile) -> flow.account().equals(profile.account()),
                        "delete-profile.in-use-region"),
                fault(
                        "a profile is in use when one is whose name begins its own",
                        it -> it.uses = (flow, profile) ->
                                profilesOf(flow).anyMatch(profile.name()::startsWith) && !flow.is("Deleted"),
                        "delete-profile.in-use-exact"),
                fault(
                        "a delete takes the flow of the profile's name with it",
                        it -> it.delete = Decisions.deleteWithFlows(
                                (flow, profile) -> flow.name().equals(profile.name())),
                        "delete-profile.flow-of-same-name"),
                fault(
                        "only its source is in use by a flow",
                        it -> it.uses = (flow, profile) -> profile.name().equals(flow.source()),
                        "delete-profile.destination-counts"),
                fault(
                        "only its first destination is in use by a flow",
                        it -> it.uses = (flow, profile) -> profile.name().equals(flow.source())
                                || flow.destinations().indexOf(profile.name()) == 0,
                        "delete-profile.destination-counts"),
                fault(
                        "only the first flow is looked at",
                        it -> it.users = (flows, profile) -> flows.stream()
                                .limit(1)
                                .filter(flow -> Decisions.uses(flow, profile))
                                .toList(),
                        "delete-profile.in-use-kept",
                        "delete-profile.*"),
                fault(
                        "only its destinations are in use by a flow",
                        it -> it.uses = (flow, profile) -> flow.destinations().contains(profile.name()),
                        "delete-profile.in-use-kept",
                        "delete-profile.*",
                        "stop-flow.others-untouched*"),
                fault(
                        "only a flow that runs on demand uses its profiles",
                        it -> it.uses = (flow, profile) -> flow.isOnDemand() && Decisions.uses(flow, profile),
                        "delete-profile.in-use-kept",
                        "delete-profile.*",
                        "stop-flow.others-untouched*"),
                fault(
                        "a profile is in use when a used one's name begins with its name",
                        it -> it.uses =
                                (flow, profile) -> profilesOf(flow).anyMatch(used -> used.startsWith(profile.name())),
                        "delete-profile.in-use-exact"),
                fault(
                        "a profile is in use when a used one's name ends with its name",
                        it -> it.uses =
                                (flow, profile) -> profilesOf(flow).anyMatch(used -> used.endsWith(profile.name())),
                        "delete-profile.in-use-exact"),
                fault(
                        "a delete that is refused deletes all the same",
                        answered((request, answer, endpoint) -> {
                            if (request.deletesProfile() && answer.status() == 409) {
                                endpoint.apply(request.members(body -> body.put("forceDelete", true)));
                            }
                            return answer;
                        }),
                        "delete-profile.in-use-kept",
                        "delete-profile.*",
                        "stop-flow.others-untouched*"),
                fault(
                        "a profile in use is a validation error",
                        deletes(409, it -> it.status(400).type("ValidationException")),
                        "delete-profile.in-use-kept",
                        "delete-profile.*",
                        "stop-flow.others-untouched*"),
                fault(
                        "a profile in use is an internal error",
                        deletes(409, it -> it.status(500).type("InternalServerException")),
                        "delete-profile.in-use-kept",
                        "delete-profile.*",
                        "stop-flow.others-untouched*"),
                fault(
                        "a profile in use answers the type of a conflict with status 400",
                        deletes(409, it -> it.status(400)),
                        "delete-profile.in-use-kept",
                        "delete-profile.*",
                        "wire.error-type",
                        "stop-flow.others-untouched*"),
                fault(
                        "a conflict tells neither profile nor flow",
                        deletes(409, it -> it.message("The profile is in use.")),
                        "delete-profile.conflict-names"),
                fault(
                        "a conflict tells no flow",
                        deletes(409, it -> it.message(told -> told.replaceFirst("Some of the .*", ""))),
                        "delete-profile.conflict-names"),
                fault(
                        "a conflict does not tell the profile",
                        deletes(409, it -> it.message(told -> told.replaceFirst("profile: \\S+", "profile"))),
                        "delete-profile.conflict-names"));
    }

    private static Stream<String> profilesOf(Flow flow) {
        return Stream.concat(Stream.ofNullable(flow.source()), flow.destinations().stream());
    }

    /** The flows that the message of a conflict names. */
    private static Stream<String> flowsOf(Answer conflict) {
        return Pattern.compile("\\[(.+)]")
                .matcher(conflict.text())
                .results()
                .flatMap(flows -> Stream.of(flows.group(1).split(", ")));
    }
}
