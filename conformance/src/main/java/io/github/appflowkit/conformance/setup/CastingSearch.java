package io.github.appflowkit.conformance.setup;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Goes through who could stand in for what, the first in the file first.
 *
 * @param before who stands in for what so far
 * @param wanted what is asked for, profiles first
 * @param spent what cannot stand in for anything
 * @param kept what has to stay in its role
 */
record CastingSearch(Casting before, List<Resource> wanted, Set<Resource> spent, Set<Resource> kept) {
    /** The first casting in which each profile is used as it is wanted, or else the first of all; empty if there is none. */
    Optional<Casting> first() {
        return from(0, Map.of(), true).or(() -> from(0, Map.of(), false));
    }

    private Optional<Casting> from(int next, Map<Resource, Resource> chosen, boolean strict) {
        Casting casting = new Casting(before.resources(), chosen);
        if (next == wanted.size()) {
            boolean fits = !strict
                    || chosen.values().stream()
                            .noneMatch(real -> real instanceof Profile profile && !casting.isUsedAsWanted(profile));
            return fits ? Optional.of(casting) : Optional.empty();
        }
        Resource role = wanted.get(next);
        return candidates(role, casting, strict).stream()
                .map(candidate -> {
                    Map<Resource, Resource> more = new HashMap<>(chosen);
                    more.put(role, candidate);
                    return from(next + 1, more, strict);
                })
                .flatMap(Optional::stream)
                .findFirst();
    }

    private List<Resource> candidates(Resource role, Casting casting, boolean strict) {
        Resource current = before.roles().get(role);
        if (current != null && kept.contains(current)) {
            return List.of(current);
        }
        List<Resource> free = before.resources().expendable().stream()
                .filter(resource -> !spent.contains(resource)
                        && !casting.roles().containsValue(resource)
                        && resource.region().equals(role.region()))
                .filter(resource -> isOfItsKind(role, resource, casting))
                .sorted(Comparator.comparing(CastingSearch::isASamples).thenComparing(CastingSearch::profilesOf))
                .toList();
        List<Resource> namesakes = free.stream()
                .filter(resource -> resource.name().equals(role.name()))
                .toList();
        List<Resource> preferred = namesakes.isEmpty() && !SampleNames.contains(role.name()) ? free : namesakes;
        return preferred.stream()
                .filter(resource ->
                        !(resource instanceof Profile profile) || leavesSomebody(role, profile, casting, strict))
                .toList();
    }

    /** Resources that a documented sample names come last, since nothing else can stand in for them. */
    private static boolean isASamples(Resource resource) {
        return SampleNames.contains(resource.name());
    }

    /** Flows that use fewer profiles come first, which keeps the others for who needs them. */
    private static int profilesOf(Resource resource) {
        return resource instanceof Flow flow ? flow.uses().size() : 0;
    }

    private boolean isOfItsKind(Resource role, Resource resource, Casting casting) {
        return role instanceof Flow wantedFlow
                ? resource instanceof Flow flow && suits(wantedFlow, flow, casting)
                : resource instanceof Profile;
    }

    /**
     * Whether a profile leaves somebody for each flow that is wanted with it. This only saves time: without it, whatever
     * else is wanted would be tried in vain.
     */
    private boolean leavesSomebody(Resource role, Profile profile, Casting casting, boolean strict) {
        List<Flow> users =
                flows(wanted).filter(flow -> flow.uses().contains(role.name())).toList();
        if (strict && casting.users(profile).size() != users.size()) {
            return false;
        }
        Map<Resource, Resource> more = new HashMap<>(casting.roles());
        more.put(role, profile);
        Casting then = new Casting(casting.resources(), more);
        List<Flow> free = flows(casting.resources().expendable())
                .filter(flow -> !spent.contains(flow))
                .toList();
        return users.stream()
                .filter(flow -> !kept.contains(before.roles().getOrDefault(flow, flow)))
                .allMatch(flow -> free.stream().anyMatch(real -> suits(flow, real, then)));
    }

    private boolean suits(Flow role, Flow flow, Casting casting) {
        return flow.trigger() == role.trigger()
                && flow.status().equals(role.status())
                && (role.source() == null || mayBe(role.source(), flow.source(), casting))
                && (role.destinations().isEmpty() || mayBe(role.destinations(), flow.destinations(), casting));
    }

    private boolean mayBe(List<String> roles, List<String> profiles, Casting casting) {
        return roles.size() == profiles.size()
                && IntStream.range(0, roles.size()).allMatch(i -> mayBe(roles.get(i), profiles.get(i), casting));
    }

    /** Whether a profile stands in for another, or still may. */
    private boolean mayBe(String role, String profile, Casting casting) {
        boolean open = !casting.has(role)
                && wanted.stream()
                        .anyMatch(it -> it instanceof Profile && it.name().equals(role));
        return open || casting.realName(role).equals(profile);
    }

    private static Stream<Flow> flows(List<Resource> resources) {
        return resources.stream().filter(Flow.class::isInstance).map(Flow.class::cast);
    }
}
