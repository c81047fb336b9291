package io.github.appflowkit.conformance.setup;

import io.github.appflowkit.conformance.rule.Need;
import java.util.Optional;

/**
 * A rung that leaves alone what a user's file names and does not mark as expendable, whatever the letter case and the
 * region.
 */
final class ProtectingSetup implements Setup {
    private final Setup setup;
    private final ExistingResources resources;

    ProtectingSetup(Setup setup, ExistingResources resources) {
        this.setup = setup;
        this.resources = resources;
    }

    @Override
    public String rung() {
        return setup.rung();
    }

    @Override
    public Optional<String> lacks(Need need) {
        return setup.lacks(need);
    }

    @Override
    public void put(Profile profile) {
        requireFree(profile.name());
        setup.put(profile);
    }

    /** A flow that uses a protected profile would keep its owner from deleting it. */
    @Override
    public void put(Flow flow) {
        requireFree(flow.name());
        flow.uses().forEach(this::requireFree);
        setup.put(flow);
    }

    @Override
    public String nameOf(String name) {
        return setup.nameOf(name);
    }

    /** Read to be put back later, which is refused before anything is changed. */
    @Override
    public Optional<Profile> profile(String name, String region) {
        requireFree(name);
        return setup.profile(name, region);
    }

    /** Read to be put back later, which is refused before anything is changed. */
    @Override
    public Optional<Flow> flow(String name, String region) {
        requireFree(name);
        return setup.flow(name, region);
    }

    @Override
    public Optional<String> inactive(String name, String region) {
        return setup.inactive(name, region);
    }

    @Override
    public void remove(Profile profile) {
        requireFree(profile.name());
        setup.remove(profile);
    }

    @Override
    public void remove(Flow flow) {
        requireFree(flow.name());
        setup.remove(flow);
    }

    @Override
    public void planError(String operation, String name, String region, String error, int times) {
        requireFree(name);
        setup.planError(operation, name, region, error, times);
    }

    private void requireFree(String name) {
        resources.refuseProtected(known -> known.equalsIgnoreCase(name));
    }

    @Override
    public void close() {
        setup.close();
    }
}
