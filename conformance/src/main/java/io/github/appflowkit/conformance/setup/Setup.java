package io.github.appflowkit.conformance.setup;

import io.github.appflowkit.conformance.rule.Need;
import java.util.Optional;

/** How resources get to the target, and how they leave it: one rung of the setup ladder. */
public interface Setup extends AutoCloseable {
    /** The rung's name, as options and reports spell it. */
    String rung();

    /** Why the rung cannot serve a need; empty if it can. */
    Optional<String> lacks(Need need);

    /**
     * Adds a profile, or replaces the one of its name.
     *
     * @throws Untestable if the target refuses it
     */
    void put(Profile profile);

    /**
     * Adds a flow, or replaces the one of its name.
     *
     * @throws Untestable if the target refuses it
     */
    void put(Flow flow);

    /**
     * The name at the target of what was put under a name: another one where existing resources stand in for those that
     * are asked for.
     */
    default String nameOf(String name) {
        return name;
    }

    /** The profile of this name as the target has it; empty if there is none, or if it cannot be read. */
    Optional<Profile> profile(String name, String region);

    /** The flow of this name as the target has it; empty if there is none, or if it cannot be read. */
    Optional<Flow> flow(String name, String region);

    /** Why a flow that was put may not be active although it was to be; empty if nothing speaks against it. */
    default Optional<String> inactive(String name, String region) {
        return Optional.empty();
    }

    /** Removes a profile if it is there. */
    void remove(Profile profile);

    /** Removes a flow if it is there. */
    void remove(Flow flow);

    /**
     * Plans an error answer for the next calls of an operation that name a resource.
     *
     * @param error the error's name
     * @param times how many calls; zero cancels the plan
     * @throws Untestable if the target refuses it
     */
    void planError(String operation, String name, String region, String error, int times);

    /** Frees what the rung holds in this process; nothing at the target changes. */
    @Override
    default void close() {}
}
