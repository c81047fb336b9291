package io.github.appflowkit.conformance.proof;

import static io.github.appflowkit.conformance.proof.Changes.answered;
import static io.github.appflowkit.conformance.proof.Changes.fault;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Mistakes in what is remembered of earlier calls, or is kept where another region looks for it. */
final class MemoryFaults {

    private MemoryFaults() {}

    static List<Fault> all() {
        return List.of(
                fault("a profile that was in use once stays so", usesKept(), "delete-profile.use-ends"),
                fault("a name that was forced once stays forced", forceKept(), "delete-profile.made-again"),
                fault("a name that was not found once is never found", absenceKept(), "delete-profile.made-again"),
                fault(
                        "a deleted profile that flows still name is deleted by force once more",
                        forcedOnceMore(),
                        "delete-profile.forced",
                        "delete-profile.one-of-two-wins"),
                fault(
                        "a delete in another region is told and not done",
                        it -> it.delete = (world, profile) -> {
                            if (isHome(profile.scope())) {
                                world.remove(profile);
                            }
                        },
                        "wire.region-untouched"),
                fault(
                        "a stop in another region is told and not done",
                        it -> it.stop = (world, flow) -> {
                            if (isHome(flow.scope())) {
                                world.put(flow);
                            }
                        },
                        "wire.region-untouched"),
                fault(
                        "a flow whose profile was deleted cannot be stopped",
                        it -> it.stop = (world, flow) -> {
                            if (flow.source() != null
                                    && !world.profiles().contains(new Profile(flow.scope(), flow.source()))) {
                                throw new Refusal(500, "InternalServerException", "An internal error occurred.");
                            }
                            world.put(flow);
                        },
                        "delete-profile.forced-keeps-flows"));
    }

    private static boolean isHome(Scope scope) {
        return scope.region().equals(Scope.DEFAULT.region());
    }

    private static Consumer<Decisions> usesKept() {
        return it -> {
            Set<Profile> used = ConcurrentHashMap.newKeySet();
            it.users = (flows, profile) -> {
                List<Flow> users = flows.stream()
                        .filter(flow -> Decisions.uses(flow, profile))
                        .toList();
                if (!users.isEmpty()) {
                    used.add(profile);
                }
                return used.contains(profile) ? flows : users;
            };
            it.delete = (world, profile) -> {
                used.remove(profile);
                world.remove(profile);
            };
        };
    }

    private static Consumer<Decisions> forceKept() {
        return it -> {
            Set<Profile> forced = ConcurrentHashMap.newKeySet();
            it.refuseDelete = (profile, users, force) -> {
                if (force) {
                    forced.add(profile);
                }
                return Decisions.refuseDelete(profile, users, forced.contains(profile));
            };
        };
    }

    private static Consumer<Decisions> absenceKept() {
        return it -> {
            Set<String> missing = ConcurrentHashMap.newKeySet();
            answered((request, answer, endpoint) -> {
                        String asked = Scope.of(request) + request.text();
                        if (request.deletesProfile() && answer.status() == 404) {
                            missing.add(asked);
                        }
                        return request.deletesProfile() && missing.contains(asked)
                                ? Answer.of(Refusal.notFound("Connector profile", "of this name"))
                                        .header(Answer.REQUEST_ID, answer.header(Answer.REQUEST_ID))
                                : answer;
                    })
                    .accept(it);
        };
    }

    private static Consumer<Decisions> forcedOnceMore() {
        return it -> {
            Set<String> deleted = ConcurrentHashMap.newKeySet();
            answered((request, answer, endpoint) -> {
                        boolean forced =
                                request.deletesProfile() && request.text().contains("true");
                        if (forced && answer.status() == 200) {
                            deleted.add(request.text());
                        }
                        return forced && answer.status() == 404 && deleted.contains(request.text())
                                ? answer.cleared()
                                : answer;
                    })
                    .accept(it);
        };
    }
}
