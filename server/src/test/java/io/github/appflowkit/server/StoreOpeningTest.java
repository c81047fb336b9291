package io.github.appflowkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.server.account.Scope;
import io.github.appflowkit.server.profile.ConnectorProfile;
import io.github.appflowkit.server.store.StoreSettings;
import io.github.appflowkit.server.store.jdbc.JdbcStore;
import io.github.appflowkit.server.store.jdbc.PostgresServer;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A store that cannot be used is told in one line. */
@Timeout(60)
class StoreOpeningTest {
    /** Where the contents of a file of H2 begin. */
    private static final int CONTENT = 8192;

    private static final int SERVERS = 3;
    private static final Scope SCOPE = new Scope("123456789012", "us-east-1");

    @TempDir
    private Path folder;

    @Test
    void a_file_that_is_cut_off_is_not_taken_for_an_older_database() throws Exception {
        StoreSettings store = filledH2();
        Path file = folder.resolve("state.mv.db");
        for (long rest : List.of(CONTENT + 1L, (long) CONTENT)) {
            try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
                content.setLength(rest);
            }
            assertThat(refusal(store))
                    .isEqualTo(
                            file
                                    + " is cut off or damaged, or no database of H2; put a copy of it back, or name another file");
            assertThat(file).hasSize(rest);
        }
    }

    @Test
    void a_file_with_a_damaged_middle_is_told() throws Exception {
        StoreSettings store = filledH2();
        Path file = folder.resolve("state.mv.db");
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
            long length = content.length();
            content.seek(CONTENT);
            content.write(new byte[(int) length - CONTENT]);
        }

        assertThat(refusal(store))
                .isEqualTo(file
                        + " is cut off or damaged, or no database of H2; put a copy of it back, or name another file");
    }

    @Test
    void a_database_without_tables_is_not_taken_for_a_new_one() throws Exception {
        execute(h2(), "create table diary (entry varchar(9))");
        execute(h2(), "drop table diary");

        assertThat(refusal(h2()))
                .isEqualTo("it is there and holds nothing, as after damage; remove it to begin with a new one");
    }

    @Test
    void what_a_server_left_that_was_killed_while_it_made_the_file_is_in_nobodys_way() throws Exception {
        Path draft = Files.writeString(folder.resolve("state.new.mv.db"), "half of it");

        filledH2();

        assertThat(draft).doesNotExist();
        assertThat(folder.resolve("state.mv.db")).exists();
    }

    @Test
    void servers_of_one_process_that_start_at_one_time_share_the_file_that_one_of_them_makes() throws Exception {
        Callable<JdbcStore> start = () -> JdbcStore.open(h2());
        ExecutorService threads = Executors.newFixedThreadPool(SERVERS);
        List<JdbcStore> stores = new ArrayList<>();
        try {
            for (Future<JdbcStore> started : threads.invokeAll(Collections.nCopies(SERVERS, start))) {
                stores.add(started.get());
            }
            stores.get(0).put(new ConnectorProfile(SCOPE.name("crm")));
            assertThat(stores)
                    .allMatch(store -> store.findProfile(SCOPE.name("crm")).isPresent());
        } finally {
            threads.shutdownNow();
            stores.forEach(JdbcStore::close);
        }
    }

    @Test
    void a_file_of_something_else_is_told_and_left_alone() throws Exception {
        Path file = Files.writeString(folder.resolve("state.mv.db"), "dear diary");

        assertThat(refusal(h2()))
                .isEqualTo(file
                        + " is cut off or damaged, or no database of H2; put a copy of it back, or name another file");
        assertThat(file).hasContent("dear diary");
    }

    @Test
    void a_file_that_holds_nothing_of_a_database_is_told() throws Exception {
        Path file = folder.resolve("state.mv.db");
        new MVStore.Builder().fileName(file.toString()).open().close();

        assertThat(refusal(h2()))
                .isEqualTo(file
                        + " is cut off or damaged, or no database of H2; put a copy of it back, or name another file");
    }

    @Test
    void an_empty_file_is_told() throws Exception {
        Path file = Files.createFile(folder.resolve("state.mv.db"));

        assertThat(refusal(h2())).isEqualTo(file + " is empty; remove it to begin with a new database");
    }

    @Test
    void an_encrypted_file_is_not_made() throws Exception {
        assertThat(refusal(new StoreSettings(h2().url() + ";cipher=AES", "sa", "file user")))
                .isEqualTo("an encrypted file cannot be held against its end; leave CIPHER out, and encrypt the disk");
        assertThat(folder.resolve("state.mv.db")).doesNotExist();
    }

    @Test
    void another_ones_password_is_told_and_not_shown() throws Exception {
        filledH2();

        assertThat(refusal(new StoreSettings(h2().url(), "admin", "s3cret"))).isEqualTo("Wrong user name or password");
    }

    @Test
    void a_folder_that_can_only_be_read_is_told() throws Exception {
        try (Tmpfs disk = Tmpfs.mount(folder.resolve("disk"), "ro,size=1m")) {
            assertThat(refusal(h2(disk.folder()))).contains("Read-only file system");
        }
    }

    @Test
    void a_folder_that_cannot_be_made_is_told() throws Exception {
        Path file = Files.writeString(folder.resolve("diary"), "dear diary");

        assertThat(refusal(h2(file))).isEqualTo(file + " cannot be made, or cannot be written");
    }

    @Test
    void a_database_that_can_only_be_read_is_told() throws Exception {
        filledH2();
        try (Tmpfs disk = Tmpfs.mount(folder.resolve("disk"), "size=4m")) {
            Files.copy(folder.resolve("state.mv.db"), disk.folder().resolve("state.mv.db"));
            disk.protect();

            assertThat(refusal(h2(disk.folder()))).isEqualTo("it can only be read");
        }
    }

    @Test
    void a_full_disk_is_told() throws Exception {
        try (Tmpfs disk = Tmpfs.mount(folder.resolve("disk"), "size=64k")) {
            disk.fill();

            assertThat(refusal(h2(disk.folder()))).contains("No space left on device");
        }
    }

    @Test
    void a_disk_that_fills_up_while_the_file_is_made_is_told() throws Exception {
        for (String size : List.of("12k", "32k", "64k")) {
            try (Tmpfs disk = Tmpfs.mount(folder.resolve("disk-" + size), "size=" + size)) {
                assertThat(refusal(h2(disk.folder()))).as(size).contains("No space left on device");
                assertThat(disk.folder().resolve("state.mv.db")).doesNotExist();
            }
        }
    }

    @Test
    void a_url_that_h2_does_not_understand_is_told() throws Exception {
        assertThat(refusal(new StoreSettings(h2().url() + ";FOO=1", null, null)))
                .isEqualTo("Unsupported connection setting \"FOO\"");
    }

    @Test
    void a_port_without_a_database_is_told() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }

        assertThat(refusal(new StoreSettings("jdbc:postgresql://127.0.0.1:" + port + "/x", null, null)))
                .startsWith("Connection to 127.0.0.1:" + port + " refused")
                .endsWith("TCP/IP connections: Connection refused");
    }

    @Test
    void a_host_that_is_unknown_is_told() throws Exception {
        assertThat(refusal(new StoreSettings("jdbc:postgresql://no.such.host.invalid/x?password=s3cret", null, null)))
                .isEqualTo("the host no.such.host.invalid is unknown");
    }

    @Test
    void a_url_that_postgresql_does_not_understand_is_told() throws Exception {
        assertThat(refusal(new StoreSettings("jdbc:postgresql://127.0.0.1:x/x?password=s3cret", null, null)))
                .startsWith("Unable to parse URL jdbc:postgresql://127.0.0.1:x/x");
    }

    @Test
    void a_wrong_password_is_told() throws Exception {
        String user = PostgresServer.newUser();
        String url = PostgresServer.newDatabase().url();

        assertThat(refusal(new StoreSettings(url, user, "s3cret")))
                .isEqualTo("password authentication failed for user \"" + user + "\"");
        assertThat(refusal(new StoreSettings(url + "?user=" + user + "&password=s3cret", null, null)))
                .isEqualTo("password authentication failed for user \"" + user + "\"");
    }

    @Test
    void a_user_who_may_make_no_tables_is_told() throws Exception {
        String user = PostgresServer.newUser();

        assertThat(refusal(new StoreSettings(PostgresServer.newDatabase().url(), user, "right")))
                .isEqualTo("the user " + user + " may make no tables in the schema public; grant CREATE on it");
    }

    @Test
    void a_database_that_does_not_exist_is_told() throws Exception {
        assertThat(refusal(new StoreSettings(
                        "jdbc:postgresql://127.0.0.1:" + PostgresServer.port() + "/nowhere", "postgres", null)))
                .isEqualTo("database \"nowhere\" does not exist");
    }

    @Test
    void a_database_with_other_tables_is_told_and_left_alone() throws Exception {
        for (StoreSettings store : List.of(h2(), PostgresServer.newDatabase())) {
            execute(store, "create table diary (entry varchar(9))");

            assertThat(refusal(store))
                    .isEqualTo(
                            "it holds tables of something else; give the server a database, or a schema, of its own");

            execute(store, "insert into diary values ('dear')");
        }
    }

    @Test
    void a_database_of_a_newer_server_is_told() throws Exception {
        for (StoreSettings store : List.of(h2(), PostgresServer.newDatabase())) {
            JdbcStore.open(store).close();
            execute(
                    store,
                    "insert into \"appflow_schema\" select 9, '9', \"description\", \"type\", 'V9__more.sql', \"checksum\","
                            + " \"installed_by\", \"installed_on\", \"execution_time\", \"success\""
                            + " from \"appflow_schema\" where \"version\" = '1'");

            assertThat(refusal(store))
                    .isEqualTo("its tables are of version 9, which a newer server made; start that one");
        }
    }

    private StoreSettings h2() {
        return h2(folder);
    }

    private static StoreSettings h2(Path folder) {
        return new StoreSettings("jdbc:h2:file:" + folder.resolve("state"), null, null);
    }

    private StoreSettings filledH2() throws Exception {
        StoreSettings settings = h2();
        try (JdbcStore store = JdbcStore.open(settings)) {
            for (int i = 0; i < 20; i++) {
                store.put(new ConnectorProfile(SCOPE.name("profile-" + i)));
            }
        }
        return settings;
    }

    private static void execute(StoreSettings store, String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection(store.url(), store.user(), store.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Starts the command with the store, sees it refuse in one line, and returns what that line gives as the reason. */
    private static String refusal(StoreSettings store) {
        List<String> args = new ArrayList<>(List.of("--port", "0", "--store", store.url()));
        if (store.user() != null) {
            args.addAll(List.of("--store-user", store.user()));
        }
        if (store.password() != null) {
            args.addAll(List.of("--store-password", store.password()));
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = ServerCommand.run(
                new PrintWriter(out, true), new PrintWriter(err, true), Surroundings.NONE, args.toArray(String[]::new));

        assertThat(exit).as(err.toString()).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines()).singleElement().asString().doesNotContain("s3cret");
        String beginning = "appflow-server: Cannot open the store " + store + ": ";
        assertThat(err.toString()).startsWith(beginning);
        return err.toString().substring(beginning.length()).trim();
    }
}
