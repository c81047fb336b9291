package io.github.appflowkit.server.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.github.appflowkit.server.problem.Problem;
import io.github.appflowkit.server.problem.ProblemKind;
import io.github.appflowkit.server.store.StoreException;
import io.github.appflowkit.server.store.StoreSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Runs work on connections of a pool, and tells a database that cannot serve now from a defect of ours. */
final class Database implements AutoCloseable {
    /** Some statements that belong together. */
    interface Work<T> {
        T on(Sql sql) throws SQLException;
    }

    /** Longer than a connection is ever waited for while the database serves, and short for who is told that it does not. */
    private static final long WAIT_MILLIS = 1_000;

    private static final long VALIDATION_MILLIS = 500;
    private static final int TRIES = 5;

    /** Nothing of the transaction was done, because another one was in its way: a conflict, or a deadlock. */
    private static final Set<String> TRY_AGAIN = Set.of("40001", "40P01");

    /** Data, constraints, syntax, and features: what only wrong statements meet. */
    private static final Set<String> DEFECTS = Set.of("07", "0A", "21", "22", "23", "42");

    private final HikariDataSource pool;
    private final Settlement settlement;
    private final Opening opening;

    private Database(HikariDataSource pool, Settlement settlement, Opening opening) {
        this.opening = opening;
        this.pool = pool;
        this.settlement = settlement;
    }

    static Database open(StoreSettings settings) throws StoreException {
        Opening opening = new Opening(settings);
        try {
            opening.requireUsable();
            return open(opening);
        } catch (StoreException | RuntimeException e) {
            opening.end();
            throw e;
        }
    }

    private static Database open(Opening opening) throws StoreException {
        HikariDataSource pool = new HikariDataSource(poolOf(opening));
        try {
            opening.migrate(pool);
            return new Database(pool, new Settlement(opening.dialect().settle()), opening);
        } catch (StoreException | RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private static HikariConfig poolOf(Opening opening) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("appflow-store");
        config.setJdbcUrl(opening.url());
        config.setDataSourceProperties(opening.properties());
        config.setConnectionInitSql(opening.dialect().greeting());
        config.setConnectionTimeout(WAIT_MILLIS);
        config.setValidationTimeout(VALIDATION_MILLIS);
        config.setInitializationFailTimeout(-1);
        return config;
    }

    /**
     * Runs statements each of which is a transaction of its own. Where commits have to be settled, they only read: what is
     * seen of them before is not known to be seen.
     */
    <T> T single(Work<T> work) {
        return connected(connection -> work.on(new Sql(connection)));
    }

    /**
     * Runs statements of which one changes rows, and is the last: the work is a transaction where commits have to be
     * settled, and each of its statements one where they need not be.
     */
    <T> T change(Work<T> work) {
        return settlement.isNeeded() ? transaction(work) : single(work);
    }

    /** Runs work as one transaction, which is undone if the work throws anything. */
    <T> T transaction(Work<T> work) {
        return connected(connection -> inTransaction(connection, work));
    }

    /** Runs statements that only read, and see all tables as they are at one moment. */
    <T> T snapshot(Work<T> work) {
        return connected(connection -> {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            T result = work.on(new Sql(connection));
            connection.rollback();
            return result;
        });
    }

    void bindTo(MeterRegistry registry) {
        pool.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(registry));
    }

    boolean isReachable() {
        try (Connection connection = pool.getConnection()) {
            return connection.isValid((int) TimeUnit.MILLISECONDS.toSeconds(WAIT_MILLIS));
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        pool.close();
        opening.end();
    }

    private interface Use<T> {
        T of(Connection connection) throws SQLException;
    }

    private <T> T connected(Use<T> use) {
        for (int tries = 1; ; tries++) {
            try (Connection connection = pool.getConnection()) {
                return used(connection, use);
            } catch (SQLException e) {
                if (tries == TRIES || !TRY_AGAIN.contains(String.valueOf(e.getSQLState()))) {
                    throw failure(e);
                }
            } catch (AssertionError e) {
                // H2's own, where assertions are on: of a database that a full disk has just closed for another call.
                throw unavailable(e);
            }
        }
    }

    /** A connection that is no more is not used again; the pool does not know of H2's, after a full disk. */
    private <T> T used(Connection connection, Use<T> use) throws SQLException {
        try {
            return settled(connection, use);
        } catch (SQLNonTransientConnectionException e) {
            pool.evictConnection(connection);
            throw e;
        }
    }

    private <T> T inTransaction(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            T result = work.on(new Sql(connection));
            settlement.commit(connection);
            return result;
        } catch (SQLException | RuntimeException e) {
            try {
                connection.rollback();
            } catch (SQLException lost) {
                e.addSuppressed(lost);
            }
            throw e;
        }
    }

    /** A refusal, too, tells what was read. */
    private <T> T settled(Connection connection, Use<T> use) throws SQLException {
        T result;
        try {
            result = use.of(connection);
        } catch (RuntimeException refusal) {
            settlement.await(connection);
            throw refusal;
        }
        settlement.await(connection);
        return result;
    }

    private static RuntimeException failure(SQLException cause) {
        String state = String.valueOf(cause.getSQLState());
        if (state.length() == 5 && DEFECTS.contains(state.substring(0, 2))) {
            return new IllegalStateException("A statement of the store is wrong", cause);
        }
        return unavailable(cause);
    }

    private static Problem unavailable(Throwable cause) {
        return new Problem(ProblemKind.UNAVAILABLE, ProblemKind.UNAVAILABLE.message(), cause);
    }
}
