package io.github.appflowkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.appflowkit.server.store.StoreSettings;
import io.github.appflowkit.server.store.jdbc.PostgresServer;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three servers on one PostgreSQL, as behind a balancer; and two on one file, which cannot be. */
class SharedStoreIT {
    private static final int SERVERS = 3;
    private static final int ROUNDS = 40;
    private static final int CLIENTS = 6;

    private static final List<ServerProcess> servers = new ArrayList<>();
    private static final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);

    @BeforeAll
    static void start() throws Exception {
        StoreSettings store = PostgresServer.newDatabase();
        List<Callable<ServerProcess>> starts = Collections.nCopies(
                SERVERS,
                () -> ServerProcess.start(
                        "--store", store.url(), "--store-user", store.user(), "--store-password", store.password()));
        // At one time, so that they also make the tables at one time.
        for (Future<ServerProcess> server : clients.invokeAll(starts)) {
            servers.add(server.get());
        }
    }

    @AfterAll
    static void stop() {
        clients.shutdownNow();
        servers.forEach(ServerProcess::close);
    }

    @Test
    void each_profile_is_deleted_by_exactly_one() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String name = "profile-" + round;
            server(round).put("/_control/connector-profiles", "{\"name\": \"" + name + "\"}");

            List<Integer> statuses = atOneTime(Collections.nCopies(CLIENTS, server -> delete(server, name)));

            assertThat(statuses).containsOnlyOnce(200);
            assertThat(Collections.frequency(statuses, 404)).isEqualTo(CLIENTS - 1);
        }
    }

    @Test
    void no_stop_is_lost() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String name = "stopped-" + round;
            putFlow(server(round), name, "crm");

            // All servers' answers are read where it was not stopped, at once.
            List<String> seen = atOneTime(Collections.nCopies(CLIENTS, server -> {
                assertThat(server.post("/stop-flow", "{\"flowName\": \"" + name + "\"}")
                                .statusCode())
                        .isEqualTo(200);
                return describe(servers.get((servers.indexOf(server) + 1) % SERVERS), "flowName", name);
            }));

            assertThat(seen).allSatisfy(state -> assertThat(state).contains("\"Suspended\""));
        }
    }

    @Test
    void no_check_for_use_is_raced_by_a_flow_that_begins_to_use_the_profile() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String name = "raced-" + round;
            server(round).put("/_control/connector-profiles", "{\"name\": \"" + name + "\"}");

            List<Object> outcomes = atOneTime(List.of(server -> delete(server, name), server -> {
                putFlow(server, name, name);
                // Whoever sees the profile beside the flow that uses it must go on to see it.
                return describe(server(2), "connectorProfileName", name).contains(name);
            }));

            boolean seen = (boolean) outcomes.get(1);
            assertThat(outcomes.get(0)).isEqualTo(seen ? 409 : 200);
            assertThat(describe(server(2), "connectorProfileName", name).contains(name))
                    .isEqualTo(seen);
        }
    }

    @Test
    void a_fault_that_is_planned_on_one_is_met_on_all_and_as_often_as_planned() throws Exception {
        putFlow(server(0), "faulty", "crm");
        for (int round = 0; round < ROUNDS; round++) {
            int times = 1 + round % CLIENTS;
            plan(server(round), "'name': 'faulty', 'error': 'ThrottlingException', 'times': " + times);

            List<Integer> statuses = atOneTime(Collections.nCopies(CLIENTS, server -> stop(server, "faulty")));

            assertThat(Collections.frequency(statuses, 429)).isEqualTo(times);
            assertThat(Collections.frequency(statuses, 200)).isEqualTo(CLIENTS - times);
        }
    }

    @Test
    void a_share_of_the_calls_is_drawn_from_those_of_all() throws Exception {
        putFlow(server(0), "drawn", "crm");
        List<List<Integer>> runs = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            plan(server(run), "'name': 'drawn', 'error': 'ThrottlingException', 'share': 0.5, 'untilReset': true");
            List<Integer> statuses = new ArrayList<>();
            for (int call = 0; call < 20; call++) {
                // In another order of the servers each time.
                statuses.add(stop(server(call * (run + 1)), "drawn"));
            }
            runs.add(statuses);
            plan(server(2), "'name': 'drawn', 'times': 0");
        }

        assertThat(runs.get(0)).contains(200, 429).isEqualTo(runs.get(1));
    }

    @Test
    void a_second_server_on_a_file_is_told_in_one_line(@TempDir Path folder) throws Exception {
        String[] args = {"--store", "jdbc:h2:file:" + folder.resolve("state")};
        try (ServerProcess first = ServerProcess.start(args)) {
            assertThatThrownBy(() -> ServerProcess.start(args).close())
                    .hasMessageMatching("The server did not start: appflow-server: Cannot open the store .*"
                            + "Database may be already in use.*\\R");
            first.put("/_control/connector-profiles", "{\"name\": \"crm\"}");
        }
    }

    @Test
    void a_state_file_is_loaded_once_and_never_over_what_is_there(@TempDir Path folder) throws Exception {
        Path state = Files.writeString(folder.resolve("state.yaml"), "connectorProfiles: [{name: crm}, {name: lake}]");
        String[] args = {"--store", "jdbc:h2:file:" + folder.resolve("state"), "--state", state.toString()};
        try (ServerProcess first = ServerProcess.start(args)) {
            assertThat(delete(first, "crm")).isEqualTo(200);
        }
        try (ServerProcess second = ServerProcess.start(args)) {
            assertThat(delete(second, "crm")).isEqualTo(404);
            assertThat(delete(second, "lake")).isEqualTo(200);

            assertThat(second.post("/_control/reset", "{}").statusCode()).isEqualTo(200);
            assertThat(delete(second, "crm")).isEqualTo(200);
        }
    }

    private interface Call<T> {
        T on(ServerProcess server) throws Exception;
    }

    private static ServerProcess server(int number) {
        return servers.get(number % SERVERS);
    }

    /** Each call goes to the next server. */
    private static <T> List<T> atOneTime(List<? extends Call<? extends T>> calls) throws Exception {
        CyclicBarrier together = new CyclicBarrier(calls.size());
        List<Callable<T>> started = new ArrayList<>();
        for (Call<? extends T> call : calls) {
            ServerProcess server = server(started.size());
            started.add(() -> {
                together.await(10, TimeUnit.SECONDS);
                return call.on(server);
            });
        }
        List<T> outcomes = new ArrayList<>();
        for (Future<T> outcome : clients.invokeAll(started, 60, TimeUnit.SECONDS)) {
            outcomes.add(outcome.get());
        }
        return outcomes;
    }

    private static int delete(ServerProcess server, String profile) throws Exception {
        return server.post("/delete-connector-profile", "{\"connectorProfileName\": \"" + profile + "\"}")
                .statusCode();
    }

    private static int stop(ServerProcess server, String flow) throws Exception {
        return server.post("/stop-flow", "{\"flowName\": \"" + flow + "\"}").statusCode();
    }

    private static void plan(ServerProcess server, String members) throws Exception {
        HttpResponse<String> planned =
                server.post("/_control/faults", ("{'operation': 'StopFlow', " + members + "}").replace('\'', '"'));
        assertThat(planned.statusCode()).as(planned.body()).isEqualTo(200);
    }

    private static void putFlow(ServerProcess server, String name, String source) throws Exception {
        server.put(
                "/_control/flows",
                "{\"name\": \"%s\", \"trigger\": \"Scheduled\", \"source\": \"%s\"}".formatted(name, source));
    }

    private static String describe(ServerProcess server, String member, String name) throws Exception {
        return server.post("/_control/describe", "{\"%s\": \"%s\"}".formatted(member, name))
                .body();
    }
}
