package io.github.appflowkit.benchmark;

import io.github.appflowkit.server.account.Scope;
import io.github.appflowkit.server.flow.Flow;
import io.github.appflowkit.server.flow.FlowStatus;
import io.github.appflowkit.server.flow.Trigger;
import io.github.appflowkit.server.profile.ConnectorProfile;
import io.github.appflowkit.server.store.State;
import io.github.appflowkit.server.store.StoreException;
import io.github.appflowkit.server.store.StoreSettings;
import io.github.appflowkit.server.store.jdbc.JdbcStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Flows in a database, each of which is stopped once, by the store or by hand. */
final class StoppedFlows implements AutoCloseable {
    private static final Scope SCOPE = new Scope("123456789012", "us-east-1");

    /** What stops them. */
    enum Way {
        STORE,
        JDBC;

        @Override
        public String toString() {
            return this == STORE ? "store" : "bare JDBC";
        }
    }

    private final JdbcStore store;
    private final List<Connection> connections = new ArrayList<>();
    private final ExecutorService threads;
    private final String settle;
    private final int flows;

    StoppedFlows(StoreSettings settings, int flows, int connections) throws StoreException, SQLException {
        this.flows = flows;
        boolean h2 = settings.url().startsWith("jdbc:h2:");
        // What the store does before it answers, too: H2's commits are on the disk no sooner.
        settle = h2 ? "checkpoint sync" : null;
        store = JdbcStore.open(settings);
        threads = Executors.newFixedThreadPool(connections);
        String url = settings.url()
                + (h2 ? ";WRITE_DELAY=0;RETENTION_TIME=1000;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0" : "");
        for (int i = 0; i < connections; i++) {
            this.connections.add(DriverManager.getConnection(url, settings.user(), settings.password()));
        }
        store.replaceAll(new State(
                List.of(new ConnectorProfile(SCOPE.name("crm"))),
                IntStream.range(0, flows)
                        .mapToObj(flow -> new Flow(
                                SCOPE.name("flow-" + flow),
                                Trigger.SCHEDULED,
                                FlowStatus.ACTIVE,
                                "crm",
                                List.of("lake")))
                        .toList()));
    }

    /** Stops all of them, by as many threads as there are connections. */
    double perSecond(Way way) {
        try {
            start();
            AtomicInteger next = new AtomicInteger();
            List<Callable<Void>> loops = new ArrayList<>();
            for (Connection connection : connections) {
                loops.add(() -> way == Way.STORE ? stopByStore(next) : stopByHand(next, connection));
            }
            long begin = System.nanoTime();
            for (Future<Void> loop : threads.invokeAll(loops)) {
                loop.get();
            }
            return flows / ((System.nanoTime() - begin) / 1e9);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether all are, as the store sees them. */
    boolean areStopped() {
        return store.snapshot().flows().stream().allMatch(flow -> flow.status() == FlowStatus.SUSPENDED);
    }

    private void start() throws SQLException {
        try (Statement statement = connections.get(0).createStatement()) {
            statement.executeUpdate("update flow set status = 'ACTIVE'");
        }
    }

    private Void stopByStore(AtomicInteger next) {
        for (int flow = next.getAndIncrement(); flow < flows; flow = next.getAndIncrement()) {
            store.stopFlow(SCOPE.name("flow-" + flow));
        }
        return null;
    }

    private Void stopByHand(AtomicInteger next, Connection connection) throws SQLException {
        try (PreparedStatement stop = connection.prepareStatement(
                        "update flow set status = 'SUSPENDED' where account = ? and region = ? and name = ?"
                                + " and status in ('ACTIVE', 'ERRORED') and started_by <> 'ON_DEMAND'");
                Statement settled = connection.createStatement()) {
            for (int flow = next.getAndIncrement(); flow < flows; flow = next.getAndIncrement()) {
                stop.setString(1, SCOPE.account());
                stop.setString(2, SCOPE.region());
                stop.setString(3, "flow-" + flow);
                if (stop.executeUpdate() != 1) {
                    throw new BenchmarkException("flow-%d was not stopped".formatted(flow));
                }
                if (settle != null) {
                    settled.execute(settle);
                }
            }
        }
        return null;
    }

    @Override
    public void close() throws SQLException {
        threads.shutdownNow();
        for (Connection connection : connections) {
            connection.close();
        }
        store.close();
    }
}
