package io.github.appflowkit.server.store;

import io.github.appflowkit.server.account.ResourceName;
import io.github.appflowkit.server.flow.Flow;
import io.github.appflowkit.server.profile.ConnectorProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A store that lasts as long as the process; one lock makes every transition atomic. */
public final class InMemoryStore implements Store {
    private final Map<ResourceName, ConnectorProfile> profiles = new LinkedHashMap<>();
    private final Map<ResourceName, Flow> flows = new LinkedHashMap<>();
    private FaultsText faults = FaultsText.NONE;
    private boolean loaded;

    @Override
    public synchronized Flow stopFlow(ResourceName id) {
        Flow stopped = findFlow(id).orElseThrow(() -> Flow.missing(id)).stopped();
        flows.put(id, stopped);
        return stopped;
    }

    @Override
    public synchronized void deleteProfile(ResourceName id, boolean force) {
        ConnectorProfile profile = findProfile(id).orElseThrow(() -> ConnectorProfile.missing(id));
        if (!force) {
            List<String> users = flows.values().stream()
                    .filter(flow -> flow.uses(id))
                    .map(flow -> flow.id().name())
                    .toList();
            profile.requireUnused(users);
        }
        profiles.remove(id);
    }

    @Override
    public synchronized void put(ConnectorProfile profile) {
        profiles.put(profile.id(), profile);
    }

    @Override
    public synchronized void put(Flow flow) {
        // One that is replaced counts as new, and not as old as the one before.
        flows.remove(flow.id());
        flows.put(flow.id(), flow);
    }

    @Override
    public synchronized Optional<ConnectorProfile> findProfile(ResourceName id) {
        return Optional.ofNullable(profiles.get(id));
    }

    @Override
    public synchronized Optional<Flow> findFlow(ResourceName id) {
        return Optional.ofNullable(flows.get(id));
    }

    @Override
    public synchronized Optional<ConnectorProfile> removeProfile(ResourceName id) {
        return Optional.ofNullable(profiles.remove(id));
    }

    @Override
    public synchronized Optional<Flow> removeFlow(ResourceName id) {
        return Optional.ofNullable(flows.remove(id));
    }

    @Override
    public synchronized State snapshot() {
        return new State(List.copyOf(profiles.values()), List.copyOf(flows.values()));
    }

    @Override
    public synchronized void replaceAll(State state) {
        profiles.clear();
        flows.clear();
        state.profiles().forEach(this::put);
        state.flows().forEach(this::put);
    }

    @Override
    public synchronized boolean load(State initial) {
        if (loaded || !profiles.isEmpty() || !flows.isEmpty()) {
            return false;
        }
        replaceAll(initial);
        loaded = true;
        return true;
    }

    @Override
    public synchronized FaultsText faults() {
        return faults;
    }

    @Override
    public synchronized boolean replaceFaults(FaultsText seen, String text) {
        if (faults.version() != seen.version()) {
            return false;
        }
        faults = new FaultsText(seen.version() + 1, text);
        return true;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
