package io.github.appflowkit.conformance.setup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
        return candidates(role, casting).stream()
                .map(candidate -> {
                    Map<Resource, Resource> more = new HashMap<>(chosen);
                    more.put(role, candidate);
                    return from(next + 1, more, strict);
                })
                .flatMap(Optional::stream)
                .findFirst();
    }

    private List<Resource> candidates(Resource role, Casting casting) {
        Resource current = before.roles().get(role);
        if (current != null && kept.contains(current)) {
            return List.of(current);
        }
        List<Resource> free = before.resources().expendable().stream()
                .filter(resource -> !spent.contains(resource)
                        && !casting.roles().containsValue(resource)
                        && resource.region().equals(role.region()))
                .filter(resource -> fits(role, resource, casting))
                .sorted((a, b) -> Integer.compare(profilesOf(a), profilesOf(b)))
                .toList();
        List<Resource> namesakes = free.stream()
                .filter(resource -> resource.name().equals(role.name()))
                .toList();
        return namesakes.isEmpty() && !SampleNames.contains(role.name()) ? free : namesakes;
    }

    /** Flows that use fewer profiles come first, which keeps the others for who needs them. */
    private static int profilesOf(Resource resource) {
        return resource instanceof Flow flow ? flow.uses().size() : 0;
    }

    private static boolean fits(Resource role, Resource resource, Casting casting) {
        if (!(role instanceof Flow wanted) || !(resource instanceof Flow flow)) {
            return role.getClass() == resource.getClass();
        }
        List<String> destinations =
                wanted.destinations().stream().map(casting::realName).toList();
        return flow.trigger() == wanted.trigger()
                && flow.status().equals(wanted.status())
                && (wanted.source() == null || casting.realName(wanted.source()).equals(flow.source()))
                && (destinations.isEmpty() || destinations.equals(flow.destinations()));
    }
}
