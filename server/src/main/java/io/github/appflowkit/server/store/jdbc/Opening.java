package io.github.appflowkit.server.store.jdbc;

import io.github.appflowkit.server.store.StoreException;
import io.github.appflowkit.server.store.StoreSettings;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Finds out whether a database can be used, says in one line why it cannot, and brings its tables up to date. */
final class Opening {
    private final StoreSettings settings;
    private final Dialect dialect;
    private final Properties properties = new Properties();
    private boolean made;
    private H2File opened;

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
            Optional<H2File> file = dialect.file(settings);
            if (file.isPresent()) {
                requireWhole(file.get());
            }
            try (Connection connection = DriverManager.getConnection(url(), properties)) {
                requireWritable(connection);
            }
        } catch (SQLException | IOException e) {
            throw refused(reason(e));
        }
    }

    /** Ends the use of the database, which may be none. */
    void end() {
        if (opened != null) {
            opened.close();
            opened = null;
        }
    }

    private void requireWritable(Connection connection) throws SQLException, StoreException {
        if (connection.isReadOnly()) {
            throw refused("it can only be read");
        }
    }

    private void requireWhole(H2File file) throws SQLException, StoreException, IOException {
        if (settings.url().toUpperCase(Locale.ROOT).contains(";CIPHER=")) {
            throw refused("an encrypted file cannot be held against its end; leave CIPHER out, and encrypt the disk");
        }
        synchronized (Opening.class) {
            // Servers in one process share the file, so that all but the first have to find it made.
            if (!file.exists()) {
                make(file);
            }
            Optional<String> damage = file.isOpen() ? Optional.empty() : file.damage();
            if (damage.isPresent()) {
                throw refused(damage.get());
            }
            file.open();
            opened = file;
        }
    }

    private void make(H2File file) throws SQLException, StoreException, IOException {
        StoreSettings draft = dialect.draft(settings);
        H2File made = dialect.file(draft).orElseThrow();
        if (made.exists()) {
            made.discard();
        }
        // Open all the time, so that a server in another process cannot take it between two steps.
        try (Connection connection = DriverManager.getConnection(dialect.url(draft), properties)) {
            requireWritable(connection);
            migrate(Flyway.configure(getClass().getClassLoader())
                    .dataSource(dialect.url(draft), draft.user(), draft.password()));
        }
        made.rename(file);
        this.made = true;
    }

    /** Brings the tables up to date. */
    void migrate(DataSource database) throws StoreException {
        if (!made) {
            migrate(Flyway.configure(getClass().getClassLoader()).dataSource(database));
        }
    }

    private void migrate(FluentConfiguration configuration) throws StoreException {
        Flyway flyway = configuration
                .locations("classpath:" + getClass().getPackageName().replace('.', '/'))
                .table("appflow_schema")
                .load();
        try {
            MigrationInfo[] applied = flyway.info().applied();
            if (applied.length == 0
                    && dialect.file(settings).filter(H2File::exists).isPresent()
                    && isEmpty(flyway.getConfiguration().getDataSource())) {
                throw refused("it is there and holds nothing, as after damage; remove it to begin with a new one");
            }
            if (applied.length == 0) {
                requireRightToMakeTables(flyway.getConfiguration().getDataSource());
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

    private void requireRightToMakeTables(DataSource database) throws StoreException {
        Optional<String> lacking;
        try (Connection connection = database.getConnection()) {
            lacking = dialect.lackingRight(connection);
        } catch (SQLException e) {
            throw refused(reason(e));
        }
        if (lacking.isPresent()) {
            throw refused(lacking.get());
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

    /** What the failure says, and what the cause says that lies deepest: that alone, where it is the disk. */
    private String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (root instanceof UnknownHostException) {
            return "the host %s is unknown".formatted(root.getMessage());
        }
        if (root instanceof FileSystemException file && file.getReason() == null) {
            return "%s cannot be made, or cannot be written".formatted(file.getFile());
        }
        if (root instanceof IOException && dialect.file(settings).isPresent()) {
            return withoutCode(root);
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
