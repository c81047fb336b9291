package io.github.appflowkit.conformance.proof;

import static io.github.appflowkit.conformance.proof.Changes.answered;
import static io.github.appflowkit.conformance.proof.Changes.deletes;
import static io.github.appflowkit.conformance.proof.Changes.fault;

import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Mistakes in telling whether a connector profile is in use, and in refusing its deletion then. */
final class UseFaults {

    private UseFaults() {}

    static List<Fault> all() {
        return List.of(
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
                        "a profile is in use if all of its flows are active",
                        activeUsers(users -> users.allMatch(UseFaults::isActive)),
                        "delete-profile.in-use-still"),
                fault(
                        "a profile is in use if the first of its flows, by their names, is active",
                        activeUsers(users -> users.limit(1).allMatch(UseFaults::isActive)),
                        "delete-profile.in-use-still"),
                fault(
                        "a profile is in use if the last of its flows, by their names, is active",
                        activeUsers(users -> users.reduce((before, last) -> last)
                                .filter(UseFaults::isActive)
                                .isPresent()),
                        "delete-profile.in-use-still"),
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
                        "a profile is in use when another one is whose name differs in letter case alone",
                        it -> it.uses = (flow, profile) -> profilesOf(flow).anyMatch(profile.name()::equalsIgnoreCase),
                        "delete-profile.in-use-alike"),
                fault(
                        "a profile is in use when its name, as a database's pattern, fits another one",
                        usesBy(name -> name.replace("_", "\\E.\\Q")),
                        "delete-profile.in-use-alike"),
                fault(
                        "a profile is in use when its name, as a regular expression, fits another one",
                        usesBy(name -> name.replace(".", "\\E.\\Q")),
                        "delete-profile.in-use-alike"),
                fault(
                        "a flow that reads from its destination does not use it",
                        it -> it.uses = (flow, profile) -> Decisions.uses(flow, profile)
                                && !(flow.source() != null
                                        && flow.destinations().contains(flow.source())),
                        "delete-profile.used-twice-by-one"),
                fault(
                        "only its last destination is in use by a flow",
                        it -> it.uses = (flow, profile) -> profile.name().equals(flow.source())
                                || !flow.destinations().isEmpty()
                                        && profile.name()
                                                .equals(flow.destinations()
                                                        .get(flow.destinations().size() - 1)),
                        "delete-profile.destination-counts"),
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
                        "a conflict tells no flow that writes to the profile",
                        it -> it.refuseDelete = (profile, users, force) -> {
                            List<Flow> readers = users.stream()
                                    .filter(flow -> profile.name().equals(flow.source()))
                                    .toList();
                            return users.isEmpty() || force ? null : Decisions.inUse(profile, readers);
                        },
                        "delete-profile.conflict-names"),
                fault(
                        "a conflict does not tell the profile",
                        deletes(409, it -> it.message(told -> told.replaceFirst("profile: \\S+", "profile"))),
                        "delete-profile.conflict-names"));
    }

    /** Lets a flow use every profile whose name, made a pattern, fits one that the flow names. */
    private static Consumer<Decisions> usesBy(UnaryOperator<String> wildcards) {
        return it -> it.uses = (flow, profile) -> profilesOf(flow)
                .anyMatch(Pattern.compile("\\Q" + wildcards.apply(profile.name()) + "\\E")
                        .asMatchPredicate());
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

    /** Has none use a profile unless a look at the flows that do says so. */
    private static Consumer<Decisions> activeUsers(Predicate<Stream<Flow>> areInUse) {
        return it -> {
            BiFunction<List<Flow>, Profile, List<Flow>> right = it.users;
            it.users = (flows, profile) -> {
                List<Flow> users = right.apply(flows, profile);
                return areInUse.test(users.stream().sorted(Comparator.comparing(Flow::name))) ? users : List.of();
            };
        };
    }

    private static boolean isActive(Flow flow) {
        return flow.is("Active");
    }
}
