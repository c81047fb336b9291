package io.github.appflowkit.server.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.server.AppFlowServer;
import io.github.appflowkit.server.Configuration;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import javax.net.SocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever may be wrong with an answer is seen: a relay makes it so. */
class FuzzRunTest {
    private static final int REQUESTS = 250;
    private static final int CLIENTS = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static AppFlowServer server;

    @BeforeAll
    static void start() throws Exception {
        server = AppFlowServer.start(Configuration.builder()
                .port(0)
                .readTimeout(Duration.ofMillis(200))
                .idleTimeout(Duration.ofSeconds(4))
                .build());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "HTTP/1.1 404 | HTTP/1.1 500 | a status that nothing asked for",
                "x-amzn-RequestId | x-amzn-RequestNo | no request id",
                "X-Amzn-Errortype | X-Amzn-Errorkind | no type of error",
                "application/json | application/yaml | no type of error, or no JSON",
                "\"message\" | \"massage\" | no message",
                "No operation has | java.lang.String | it tells internals",
                "{\"message\" | [\"message\" | no message",
                "probe- | prove- | the next request was answered by",
                "HTTP/1.1 400 | HTTP/1.1 200 | not refused for good",
                "HTTP/1.1 40 | HTTP/9.9 40 | Not an answer",
            })
    void a_wrong_answer_is_seen(String right, String wrong, String flaw) throws Exception {
        try (TamperingRelay relay = new TamperingRelay(server.uri(), right, wrong)) {
            assertThat(run(relay.uri(), PATIENCE).flaws()).anyMatch(found -> found.contains(flaw));
        }
    }

    @Test
    void nothing_is_seen_where_nothing_is_wrong() throws Exception {
        try (TamperingRelay relay = new TamperingRelay(server.uri(), "", "")) {
            assertThat(run(relay.uri(), PATIENCE).flaws()).isEmpty();
        }
    }

    @Test
    void a_server_that_hangs_is_seen() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 100, InetAddress.getLoopbackAddress())) {
            FuzzReport report = run(URI.create("http://127.0.0.1:" + silent.getLocalPort()), Duration.ofMillis(100));
            assertThat(report.hangs()).isPositive();
            assertThat(report.flaws()).anyMatch(found -> found.contains("neither an answer nor an end"));
        }
    }

    private static FuzzReport run(URI server, Duration patience) throws Exception {
        return new FuzzRun(server, SocketFactory.getDefault(), CLIENTS, patience, 1).send(REQUESTS, false);
    }
}
