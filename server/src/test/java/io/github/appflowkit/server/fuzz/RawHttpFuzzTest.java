package io.github.appflowkit.server.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.server.AppFlowServer;
import io.github.appflowkit.server.Configuration;
import io.github.appflowkit.server.tls.TestKeystore;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.SocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sends generated requests, well-formed or not, over connections as a client would, and holds every answer against
 * what is true of all. {@code -Dfuzz.requests=1000000} is the full run, {@code -Dfuzz.seed} another one.
 */
class RawHttpFuzzTest {
    private static final long REQUESTS = Long.getLong("fuzz.requests", 1_000);
    private static final long ROUND = 50_000;
    private static final int CLIENTS = 48;
    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void every_request_is_answered_as_documented_or_refused() throws Exception {
        try (AppFlowServer server =
                AppFlowServer.start(configuration().metrics(true).build())) {
            HttpClient client = HttpClient.newHttpClient();
            put(client, server.uri());

            FuzzReport report = run(server, SocketFactory.getDefault(), CLIENTS, REQUESTS * 7 / 10, false);

            assertThat(report.answers().keySet()).as("a mix of answers").contains(200, 400, 404, 405, 415);
            put(client, server.uri());
            assertThat(send(client, "POST", server.uri().resolve("/stop-flow"), "{\"flowName\":\"ab\"}")
                            .statusCode())
                    .as("the server is well afterwards")
                    .isEqualTo(200);
        }
    }

    @Test
    void no_request_gets_in_whose_signature_is_not_right() throws Exception {
        Configuration signed = configuration()
                .credentials(Path.of("examples/credentials.yaml"))
                .controlToken("open sesame")
                .build();
        try (AppFlowServer server = AppFlowServer.start(signed)) {
            FuzzReport report = run(server, SocketFactory.getDefault(), CLIENTS, REQUESTS * 2 / 10, true);

            assertThat(report.answers()).as("a mix of answers").containsKeys(403, 404, 405);
            assertThat(server.requests()).as("calls that got in").isEmpty();
        }
    }

    @Test
    void every_request_is_answered_over_tls_too(@TempDir Path folder) throws Exception {
        Path keystore = TestKeystore.make(folder);
        Configuration tls = configuration().tls(keystore, TestKeystore.PASSWORD).build();
        try (AppFlowServer server = AppFlowServer.start(tls)) {
            SocketFactory sockets = TestKeystore.client(keystore, "TLS").getSocketFactory();
            // To agree on keys takes longer than to send a request.
            FuzzReport report = run(server, sockets, CLIENTS / 6, REQUESTS / 10, false);

            assertThat(report.answers().keySet()).as("a mix of answers").contains(400, 404, 405);
        }
    }

    private static Configuration.Builder configuration() {
        return Configuration.builder()
                .port(0)
                .maxBody(64 * 1024)
                .readTimeout(Duration.ofSeconds(2))
                .idleTimeout(Duration.ofSeconds(4));
    }

    private static FuzzReport run(
            AppFlowServer server, SocketFactory sockets, int clients, long requests, boolean signed) throws Exception {
        FuzzRun run = new FuzzRun(server.uri(), sockets, clients, PATIENCE, SEED);
        FuzzReport report;
        do {
            report = run.send(Math.min(requests, ROUND), signed);
            System.out.println(report);
        } while (report.requests() < requests && report.flaws().isEmpty());
        assertThat(report.flaws()).isEmpty();
        assertThat(report.requests()).isGreaterThanOrEqualTo(requests);
        assertThat(report.probes()).isPositive();
        return report;
    }

    private static void put(HttpClient client, URI server) throws Exception {
        String flow = "{\"name\":\"ab\",\"trigger\":\"Event\"}";
        assertThat(send(client, "PUT", server.resolve("/_control/flows"), flow).statusCode())
                .isEqualTo(200);
    }

    private static HttpResponse<String> send(HttpClient client, String method, URI uri, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
