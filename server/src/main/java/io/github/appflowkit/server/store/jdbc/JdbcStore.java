package io.github.appflowkit.server.store.jdbc;

import io.github.appflowkit.server.account.ResourceName;
import io.github.appflowkit.server.flow.Flow;
import io.github.appflowkit.server.flow.FlowStatus;
import io.github.appflowkit.server.profile.ConnectorProfile;
import io.github.appflowkit.server.store.FaultsText;
import io.github.appflowkit.server.store.State;
import io.github.appflowkit.server.store.Store;
import io.github.appflowkit.server.store.StoreException;
import io.github.appflowkit.server.store.StoreSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A store in a database, which other servers may use at the same time. Every transition holds the locks of the names
 * that it is about, but for StopFlow, which needs none: it is a single statement, of one row.
 */
public final class JdbcStore implements Store, MeterBinder {
    private final Database database;

    private JdbcStore(Database database) {
        this.database = database;
    }

    /**
     * Opens a database, and makes or updates the tables in it.
     *
     * @throws StoreException if it cannot be used
     */
    public static JdbcStore open(StoreSettings settings) throws StoreException {
        return new JdbcStore(Database.open(settings));
    }

    @Override
    public FlowStatus stopFlow(ResourceName id) {
        return database.change(sql -> {
            FlowTable flows = new FlowTable(sql);
            while (!flows.stop(id)) {
                // It is stopped already, cannot be stopped, or has changed since.
                Flow seen = flows.find(id).orElseThrow(() -> Flow.missing(id)).flow();
                if (seen.stopped().equals(seen)) {
                    break;
                }
            }
            return FlowStatus.SUSPENDED;
        });
    }

    @Override
    public void deleteProfile(ResourceName id, boolean force) {
        locked(List.of(id), sql -> {
            if (!new ProfileTable(sql).delete(id)) {
                throw ConnectorProfile.missing(id);
            }
            if (!force) {
                new ConnectorProfile(id).requireUnused(new FlowTable(sql).users(id, ConnectorProfile.NAMED_FLOWS));
            }
            return null;
        });
    }

    @Override
    public void put(ConnectorProfile profile) {
        locked(List.of(profile.id()), sql -> {
            ProfileTable profiles = new ProfileTable(sql);
            if (!profiles.has(profile.id())) {
                profiles.insert(profile);
            }
            return null;
        });
    }

    @Override
    public void put(Flow flow) {
        List<ResourceName> names = new ArrayList<>(flow.profiles());
        names.add(flow.id());
        locked(names, sql -> {
            FlowTable flows = new FlowTable(sql);
            flows.delete(flow.id());
            flows.insert(flow);
            return null;
        });
    }

    @Override
    public Optional<ConnectorProfile> findProfile(ResourceName id) {
        return storable(id) ? database.single(sql -> found(id, new ProfileTable(sql).has(id))) : Optional.empty();
    }

    @Override
    public Optional<Flow> findFlow(ResourceName id) {
        return storable(id)
                ? database.single(sql -> new FlowTable(sql).find(id).map(FlowTable.Stored::flow))
                : Optional.empty();
    }

    @Override
    public Optional<ConnectorProfile> removeProfile(ResourceName id) {
        return storable(id)
                ? locked(List.of(id), sql -> found(id, new ProfileTable(sql).delete(id)))
                : Optional.empty();
    }

    @Override
    public Optional<Flow> removeFlow(ResourceName id) {
        if (!storable(id)) {
            return Optional.empty();
        }
        return locked(List.of(id), sql -> {
            FlowTable flows = new FlowTable(sql);
            while (true) {
                Optional<FlowTable.Stored> stored = flows.find(id);
                if (stored.isEmpty() || flows.delete(stored.get())) {
                    return stored.map(FlowTable.Stored::flow);
                }
            }
        });
    }

    @Override
    public State snapshot() {
        return database.snapshot(sql -> new State(new ProfileTable(sql).all(), new FlowTable(sql).all()));
    }

    @Override
    public void replaceAll(State state) {
        database.transaction(sql -> {
            NameLock.lockAll(sql);
            new ProfileTable(sql).deleteAll();
            new FlowTable(sql).deleteAll();
            insert(sql, state);
            return null;
        });
    }

    @Override
    public boolean load(State initial) {
        return database.transaction(sql -> {
            NameLock.lockAll(sql);
            if (isUsed(sql)) {
                return false;
            }
            sql.update("insert into loaded_state (once) values (true)");
            insert(sql, initial);
            return true;
        });
    }

    @Override
    public FaultsText faults() {
        return database.single(sql -> sql.query(
                        "select version, faults from planned_faults",
                        row -> new FaultsText(row.getLong(1), row.getString(2)))
                .get(0));
    }

    @Override
    public boolean replaceFaults(FaultsText seen, String text) {
        return database.transaction(sql -> sql.update(
                        "update planned_faults set version = version + 1, faults = ? where version = ?",
                        text,
                        seen.version())
                > 0);
    }

    /** Lets the pool of connections be measured from now on. */
    @Override
    public void bindTo(MeterRegistry registry) {
        database.bindTo(registry);
    }

    @Override
    public boolean isImmediate() {
        return false;
    }

    @Override
    public boolean isReady() {
        return database.isReachable();
    }

    @Override
    public void close() {
        database.close();
    }

    private <T> T locked(List<ResourceName> names, Database.Work<T> work) {
        return database.transaction(sql -> {
            NameLock.lock(sql, names);
            return work.on(sql);
        });
    }

    private static boolean isUsed(Sql sql) throws SQLException {
        return !sql.query("select once from loaded_state", row -> row.getBoolean(1))
                        .isEmpty()
                || !new ProfileTable(sql).isEmpty()
                || !new FlowTable(sql).isEmpty();
    }

    private static void insert(Sql sql, State state) throws SQLException {
        for (ConnectorProfile profile : state.profiles()) {
            new ProfileTable(sql).insert(profile);
        }
        for (Flow flow : state.flows()) {
            new FlowTable(sql).insert(flow);
        }
    }

    private static Optional<ConnectorProfile> found(ResourceName id, boolean there) {
        return there ? Optional.of(new ConnectorProfile(id)) : Optional.empty();
    }

    /** PostgreSQL has no texts with the character NUL, so that nothing can have such a name. */
    private static boolean storable(ResourceName id) {
        return id.name().indexOf('\0') < 0;
    }
}
