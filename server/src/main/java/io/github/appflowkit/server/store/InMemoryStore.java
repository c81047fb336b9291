package io.github.appflowkit.server.store;

import io.github.appflowkit.server.account.ResourceName;
import io.github.appflowkit.server.flow.Flow;
import io.github.appflowkit.server.flow.FlowStatus;
import io.github.appflowkit.server.profile.ConnectorProfile;
import java.util.Optional;
import java.util.function.Supplier;

/** A store that lasts as long as the process; one lock makes every transition atomic. */
public final class InMemoryStore implements Store {
    /** A state that was given as a whole, put together once, for it is given again whenever the server is reset. */
    private record Given(State state, Content content) {
        Given(State state) {
            this(state, new Content(state));
        }
    }

    private volatile Given given = new Given(State.EMPTY);
    private Content content = given.content().copy();
    private volatile FaultsText faults = FaultsText.NONE;
    private boolean loaded;

    @Override
    public synchronized FlowStatus stopFlow(ResourceName id) {
        Flow flow = findFlow(id).orElseThrow(() -> Flow.missing(id));
        Flow stopped = flow.stopped();
        if (stopped.status() != flow.status()) {
            content.change(stopped);
        }
        return stopped.status();
    }

    @Override
    public synchronized void deleteProfile(ResourceName id, boolean force) {
        ConnectorProfile profile = findProfile(id).orElseThrow(() -> ConnectorProfile.missing(id));
        if (!force) {
            profile.requireUnused(content.users(id, ConnectorProfile.NAMED_FLOWS));
        }
        content.removeProfile(id);
    }

    @Override
    public synchronized void put(ConnectorProfile profile) {
        content.put(profile);
    }

    @Override
    public synchronized void put(Flow flow) {
        content.put(flow);
    }

    @Override
    public synchronized Optional<ConnectorProfile> findProfile(ResourceName id) {
        return content.findProfile(id);
    }

    @Override
    public synchronized Optional<Flow> findFlow(ResourceName id) {
        return content.findFlow(id);
    }

    @Override
    public synchronized Optional<ConnectorProfile> removeProfile(ResourceName id) {
        return content.removeProfile(id);
    }

    @Override
    public synchronized Optional<Flow> removeFlow(ResourceName id) {
        return content.removeFlow(id);
    }

    @Override
    public State snapshot() {
        return latest().get();
    }

    private synchronized Supplier<State> latest() {
        return content.state();
    }

    @Override
    public void replaceAll(State state) {
        Given next = together(state);
        synchronized (this) {
            replaceAll(next);
        }
    }

    /** Puts a state together, for which no call should have to wait, unless the latest that was given is the same. */
    private Given together(State state) {
        Given latest = given;
        return latest.state() == state ? latest : new Given(state);
    }

    private void replaceAll(Given next) {
        given = next;
        content = next.content().copy();
    }

    @Override
    public boolean load(State initial) {
        Given next = together(initial);
        synchronized (this) {
            if (loaded || !content.isEmpty()) {
                return false;
            }
            replaceAll(next);
            loaded = true;
            return true;
        }
    }

    @Override
    public FaultsText faults() {
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
    public boolean isImmediate() {
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
