package io.github.appflowkit.conformance.proof;

import static io.github.appflowkit.conformance.proof.Changes.deletes;
import static io.github.appflowkit.conformance.proof.Changes.fault;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Mistakes in deleting a connector profile. */
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
                        "of two deletes at the same time both answer 200",
                        it -> it.around = new Race(Request::deletesProfile, Answer::cleared),
                        "delete-profile.one-of-two-wins"),
                fault(
                        "of two deletes at the same time one is an internal error",
                        it -> it.around = new Race(
                                Request::deletesProfile,
                                loser -> loser.status(500).type("InternalServerException")),
                        "delete-profile.one-of-two-wins"),
                fault(
                        "of two forced deletes at the same time both answer 200",
                        it -> it.around = new Race(
                                request -> request.deletesProfile()
                                        && request.text().contains("forceDelete"),
                                Answer::cleared),
                        "delete-profile.one-of-two-wins"),
                fault(
                        "of deletes of two profiles at the same time one is lost",
                        it -> it.delete = new LostUpdate<>(World::remove),
                        "delete-profile.two-at-once",
                        "*"),
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
                        "a delete takes the profiles with it whose names differ in letter case",
                        deletesAlike(name -> name.toLowerCase(Locale.ROOT)),
                        "delete-profile.name-exact"),
                fault(
                        "a delete takes the profiles with it whose names differ in signs",
                        deletesAlike(name -> name.replaceAll("[-_.]", "-")),
                        "delete-profile.name-exact"),
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
                        "a delete takes the flow of the profile's name with it",
                        it -> it.delete = Decisions.deleteWithFlows(
                                (flow, profile) -> flow.name().equals(profile.name())),
                        "delete-profile.flow-of-same-name"));
    }

    /** Deletes what bears the same name in the same form. */
    private static Consumer<Decisions> deletesAlike(UnaryOperator<String> form) {
        return it -> it.delete = (world, profile) -> world.profiles().stream()
                .filter(other -> other.scope().equals(profile.scope())
                        && form.apply(other.name()).equals(form.apply(profile.name())))
                .forEach(world::remove);
    }
}
