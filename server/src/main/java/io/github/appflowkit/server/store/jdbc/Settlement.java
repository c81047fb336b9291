package io.github.appflowkit.server.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Keeps everybody from being told of a commit before it is on the disk, in a database that lets it be seen before. What
 * one of them waits for serves all who committed until then.
 */
final class Settlement {
    private final String statement;
    private final ReadWriteLock commits = new ReentrantReadWriteLock();
    private final AtomicLong latest = new AtomicLong();
    private long settled;

    /**
     * Made for a database.
     *
     * @param statement what brings its commits to the disk, or null if they are there at once
     */
    Settlement(String statement) {
        this.statement = statement;
    }

    boolean isNeeded() {
        return statement != null;
    }

    /** Ends a transaction, which others may then see. */
    void commit(Connection connection) throws SQLException {
        commits.readLock().lock();
        try {
            // Before it can be seen, so that whoever sees it waits for it.
            latest.incrementAndGet();
            connection.commit();
        } finally {
            commits.readLock().unlock();
        }
    }

    /** Waits until all that can be seen now is on the disk. */
    void await(Connection connection) throws SQLException {
        if (isNeeded()) {
            settle(connection, latest.get());
        }
    }

    private synchronized void settle(Connection connection, long seen) throws SQLException {
        if (settled < seen) {
            long ended = ended();
            new Sql(connection).update(statement);
            settled = ended;
        }
    }

    /** The latest commit, when no one is being made. */
    private long ended() {
        commits.writeLock().lock();
        try {
            return latest.get();
        } finally {
            commits.writeLock().unlock();
        }
    }
}
