package io.github.appflowkit.conformance.setup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which resource of the file stands in for which that a scenario wants. */
record Casting(ExistingResources resources, Map<Resource, Resource> roles) {
    Casting(ExistingResources resources) {
        this(resources, Map.of());
    }

    /** The resources that stand in for something. */
    Set<Resource> cast() {
        return Set.copyOf(roles.values());
    }

    /** Those of them that a request mentions. */
    List<Resource> in(Mentions mentioned) {
        return cast().stream().filter(resource -> mentioned.of(resource.name())).toList();
    }

    /** Whether something of this name was asked for. */
    boolean has(String wanted) {
        return roles.keySet().stream().anyMatch(role -> role.name().equals(wanted));
    }

    String realName(String wanted) {
        return roles.entrySet().stream()
                .filter(role -> role.getKey().name().equals(wanted))
                .map(role -> role.getValue().name())
                .findFirst()
                .orElse(wanted);
    }

    private String wantedName(String real) {
        return roles.entrySet().stream()
                .filter(role -> role.getValue().name().equals(real))
                .map(role -> role.getKey().name())
                .findFirst()
                .orElse(real);
    }

    /**
     * One more role, for which others may change hands; empty if there is nobody for it. A profile is to be used by
     * the flows that the scenario wants to use it and by no others; flows that are still to be asked for may mend
     * that.
     *
     * @param spent what cannot stand in for anything
     * @param kept what has to stay in its role
     */
    Optional<Casting> with(Resource wanted, Set<Resource> spent, Set<Resource> kept) {
        List<Resource> all = new ArrayList<>(roles.keySet());
        all.add(wanted);
        all.sort((a, b) -> Boolean.compare(a instanceof Flow, b instanceof Flow));
        return new CastingSearch(this, all, spent, kept).first();
    }

    Casting without(String wanted) {
        Map<Resource, Resource> others = new HashMap<>(roles);
        others.keySet().removeIf(role -> role.name().equals(wanted));
        return new Casting(resources, others);
    }

    /** Whether exactly those flows of the file use a profile that the scenario wants to use it. */
    boolean isUsedAsWanted(Profile profile) {
        Set<Resource> wantedUsers = new LinkedHashSet<>();
        roles.forEach((wanted, real) -> {
            if (wanted instanceof Flow flow && flow.uses().contains(wantedName(profile.name()))) {
                wantedUsers.add(real);
            }
        });
        return users(profile).equals(wantedUsers);
    }

    /** The flows of the file that use a profile. */
    Set<Resource> users(Profile profile) {
        return flows().filter(flow -> flow.region().equals(profile.region()))
                .filter(flow -> !flow.status().equals("Deleted") && flow.uses().contains(profile.name()))
                .collect(Collectors.toSet());
    }

    private Stream<Flow> flows() {
        return resources.all().stream().filter(Flow.class::isInstance).map(Flow.class::cast);
    }
}
