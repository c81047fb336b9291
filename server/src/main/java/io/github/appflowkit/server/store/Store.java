package io.github.appflowkit.server.store;

import io.github.appflowkit.server.account.ResourceName;
import io.github.appflowkit.server.flow.Flow;
import io.github.appflowkit.server.flow.FlowStatus;
import io.github.appflowkit.server.problem.Problem;
import io.github.appflowkit.server.profile.ConnectorProfile;
import java.util.Optional;

/**
 * Keeps profiles and flows, and the faults that are planned for them. Each method is one transition and atomic: nobody sees half of it, and of two at one time
 * one comes first. A store that cannot be reached throws a {@link Problem} that says so: then the transition may have
 * been made or not, as whenever an answer is lost.
 */
public interface Store extends AutoCloseable {
    /**
     * Stops a flow.
     *
     * @return the status that it has then
     * @throws Problem if there is no such flow, or it cannot be stopped; it is unchanged then
     */
    FlowStatus stopFlow(ResourceName id);

    /**
     * Deletes a profile, and no flow.
     *
     * @param force whether it is deleted although flows use it
     * @throws Problem if there is no such profile, or it is in use and not forced; it is kept then
     */
    void deleteProfile(ResourceName id, boolean force);

    /** Adds a profile, or replaces the one of its name. */
    void put(ConnectorProfile profile);

    /** Adds a flow, or replaces the one of its name. */
    void put(Flow flow);

    Optional<ConnectorProfile> findProfile(ResourceName id);

    Optional<Flow> findFlow(ResourceName id);

    /** Removes a profile without any check; what was there is returned. */
    Optional<ConnectorProfile> removeProfile(ResourceName id);

    /** Removes a flow without any check; what was there is returned. */
    Optional<Flow> removeFlow(ResourceName id);

    /** All that there is, oldest first. */
    State snapshot();

    /** Forgets all that there is, and keeps this instead. */
    void replaceAll(State state);

    /**
     * Keeps the state that a server starts with, unless a state was loaded before or anything is there.
     *
     * @return whether it did
     */
    boolean load(State initial);

    /** The planned faults, which servers share as they do all the rest. */
    FaultsText faults();

    /**
     * Keeps other faults, unless they were replaced since they were seen.
     *
     * @return whether it did
     */
    boolean replaceFaults(FaultsText seen, String text);

    /** Whether it waits for nothing outside the process, so that whoever asks it is not held up. */
    boolean isImmediate();

    /** Whether it can serve now; it says so within seconds, and never by a failure. */
    boolean isReady();

    @Override
    void close();
}
