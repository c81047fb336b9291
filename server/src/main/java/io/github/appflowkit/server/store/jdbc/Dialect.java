package io.github.appflowkit.server.store.jdbc;

import io.github.appflowkit.server.store.StoreSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;

/** What has to be done for a database that another does not need. */
enum Dialect {
    /**
     * Writes a commit to its file at once, since a thread of H2's that does so later would go on after a disk was full, and
     * harm the file. It leaves it to the system when the disk has it: a checkpoint waits until it does. Old contents are
     * kept for a second and not for H2's 45, in which the file would grow by hundreds of megabytes; they are for disks that
     * nobody waits for. It is left to the server when to close the file, which has requests to finish first.
     *
     * @see <a href="https://github.com/h2database/h2database/pull/4338">What H2's thread does after a failure</a>
     */
    H2("jdbc:h2:file:", "checkpoint sync", null) {
        @Override
        String url(StoreSettings settings) {
            // What goes wrong is told by the server; H2 would write it to a file beside the database, too.
            return "jdbc:h2:file:" + path(settings)
                    + ";WRITE_DELAY=0;RETENTION_TIME=1000;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";
        }

        @Override
        Optional<H2File> file(StoreSettings settings) {
            String path = path(settings).replaceFirst(";.*", "").replaceFirst("^~", System.getProperty("user.home"));
            return Optional.of(new H2File(path + ".mv.db"));
        }

        @Override
        StoreSettings draft(StoreSettings settings) {
            return new StoreSettings(
                    settings.url().replaceFirst("(?s)(;.*)?$", ".new$1"), settings.user(), settings.password());
        }

        /** With the settings that may follow it. H2 wants to see that a path is a relative one; a file system may be named before. */
        private static String path(StoreSettings settings) {
            String path = settings.url().substring("jdbc:h2:file:".length());
            return path.matches("(?s)([/~.\\\\]|[A-Za-z]+:).*") ? path : "./" + path;
        }
    },

    /** Lets no statement, and no transaction of a server that is gone, keep others waiting; times are seconds. */
    POSTGRESQL(
            "jdbc:postgresql:", null, "set statement_timeout = '4s'; set idle_in_transaction_session_timeout = '10s'") {
        @Override
        void complete(Properties properties) {
            properties.setProperty("ApplicationName", "appflow-server");
            properties.setProperty("connectTimeout", "2");
            properties.setProperty("loginTimeout", "4");
            properties.setProperty("socketTimeout", "5");
            properties.setProperty("tcpKeepAlive", "true");
        }

        @Override
        Optional<String> lackingRight(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet lacking = statement.executeQuery("select current_user, current_schema()"
                            + " where not has_schema_privilege(current_schema(), 'CREATE')")) {
                return lacking.next()
                        ? Optional.of("the user %s may make no tables in the schema %s; grant CREATE on it"
                                .formatted(lacking.getString(1), lacking.getString(2)))
                        : Optional.empty();
            }
        }
    };

    private final String prefix;
    private final String settle;
    private final String greeting;

    Dialect(String prefix, String settle, String greeting) {
        this.prefix = prefix;
        this.settle = settle;
        this.greeting = greeting;
    }

    static Dialect of(StoreSettings settings) {
        for (Dialect dialect : values()) {
            if (settings.url().startsWith(dialect.prefix)) {
                return dialect;
            }
        }
        throw new IllegalArgumentException("No database that is known: " + settings);
    }

    /** The URL to connect to. */
    String url(StoreSettings settings) {
        return settings.url();
    }

    /** The file that it is, if it is one. */
    Optional<H2File> file(StoreSettings settings) {
        return Optional.empty();
    }

    /** Where a file is made until it has its tables, so that one that has its name always has them. */
    StoreSettings draft(StoreSettings settings) {
        throw new UnsupportedOperationException(this + " has no files");
    }

    /** Adds to the driver's properties what the URL may still override. */
    void complete(Properties properties) {
        // Nothing, where the URL says all.
    }

    /** Why no tables can be made, where Flyway would try for ten seconds before it tells; empty if they can. */
    Optional<String> lackingRight(Connection connection) throws SQLException {
        return Optional.empty();
    }

    /** The statement after which all commits are on the disk, or null where they always are. */
    String settle() {
        return settle;
    }

    /** The statement that a connection begins with, or null. */
    String greeting() {
        return greeting;
    }
}
