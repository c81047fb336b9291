package io.github.appflowkit.conformance.setup;

import io.github.appflowkit.conformance.target.Request;
import java.util.Set;

/**
 * Keeps requests from what nobody gave away, while existing resources stand in for those that a scenario wants.
 *
 * @param casting who stands in for what
 */
record RequestGuard(ExistingResources resources, Casting casting) {
    /**
     * Lets a request pass.
     *
     * @throws Untestable if it mentions what is not expendable, what may be another resource than the one that stands in,
     *     or a profile that other flows use than the scenario wants
     */
    void check(Request request, Mentions mentioned) {
        resources.refuseProtected(mentioned::of);
        casting.cast().forEach(resource -> requireExact(resource, request, mentioned));
        for (Resource resource : casting.in(mentioned)) {
            if (resource instanceof Profile profile && !casting.isUsedAsWanted(profile)) {
                throw new Untestable(
                        "no expendable profile that the flows of the scenario use, and no others, is left in "
                                + resources.file() + ": add one");
            }
        }
    }

    /** In another scope, or in another form, its name may be that of a resource that nobody gave away. */
    private void requireExact(Resource resource, Request request, Mentions mentioned) {
        Set<String> names = mentioned.like(resource.name());
        if (mentioned.exactly(resource.name())) {
            names.add(resource.name());
        }
        boolean owner = request.caller() == Request.Caller.FIRST;
        names.stream()
                .filter(name -> !owner || !isExpendable(name, request.region(), resource))
                .findFirst()
                .ifPresent(name -> {
                    throw new Untestable("the request names " + name + " in " + request.region()
                            + (owner ? "" : " for a second account") + ", which may be somebody's: " + resources.file()
                            + " marks only the exact resource as expendable, " + resource.title());
                });
    }

    /** Whether the file gives away what has a name; in other letter case it is to be of the same kind. */
    private boolean isExpendable(String name, String region, Resource like) {
        boolean anyKind = !name.equalsIgnoreCase(like.name());
        return resources.expendable().stream()
                .anyMatch(resource -> (anyKind || resource.getClass() == like.getClass())
                        && resource.name().equals(name)
                        && resource.region().equals(region));
    }
}
