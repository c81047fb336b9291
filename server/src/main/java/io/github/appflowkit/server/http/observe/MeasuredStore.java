package io.github.appflowkit.server.http.observe;

import io.github.appflowkit.server.account.ResourceName;
import io.github.appflowkit.server.flow.Flow;
import io.github.appflowkit.server.flow.FlowStatus;
import io.github.appflowkit.server.problem.Problem;
import io.github.appflowkit.server.profile.ConnectorProfile;
import io.github.appflowkit.server.store.FaultsText;
import io.github.appflowkit.server.store.State;
import io.github.appflowkit.server.store.Store;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Times every transition of another store, and counts how they ended. */
final class MeasuredStore implements Store {
    private final Store store;
    private final MeterRegistry registry;

    MeasuredStore(Store store, MeterRegistry registry) {
        this.store = store;
        this.registry = registry;
    }

    @Override
    public boolean isImmediate() {
        return store.isImmediate();
    }

    @Override
    public boolean isReady() {
        return store.isReady();
    }

    @Override
    public FlowStatus stopFlow(ResourceName id) {
        return measure("stopFlow", () -> store.stopFlow(id));
    }

    @Override
    public void deleteProfile(ResourceName id, boolean force) {
        measure("deleteProfile", () -> {
            store.deleteProfile(id, force);
            return null;
        });
    }

    @Override
    public void put(ConnectorProfile profile) {
        measure("putProfile", () -> {
            store.put(profile);
            return null;
        });
    }

    @Override
    public void put(Flow flow) {
        measure("putFlow", () -> {
            store.put(flow);
            return null;
        });
    }

    @Override
    public Optional<ConnectorProfile> findProfile(ResourceName id) {
        return measure("findProfile", () -> store.findProfile(id));
    }

    @Override
    public Optional<Flow> findFlow(ResourceName id) {
        return measure("findFlow", () -> store.findFlow(id));
    }

    @Override
    public Optional<ConnectorProfile> removeProfile(ResourceName id) {
        return measure("removeProfile", () -> store.removeProfile(id));
    }

    @Override
    public Optional<Flow> removeFlow(ResourceName id) {
        return measure("removeFlow", () -> store.removeFlow(id));
    }

    @Override
    public State snapshot() {
        return measure("snapshot", () -> store.snapshot());
    }

    @Override
    public void replaceAll(State state) {
        measure("replaceAll", () -> {
            store.replaceAll(state);
            return null;
        });
    }

    @Override
    public boolean load(State state) {
        return measure("load", () -> store.load(state));
    }

    @Override
    public FaultsText faults() {
        return measure("faults", () -> store.faults());
    }

    @Override
    public boolean replaceFaults(FaultsText seen, String text) {
        return measure("replaceFaults", () -> store.replaceFaults(seen, text));
    }

    @Override
    public void close() {
        store.close();
    }

    private <T> T measure(String transition, Supplier<T> call) {
        Timer.Sample sample = Timer.start(registry);
        String outcome = "failed";
        try {
            T result = call.get();
            outcome = "done";
            return result;
        } catch (Problem problem) {
            outcome = problem.kind().name().toLowerCase(Locale.ROOT);
            throw problem;
        } finally {
            sample.stop(Timer.builder("appflow.store")
                    .description("Transitions of the store, by how they ended.")
                    .tag("transition", transition)
                    .tag("outcome", outcome)
                    .register(registry));
        }
    }
}
