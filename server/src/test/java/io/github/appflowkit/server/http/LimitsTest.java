package io.github.appflowkit.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.server.Configuration;
import io.github.appflowkit.server.StartException;
import io.github.appflowkit.server.TestServer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is slow, large or too much is told so, or cut, and holds nobody else up. */
@Execution(ExecutionMode.CONCURRENT)
class LimitsTest {
    private static final String HEAD = "POST /stop-flow HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    private static final String GOOD = HEAD + "Content-Length: 17\r\n\r\n{\"flowName\":\"ab\"}";
    private static final int CONNECTIONS = 20;
    private static final int TAKERS = 8;

    private static TestServer server;

    @BeforeAll
    static void start() throws StartException {
        server = TestServer.start(impatient().maxHeaders(1024));
    }

    private static Configuration.Builder impatient() {
        return Configuration.builder().readTimeout(Duration.ofSeconds(1)).idleTimeout(Duration.ofSeconds(1));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "POST /sto", "POST /stop-flow HTTP/1.1\r\nHost: x\r\nX: "})
    void a_connection_without_a_whole_head_is_closed(String beginning) throws IOException {
        try (RawConnection connection = new RawConnection(server.uri())) {
            connection.send(beginning);
            assertThat(connection.rest()).isEmpty();
        }
    }

    @Test
    void headers_that_come_byte_by_byte_are_not_waited_for() throws IOException {
        try (RawConnection connection = new RawConnection(server.uri())) {
            connection.send("POST /stop-flow HTTP/1.1\r\nX: ");
            assertThat(connection.drip("a")).isLessThan(Duration.ofSeconds(8));
        }
    }

    @Test
    void a_connection_that_is_kept_and_not_used_is_closed() throws IOException {
        try (RawConnection connection = new RawConnection(server.uri())) {
            assertThat(connection.send(GOOD).answer()).startsWith("HTTP/1.1 404 ");
            assertThat(connection.isClosed()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 17", "Transfer-Encoding: chunked"})
    void a_body_that_does_not_come_is_told_so_and_ends_the_connection(String length) throws IOException {
        try (RawConnection connection = new RawConnection(server.uri())) {
            assertTooSlow(connection.send(HEAD + length + "\r\n\r\n").rest());
        }
    }

    @Test
    void a_body_that_comes_byte_by_byte_is_told_so_and_ends_the_connection() throws IOException {
        try (RawConnection connection = new RawConnection(server.uri())) {
            connection.send(HEAD + "Content-Length: 60000\r\n\r\n");
            assertThat(connection.drip(" ")).isLessThan(Duration.ofSeconds(8));
            assertTooSlow(connection.answer());
        }
    }

    @Test
    void the_body_of_a_refused_request_that_comes_byte_by_byte_is_not_waited_for() throws IOException {
        try (RawConnection connection = new RawConnection(server.uri())) {
            connection.send("POST /none HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n\r\n");
            assertThat(connection.answer()).startsWith("HTTP/1.1 404 ");
            assertThat(connection.drip(" ")).isLessThan(Duration.ofSeconds(8));
        }
    }

    @Test
    void headers_are_as_large_as_is_allowed() throws IOException {
        try (RawConnection connection = new RawConnection(server.uri())) {
            connection.send(HEAD + "X: " + "a".repeat(1024) + "\r\n\r\n");
            assertThat(connection.answer()).startsWith("HTTP/1.1 431 ");
        }
    }

    @Test
    void a_body_that_is_announced_as_too_long_is_not_waited_for() throws IOException {
        try (RawConnection connection = new RawConnection(server.uri())) {
            connection.send(HEAD + "Content-Length: 99999999\r\n\r\n");
            assertThat(connection.answer())
                    .startsWith("HTTP/1.1 413 ")
                    .contains("\r\nX-Amzn-Errortype: RequestEntityTooLargeException\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 20})
    void clients_that_take_nothing_of_their_answers_are_cut_and_hold_no_place(int requests) throws Exception {
        List<RawConnection> takers = new ArrayList<>();
        try (TestServer small = TestServer.start(impatient().maxConnections(TAKERS))) {
            for (int i = 0; i < TAKERS; i++) {
                takers.add(new RawConnection(small.uri()));
                takers.get(i).send("GET /docs/swagger-ui-bundle.js HTTP/1.1\r\nHost: x\r\n\r\n".repeat(requests));
            }
            assertThat(answerSoon(small, "HTTP/1.1 404 ")).startsWith("HTTP/1.1 404 ");
            for (RawConnection taker : takers) {
                taker.close();
            }
        }
    }

    /** What a good client is answered, as soon as that begins as expected, or at the end of patience. */
    private static String answerSoon(TestServer server, String expected) throws IOException {
        Instant end = Instant.now().plusSeconds(10);
        String answer = "";
        while (!answer.startsWith(expected) && Instant.now().isBefore(end)) {
            try (RawConnection client = new RawConnection(server.uri())) {
                answer = client.send(GOOD).answer();
            }
        }
        return answer;
    }

    @Test
    void what_too_many_connections_ask_is_refused_until_there_are_less() throws Exception {
        List<RawConnection> held = new ArrayList<>();
        try (TestServer small = TestServer.start(impatient().maxConnections(CONNECTIONS))) {
            for (int i = 0; i < CONNECTIONS; i++) {
                held.add(new RawConnection(small.uri()));
            }
            try (RawConnection surplus = new RawConnection(small.uri())) {
                assertThat(surplus.send(GOOD).rest())
                        .startsWith("HTTP/1.1 503 ")
                        .contains("\r\nX-Amzn-Errortype: ServiceUnavailableException\r\n")
                        .contains("\r\nx-amzn-RequestId: ")
                        .containsIgnoringCase("\r\nConnection: close\r\n");
            }
            for (RawConnection connection : held) {
                assertThat(connection.isClosed()).as("closed since it is idle").isTrue();
            }
            try (RawConnection after = new RawConnection(small.uri())) {
                assertThat(after.send(GOOD).answer()).startsWith("HTTP/1.1 404 ");
            }
        } finally {
            for (RawConnection connection : held) {
                connection.close();
            }
        }
    }

    private static void assertTooSlow(String answer) {
        assertThat(answer)
                .startsWith("HTTP/1.1 408 ")
                .contains("\r\nX-Amzn-Errortype: RequestTimeoutException\r\n")
                .contains("\r\nx-amzn-RequestId: ")
                .containsIgnoringCase("\r\nConnection: close\r\n")
                .endsWith("{\"message\":\"The request body did not arrive within 1 s.\"}");
    }
}
