package io.github.appflowkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.server.store.StoreSettings;
import io.github.appflowkit.server.store.jdbc.PostgresServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A store that goes away while it is served, and comes back. */
@Timeout(120)
class StoreOutageTest {
    private static final String FLOW = "{\"name\": \"nightly\", \"trigger\": \"Scheduled\"}";
    private static final String STOP = "{\"flowName\": \"nightly\"}";

    /** "At once" for one who waits for an answer. The driver gives a database that says nothing five seconds. */
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    private static final Duration SILENCE = Duration.ofSeconds(9);

    private static final int CALLERS = 8;
    private static final int MANY = 50;

    private final AtomicInteger names = new AtomicInteger();

    @TempDir
    private Path folder;

    @Test
    void a_database_that_goes_away_is_told_at_once_and_serves_when_it_is_back() throws Exception {
        try (Relay relay = new Relay(PostgresServer.port());
                TestServer server = serve(throughRelay(relay))) {
            server.put("/_control/flows", FLOW);

            relay.cut();
            for (int i = 0; i < 3; i++) {
                assertUnavailable(server, "/stop-flow", STOP, AT_ONCE);
                assertUnavailable(server, "/delete-connector-profile", "{\"connectorProfileName\": \"crm\"}", AT_ONCE);
            }
            assertUnavailable(server, "/_control/describe", "{}", AT_ONCE);
            assertThat(server.send("GET", "/health", null).body())
                    .isEqualTo("{\"status\":\"unavailable\",\"reason\":\"The store is not ready.\"}");

            relay.restore();
            await(() -> server.send("GET", "/health", null).statusCode() == 200);
            assertThat(server.post("/stop-flow", STOP).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_fault_that_is_planned_stands_when_the_database_is_back() throws Exception {
        try (Relay relay = new Relay(PostgresServer.port());
                TestServer server = serve(throughRelay(relay))) {
            server.put("/_control/flows", FLOW);
            String fault = "{\"operation\": \"StopFlow\", \"error\": \"ThrottlingException\", \"untilReset\": true}";
            assertThat(server.post("/_control/faults", fault).statusCode()).isEqualTo(200);

            relay.cut();
            assertUnavailable(server, "/stop-flow", STOP, AT_ONCE);
            assertUnavailable(server, "/_control/faults", fault, AT_ONCE);

            relay.restore();
            await(() -> server.post("/stop-flow", STOP).statusCode() == 429);
        }
    }

    @Test
    void many_callers_are_told_as_soon_as_one() throws Exception {
        try (Relay relay = new Relay(PostgresServer.port());
                TestServer server = serve(throughRelay(relay))) {
            server.put("/_control/flows", FLOW);
            relay.cut();

            List<Duration> waits = atOneTime(MANY, () -> {
                long start = System.nanoTime();
                assertUnavailable(server.post("/stop-flow", STOP));
                return Duration.ofNanos(System.nanoTime() - start);
            });

            System.out.printf(
                    "%d callers at one time were told that the database is away within %d ms%n",
                    MANY, Collections.max(waits).toMillis());
            assertThat(waits).allMatch(wait -> wait.compareTo(AT_ONCE) < 0);
        }
    }

    @Test
    void a_database_that_says_nothing_is_told_and_serves_when_it_speaks_again() throws Exception {
        try (Relay relay = new Relay(PostgresServer.port());
                TestServer server = serve(throughRelay(relay))) {
            server.put("/_control/flows", FLOW);

            relay.silence();
            assertUnavailable(server, "/stop-flow", STOP, SILENCE);

            relay.restore();
            await(() -> server.post("/stop-flow", STOP).statusCode() == 200);
        }
    }

    @Test
    void a_disk_that_fills_up_loses_nothing_that_was_acknowledged() throws Exception {
        try (Tmpfs disk = Tmpfs.mount(folder.resolve("disk"), "size=2m")) {
            StoreSettings store =
                    new StoreSettings("jdbc:h2:file:" + disk.folder().resolve("state"), null, null);
            Set<String> acknowledged = ConcurrentHashMap.newKeySet();
            try (TestServer server = serve(store)) {
                put(server, acknowledged);
                disk.fill();
                atOneTime(CALLERS, () -> {
                    HttpResponse<String> refusal = put(server, acknowledged);
                    while (refusal.statusCode() == 200) {
                        refusal = put(server, acknowledged);
                    }
                    assertUnavailable(refusal);
                    return null;
                });

                disk.empty();
                await(() -> put(server, acknowledged).statusCode() == 200);
                assertThere(server, acknowledged);
            }
            try (TestServer restarted = serve(store)) {
                assertThere(restarted, acknowledged);
            }
        }
    }

    private HttpResponse<String> put(TestServer server, Set<String> acknowledged) {
        String name = "profile-" + names.incrementAndGet();
        HttpResponse<String> answer =
                server.send("PUT", "/_control/connector-profiles", "{\"name\": \"" + name + "\"}");
        if (answer.statusCode() == 200) {
            acknowledged.add("\"" + name + "\"");
        }
        return answer;
    }

    private static void assertThere(TestServer server, Set<String> names) {
        HttpResponse<String> answer = server.post("/_control/describe", "{}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(names);
    }

    private static <T> List<T> atOneTime(int callers, Callable<T> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(Collections.nCopies(callers, call), 60, TimeUnit.SECONDS)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static StoreSettings throughRelay(Relay relay) throws Exception {
        StoreSettings direct = PostgresServer.newDatabase();
        return new StoreSettings(
                direct.url().replace(":" + PostgresServer.port() + "/", ":" + relay.port() + "/"),
                direct.user(),
                direct.password());
    }

    private static TestServer serve(StoreSettings store) throws StartException {
        return TestServer.start(Configuration.builder().store(store));
    }

    private static void assertUnavailable(TestServer server, String path, String body, Duration bound) {
        long start = System.nanoTime();
        HttpResponse<String> answer = server.post(path, body);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(bound);
        assertUnavailable(answer);
    }

    private static void assertUnavailable(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("X-Amzn-Errortype")).contains("ServiceUnavailableException");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.body()).isEqualTo("{\"message\":\"The service is unavailable. Try again later.\"}");
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        boolean met = condition.getAsBoolean();
        while (!met && System.nanoTime() < deadline) {
            met = condition.getAsBoolean();
        }
        assertThat(met).as("within 30 s").isTrue();
    }
}
