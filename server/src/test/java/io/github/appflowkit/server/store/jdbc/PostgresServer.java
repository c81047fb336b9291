package io.github.appflowkit.server.store.jdbc;

import io.github.appflowkit.server.store.StoreSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** The PostgreSQL that all tests of a JVM use, each with databases of its own; it ends with the JVM. */
public final class PostgresServer {
    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private PostgresServer() {}

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(Path.of("target", "postgres").toFile())
                    .start();
        } catch (IOException e) {
            throw new AssertionError("PostgreSQL does not start", e);
        }
    }

    /** The port that it listens on, at 127.0.0.1. */
    public static int port() {
        return SERVER.getPort();
    }

    /** Runs a statement as the one who may do everything. */
    public static void execute(String statement) throws SQLException {
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }

    /** Makes a user who needs the password "right". */
    public static String newUser() throws Exception {
        String name = "user" + DATABASES.incrementAndGet();
        execute("create user " + name + " password 'right'");
        Path rules;
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet file = statement.executeQuery("show hba_file")) {
            file.next();
            rules = Path.of(file.getString(1));
        }
        String rule = "host all %s 127.0.0.1/32 scram-sha-256%n".formatted(name);
        Files.writeString(rules, rule + Files.readString(rules));
        execute("select pg_reload_conf()");
        return name;
    }

    /** Makes an empty database, and says where it is. */
    public static StoreSettings newDatabase() throws SQLException {
        String name = "test" + DATABASES.incrementAndGet();
        execute("create database " + name);
        return new StoreSettings("jdbc:postgresql://127.0.0.1:%d/%s".formatted(port(), name), "postgres", "postgres");
    }
}
