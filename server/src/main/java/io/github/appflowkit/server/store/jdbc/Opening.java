package io.github.appflowkit.server.store.jdbc;

import io.github.appflowkit.server.store.StoreException;
import io.github.appflowkit.server.store.StoreSettings;
import java.io.IOException;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** Finds out whether a database can be used, says in one line why it cannot, and brings its tables up to date. */
final class Opening {
    private final StoreSettings settings;
    private final Dialect dialect;
    private final Properties properties = new Properties();
    private boolean begun;

    Opening(StoreSettings settings) {
        this.settings = settings;
        this.dialect = Dialect.of(settings);
        dialect.complete(properties);
        if (settings.user() != null) {
            properties.setProperty("user", settings.user());
        }
        if (settings.password() != null) {
            properties.setProperty("password", settings.password());
        }
    }

    Dialect dialect() {
        return dialect;
    }

    String url() {
        return dialect.url(settings);
    }

    Properties properties() {
        return properties;
    }

    /** Connects once without the pool, which would try again and again. */
    void requireUsable() throws StoreException {
        try {
            begun = dialect.isThere(settings);
            Optional<String> damage = dialect.damage(settings);
            if (damage.isPresent()) {
                throw refused(damage.get());
            }
            try (Connection connection = DriverManager.getConnection(url(), properties)) {
                if (connection.isReadOnly()) {
                    throw refused("it can only be read");
                }
            }
        } catch (SQLException | IOException e) {
            throw refused(reason(e));
        }
    }

    void migrate(DataSource database) throws StoreException {
        Flyway flyway = Flyway.configure(getClass().getClassLoader())
                .dataSource(database)
                .locations("classpath:" + getClass().getPackageName().replace('.', '/'))
                .table("appflow_schema")
                .load();
        try {
            MigrationInfo[] applied = flyway.info().applied();
            if (begun && applied.length == 0 && isEmpty(database)) {
                throw refused("it is there and holds nothing, as after damage; remove it to begin with a new one");
            }
            for (MigrationInfo migration : applied) {
                if (migration.getState() == MigrationState.FUTURE_SUCCESS) {
                    throw refused("its tables are of version %s, which a newer server made; start that one"
                            .formatted(migration.getVersion()));
                }
            }
            flyway.migrate();
        } catch (FlywayException e) {
            throw refused(
                    e.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE
                            ? "it holds tables of something else; give the server a database, or a schema, of its own"
                            : reason(e));
        }
    }

    private boolean isEmpty(DataSource database) throws StoreException {
        try (Connection connection = database.getConnection();
                ResultSet tables = connection
                        .getMetaData()
                        .getTables(null, connection.getSchema(), null, new String[] {"TABLE"})) {
            return !tables.next();
        } catch (SQLException e) {
            throw refused(reason(e));
        }
    }

    private StoreException refused(String reason) {
        return new StoreException(settings, reason.replaceAll("\\s+", " ").trim());
    }

    /** What the failure says, and what the cause says that lies deepest. */
    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (root instanceof UnknownHostException) {
            return "the host %s is unknown".formatted(root.getMessage());
        }
        String outer = withoutCode(failure);
        String inner = withoutCode(root);
        return inner.isEmpty() || outer.contains(inner) ? outer : outer.replaceFirst("\\.$", "") + ": " + inner;
    }

    /** Without H2's number of the message, and PostgreSQL's word for its weight. */
    private static String withoutCode(Throwable failure) {
        return String.valueOf(failure.getMessage())
                .replaceAll("\\s*\\[[0-9./-]+]", "")
                .replaceFirst("^FATAL: ", "");
    }
}
