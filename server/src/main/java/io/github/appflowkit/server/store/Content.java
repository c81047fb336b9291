package io.github.appflowkit.server.store;

import io.github.appflowkit.server.account.ResourceName;
import io.github.appflowkit.server.flow.Flow;
import io.github.appflowkit.server.profile.ConnectorProfile;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The profiles and flows of a store in memory, with the flows that use each profile. */
final class Content {
    private final CompactTable<ResourceName, ConnectorProfile> profiles;
    private final CompactTable<ResourceName, Flow> flows;
    private final CompactTable<ResourceName, Users> users;

    /** Puts a state together. */
    Content(State state) {
        profiles = new CompactTable<>(
                ConnectorProfile::id, withRoom(state.profiles().size()));
        flows = new CompactTable<>(Flow::id, withRoom(state.flows().size()));
        users = new CompactTable<>(Users::profile, withRoom(state.profiles().size()));
        state.profiles().forEach(profiles::add);
        state.flows().forEach(this::add);
    }

    private Content(Content other) {
        profiles = other.profiles.copy();
        flows = other.flows.copy();
        users = other.users.copy();
    }

    /** A little more, so that what is put next does not make all of a table anew. */
    private static int withRoom(int size) {
        return size + size / 16;
    }

    /** The same, which goes its own way; who uses a profile is copied when that changes. */
    Content copy() {
        return new Content(this);
    }

    boolean isEmpty() {
        return profiles.size() == 0 && flows.size() == 0;
    }

    void put(ConnectorProfile profile) {
        profiles.put(profile);
    }

    /** One that is replaced counts as new, and not as old as the one before. */
    void put(Flow flow) {
        removeFlow(flow.id());
        add(flow);
    }

    private void add(Flow flow) {
        flows.add(flow);
        for (ResourceName profile : flow.profiles()) {
            own(profile).add(flow.id().name());
        }
    }

    /** Puts a flow in the place of one that uses the same profiles. */
    void change(Flow flow) {
        flows.put(flow);
    }

    Optional<ConnectorProfile> findProfile(ResourceName id) {
        return Optional.ofNullable(profiles.get(id));
    }

    Optional<Flow> findFlow(ResourceName id) {
        return Optional.ofNullable(flows.get(id));
    }

    Optional<ConnectorProfile> removeProfile(ResourceName id) {
        return Optional.ofNullable(profiles.remove(id));
    }

    Optional<Flow> removeFlow(ResourceName id) {
        Flow removed = flows.remove(id);
        if (removed == null) {
            return Optional.empty();
        }
        for (ResourceName profile : removed.profiles()) {
            Users left = own(profile);
            left.remove(id.name());
            if (left.isEmpty()) {
                users.remove(profile);
            }
        }
        return Optional.of(removed);
    }

    /** The names of the oldest flows that use a profile. */
    List<String> users(ResourceName profile, int limit) {
        Users found = users.get(profile);
        return found == null ? List.of() : found.oldest(limit);
    }

    /** The state as it is now, which is listed when it is asked for. */
    Supplier<State> state() {
        CompactTable<ResourceName, ConnectorProfile> theseProfiles = profiles.copy();
        CompactTable<ResourceName, Flow> theseFlows = flows.copy();
        return () -> new State(theseProfiles.all(), theseFlows.all());
    }

    private Users own(ResourceName profile) {
        Users found = users.get(profile);
        if (found != null && found.owner() == this) {
            return found;
        }
        Users own = found == null ? new Users(this, profile) : found.copyFor(this);
        users.put(own);
        return own;
    }

    /** The flows, by name, that use one profile. */
    private record Users(Content owner, ResourceName profile, CompactTable<String, String> flows) {
        Users(Content owner, ResourceName profile) {
            this(owner, profile, new CompactTable<>(name -> name, 1));
        }

        Users copyFor(Content other) {
            return new Users(other, profile, flows.copy());
        }

        boolean isEmpty() {
            return flows.size() == 0;
        }

        void add(String flow) {
            flows.add(flow);
        }

        void remove(String flow) {
            flows.remove(flow);
        }

        List<String> oldest(int limit) {
            return flows.oldest(limit);
        }
    }
}
