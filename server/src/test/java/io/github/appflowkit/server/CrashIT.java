package io.github.appflowkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.appflowkit.server.store.StoreSettings;
import io.github.appflowkit.server.store.jdbc.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the server again and again while clients work, and compares what they were told with what is there afterwards;
 * "-Dcrashes=50" says how often, and "-Dseed=1" when.
 */
class CrashIT {
    private static final int CRASHES = Integer.getInteger("crashes", 3);
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int CLIENTS = 4;
    private static final int MAX_STEPS_BEFORE_KILL = 300;
    private static final int MAX_KILL_DELAY_MICROS = 3_000;

    private final Random random = new Random(SEED);
    private int acknowledged;
    private int inDoubt;
    private int lost;

    @TempDir
    private Path folder;

    @Test
    void h2_loses_nothing_that_was_acknowledged() throws Exception {
        crash("H2", new StoreSettings("jdbc:h2:file:" + folder.resolve("state"), "u", "p"));
    }

    @Test
    void postgresql_loses_nothing_that_was_acknowledged() throws Exception {
        crash("PostgreSQL", PostgresServer.newDatabase());
    }

    private void crash(String name, StoreSettings store) throws Exception {
        long start = System.nanoTime();
        String[] args = {"--store", store.url(), "--store-user", store.user(), "--store-password", store.password()};
        List<Client> clients = List.of();
        for (int crash = 0; crash <= CRASHES; crash++) {
            try (ServerProcess server = ServerProcess.start(args)) {
                compare(clients, server);
                assertThat(server.post("/_control/reset", "{}").statusCode()).isEqualTo(200);
                clients = crash < CRASHES ? work(server, crash) : List.of();
            }
        }
        System.out.printf(
                "%s: %d kills, %d acknowledged answers, %d lost, %d in doubt; seed %d, %.0f s%n",
                name, CRASHES, acknowledged, lost, inDoubt, SEED, (System.nanoTime() - start) / 1e9);
        assertThat(lost).isZero();
        assertThat(acknowledged).isGreaterThan(CRASHES);
    }

    /** Lets clients work until the server is killed, at a moment that nobody knows. */
    private List<Client> work(ServerProcess server, int crash) throws Exception {
        Semaphore steps = new Semaphore(0);
        List<Client> clients = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Client client = new Client("crash-" + crash + "-client-" + i + "-", server, steps);
                clients.add(client);
                running.add(threads.submit(client::work));
            }
            int before = 1 + random.nextInt(MAX_STEPS_BEFORE_KILL);
            boolean worked = steps.tryAcquire(before, 60, TimeUnit.SECONDS);
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(MAX_KILL_DELAY_MICROS)));
            server.kill();
            for (Future<?> client : running) {
                client.get(60, TimeUnit.SECONDS);
            }
            assertThat(worked).isTrue();
        } finally {
            threads.shutdownNow();
        }
        return clients;
    }

    private void compare(List<Client> clients, ServerProcess server) throws Exception {
        JsonNode state = new JsonMapper()
                .readTree(server.post("/_control/describe", "{}").body());
        Map<String, String> profiles = new HashMap<>();
        state.path("connectorProfiles")
                .forEach(it -> profiles.put(it.get("name").asText(), "there"));
        Map<String, String> flows = new HashMap<>();
        state.path("flows")
                .forEach(it ->
                        flows.put(it.get("name").asText(), it.get("status").asText()));
        for (Client client : clients) {
            inDoubt += client.inDoubt == null ? 0 : 1;
            for (Map.Entry<String, Step> entry : client.acknowledged.entrySet()) {
                acknowledged += entry.getValue().ordinal();
                String found = profiles.get(entry.getKey()) + " " + flows.get(entry.getKey());
                boolean tried = entry.getKey().equals(client.inDoubtName) && found.equals(client.inDoubt.leaves);
                if (!found.equals(entry.getValue().leaves) && !tried) {
                    lost++;
                    System.out.printf("%s: told %s, found %s%n", entry.getKey(), entry.getValue(), found);
                }
            }
        }
    }

    /** What a client does with a profile and a flow of one name, and what is there afterwards. */
    private enum Step {
        NOTHING("null null", 0, "", "", ""),
        PUT_PROFILE("there null", 200, "PUT", "/_control/connector-profiles", "{'name':'%s'}"),
        PUT_FLOW("there Active", 200, "PUT", "/_control/flows", "{'name':'%1$s','trigger':'Event','source':'%1$s'}"),
        STOP("there Suspended", 200, "POST", "/stop-flow", "{'flowName':'%s'}"),
        DELETE_IN_USE("there Suspended", 409, "POST", "/delete-connector-profile", "{'connectorProfileName':'%s'}"),
        DELETE(
                "null Suspended",
                200,
                "POST",
                "/delete-connector-profile",
                "{'connectorProfileName':'%s','forceDelete':true}");

        private final String leaves;
        private final int status;
        private final String method;
        private final String path;
        private final String body;

        Step(String leaves, int status, String method, String path, String body) {
            this.leaves = leaves;
            this.status = status;
            this.method = method;
            this.path = path;
            this.body = body.replace('\'', '"');
        }
    }

    private static final class Client {
        private final Map<String, Step> acknowledged = new HashMap<>();
        private final String prefix;
        private final ServerProcess server;
        private final Semaphore steps;
        private String inDoubtName;
        private Step inDoubt;

        Client(String prefix, ServerProcess server, Semaphore steps) {
            this.prefix = prefix;
            this.server = server;
            this.steps = steps;
        }

        /** Works until the server does not answer. */
        Void work() throws Exception {
            for (int i = 0; ; i++) {
                String name = prefix + i;
                acknowledged.put(name, Step.NOTHING);
                for (Step step : Step.values()) {
                    if (step == Step.NOTHING) {
                        continue;
                    }
                    try {
                        var answer = server.send(step.method, step.path, step.body.formatted(name));
                        assertThat(answer.statusCode())
                                .as(step + " " + answer.body())
                                .isEqualTo(step.status);
                        acknowledged.put(name, step);
                        steps.release();
                    } catch (IOException e) {
                        inDoubtName = name;
                        inDoubt = step;
                        return null;
                    }
                }
            }
        }
    }
}
