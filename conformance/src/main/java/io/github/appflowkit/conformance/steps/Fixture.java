package io.github.appflowkit.conformance.steps;

import io.github.appflowkit.conformance.setup.Flow;
import io.github.appflowkit.conformance.setup.Profile;
import io.github.appflowkit.conformance.setup.SampleNames;
import io.github.appflowkit.conformance.setup.Setup;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;

/** The state that one scenario puts at the target, and removes again. */
final class Fixture {
    private final Run run;
    private final Names names;
    private final Setup setup;
    private final List<String> profiles = new ArrayList<>();
    private final Map<String, Flow> flows = new HashMap<>();
    private final List<String> planned = new ArrayList<>();
    private final List<String> given = new ArrayList<>();
    private final Deque<Cleanup> cleanups = new ArrayDeque<>();
    private final Deque<Lock> locks = new ArrayDeque<>();

    Fixture(Run run, Names names, Setup setup) {
        this.run = run;
        this.names = names;
        this.setup = setup;
    }

    void put(Profile profile) {
        run.patience().check();
        Optional<Profile> before = lockSampleName(profile.name())
                ? setUp(() -> setup.profile(profile.name(), profile.region()))
                : Optional.empty();
        cleanUpLater(profile, () -> before.ifPresentOrElse(setup::put, () -> setup.remove(profile)));
        setUp(() -> setup.put(profile));
        profiles.add(profile.name());
        requireName(profile.name());
        give(new Profile(nameOf(profile.name()), profile.region()).sentence(), profile.region());
    }

    void put(Flow wanted) {
        Flow flow = asAsked(wanted);
        run.patience().check();
        Optional<Flow> before =
                lockSampleName(flow.name()) ? setUp(() -> setup.flow(flow.name(), flow.region())) : Optional.empty();
        cleanUpLater(flow, () -> before.ifPresentOrElse(setup::put, () -> setup.remove(flow)));
        setUp(() -> setup.put(flow));
        requireName(flow.name());
        give(atTarget(flow).sentence(), flow.region());
        flows.put(flow.name(), flow);
    }

    /** Any resource can stand in for a role's, but only one of that name for a name that the rule is about. */
    private void requireName(String name) {
        String real = setup.nameOf(name);
        World.prerequisite(
                real.equals(name) || names.isOfRole(name),
                "the rule is about the very name " + name
                        + ", and an existing resource of another name cannot stand in");
    }

    /** The name that a resource of the scenario has at the target. */
    String nameOf(String name) {
        return setup.nameOf(name);
    }

    /** The flow of this name as the scenario made it. */
    Flow made(String flowName) {
        return flows.values().stream()
                .filter(flow -> setup.nameOf(flow.name()).equals(flowName))
                .findFirst()
                .orElseThrow();
    }

    /** Whether a flow that the scenario made uses a profile. */
    boolean isUsed(String profileName) {
        return flows.values().stream().anyMatch(flow -> atTarget(flow).uses().contains(profileName));
    }

    /** A flow under the names that it and its profiles have at the target. */
    private Flow atTarget(Flow flow) {
        return new Flow(
                nameOf(flow.name()),
                flow.region(),
                flow.trigger(),
                flow.status(),
                flow.reads().map(this::nameOf).orElse(null),
                flow.destinations().stream().map(this::nameOf).toList());
    }

    /**
     * A flow whose profiles have the names that the scenario asked for them by: what stands in for one of them may change
     * when a flow is to use it.
     */
    private Flow asAsked(Flow flow) {
        return flow.readingFrom(flow.reads().map(this::askedName).orElse(null))
                .writingTo(flow.destinations().stream().map(this::askedName).toList());
    }

    private String askedName(String profileName) {
        return profiles.stream()
                .filter(asked -> nameOf(asked).equals(profileName))
                .findFirst()
                .orElse(profileName);
    }

    private void give(String resource, String region) {
        given.add(region.equals(run.region()) ? resource : resource + ", in the region " + region);
    }

    /** The flow of this name as the target has it; empty if there is none, or if it cannot be read. */
    Optional<Flow> read(String flowName) {
        return readInRegion(flowName, run.region());
    }

    Optional<Flow> readInRegion(String flowName, String region) {
        return setUp(() -> setup.flow(flowName, region));
    }

    /** Why the flow of this name may not be active although it was to be. */
    Optional<String> inactive(String flowName) {
        return setUp(() -> setup.inactive(flowName, run.region()));
    }

    void planError(String operation, String name, String error) {
        setUp(() -> setup.planError(operation, name, run.region(), error, 1));
        cleanUpLater(
                "the planned " + error + " of " + name, () -> setup.planError(operation, name, run.region(), error, 0));
        given.add("the next " + operation + " of " + name + " is to fail with " + error);
        planned.add(error);
    }

    /** Whether a call was to fail so, and none did before. */
    boolean meets(String error) {
        return planned.remove(error);
    }

    private <T> T setUp(Supplier<T> call) {
        return run.patience().setUp(call);
    }

    private void setUp(Runnable call) {
        run.patience().setUp(() -> {
            call.run();
            return null;
        });
    }

    private void cleanUpLater(Object what, Runnable action) {
        cleanups.push(new Cleanup(what.toString(), action));
    }

    /** The state that the scenario put at the target, a line each. */
    List<String> given() {
        return List.copyOf(given);
    }

    /** Removes what the scenario made, the last first; what cannot be removed is noted and spoils no verdict. */
    void remove() {
        while (!cleanups.isEmpty()) {
            Cleanup cleanup = cleanups.pop();
            try {
                run.patience().cleanUp(cleanup.action());
            } catch (RuntimeException refused) {
                run.recording().leave(cleanup.what() + ": " + refused.getMessage());
            }
        }
        locks.forEach(Lock::unlock);
        locks.clear();
    }

    /** The names of the documented samples are the same in every run: one scenario at a time uses them. */
    private boolean lockSampleName(String name) {
        if (!SampleNames.contains(name)) {
            return false;
        }
        run.sampleNames().lock();
        locks.push(run.sampleNames());
        return true;
    }

    /** What is removed when the scenario ends, and how. */
    private record Cleanup(String what, Runnable action) {}
}
