package io.github.appflowkit.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.server.StartException;
import io.github.appflowkit.server.TestServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What happens below the messages: connections that last, and bytes that are no HTTP. Where a fault is planned, all
 * requests are served by workers, else by the threads that read them.
 */
@ParameterizedClass(name = "a fault is planned: {0}")
@ValueSource(booleans = {false, true})
class ConnectionTest {
    private static final String HEAD = "POST /stop-flow HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    private static final String GOOD = HEAD + "Content-Length: 17\r\n\r\n{\"flowName\":\"ab\"}";

    private static TestServer server;

    @Parameter
    private boolean planned;

    @BeforeParameterizedClassInvocation
    static void start(boolean planned) throws StartException {
        server = TestServer.start();
        server.put("/_control/flows", "{\"name\":\"ab\",\"trigger\":\"Event\"}");
        if (planned) {
            server.post(
                    "/_control/faults",
                    "{\"operation\":\"StopFlow\",\"name\":\"fails\",\"error\":\"InternalServerException\",\"times\":9}");
        }
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                HEAD + "Content-Length: 1\r\n\r\n{",
                HEAD + "Content-Length: 2\r\n\r\n{}",
                HEAD + "Content-Length: 20\r\n\r\n{\"flowName\":\"fails\"}",
                HEAD + "Content-Length: 19\r\n\r\n{\"flowName\":\"none\"}",
                HEAD + "Accept: text/html\r\nContent-Length: 17\r\n\r\n{\"flowName\":\"ab\"}",
                HEAD + "Content-Encoding: gzip\r\nContent-Length: 17\r\n\r\n{\"flowName\":\"ab\"}",
                HEAD + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"flo\r\n2\r\n\"}\r\n0\r\n\r\n",
                "POST /stop-flow HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 3\r\n\r\nabc",
                "POST /stop-flow HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
                "POST /none HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc",
                "PUT /stop-flow HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc",
                "GET /stop-flow HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc",
                "POST /stop-flow HTTP/1.1\r\nHost: x:\u00e9\r\nContent-Length: 3\r\n\r\nabc",
                "POST /stop|flow%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "TRACE /stop-flow HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc",
                "TRACE / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"
            })
    void a_connection_outlives_a_refused_request(String refused) throws IOException {
        try (RawConnection connection = new RawConnection(server.uri())) {
            assertThat(connection.send(refused).answer())
                    .matches("(?s)HTTP/1.1 [45].*")
                    .doesNotContainIgnoringCase("connection: close")
                    .contains("\r\nx-amzn-RequestId: ", "\r\nX-Amzn-Errortype: ", "\r\nDate: ");
            assertThat(connection.send(GOOD).answer()).startsWith("HTTP/1.1 200 ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\n\r\n" + GOOD,
                HEAD + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"flo\r\nc\r\nwName\":\"ab\"}\r\n0\r\n\r\n",
                HEAD + "Content-Encoding: identity\r\nContent-Length: 17\r\n\r\n{\"flowName\":\"ab\"}",
                HEAD + "Expect: something-else\r\nContent-Length: 17\r\n\r\n{\"flowName\":\"ab\"}",
                HEAD + "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n"
                        + "Content-Length: 17\r\n\r\n{\"flowName\":\"ab\"}",
                "POST http://x/stop-flow HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 17\r\n\r\n{\"flowName\":\"ab\"}",
                "POST /stop-flow?%zz=|{} HTTP/1.1\r\nHost: a_b:80\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 17\r\n\r\n{\"flowName\":\"ab\"}"
            })
    void an_unusual_request_is_served(String request) throws IOException {
        try (RawConnection connection = new RawConnection(server.uri())) {
            assertThat(connection.send(request).answer()).startsWith("HTTP/1.1 200 ");
            assertThat(connection.send(GOOD).answer()).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void a_client_that_waits_for_a_continue_gets_one() throws IOException {
        try (RawConnection connection = new RawConnection(server.uri())) {
            connection.send(HEAD + "Expect: 100-continue\r\nContent-Length: 17\r\n\r\n");
            assertThat(connection.answer()).startsWith("HTTP/1.1 100 ");
            assertThat(connection.send("{\"flowName\":\"ab\"}").answer()).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void requests_that_are_sent_at_once_are_answered_in_order() throws IOException {
        try (RawConnection connection = new RawConnection(server.uri())) {
            connection.send(GOOD + HEAD + "Content-Length: 1\r\n\r\n{" + GOOD);
            assertThat(connection.answer()).startsWith("HTTP/1.1 200 ");
            assertThat(connection.answer()).startsWith("HTTP/1.1 400 ");
            assertThat(connection.answer()).startsWith("HTTP/1.1 200 ");
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void many_requests_that_are_sent_at_once_are_told_apart(String request) throws IOException {
        try (RawConnection connection = new RawConnection(server.uri())) {
            connection.send(request.repeat(20));
            String first = answerWithoutIds(connection);
            for (int i = 1; i < 20; i++) {
                assertThat(answerWithoutIds(connection)).as("answer %d", i).isEqualTo(first);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_request_that_is_read_in_part_is_still_whole_when_others_were_served(String request) throws IOException {
        for (int part = 1; part < request.length(); part += 13) {
            try (RawConnection connection = new RawConnection(server.uri())) {
                connection.send(request + request.substring(0, part));
                String first = answerWithoutIds(connection);
                for (int i = 0; i < 4; i++) {
                    try (RawConnection other = new RawConnection(server.uri())) {
                        assertThat(other.send(GOOD).answer()).startsWith("HTTP/1.1 200 ");
                    }
                }
                connection.send(request.substring(part));
                assertThat(answerWithoutIds(connection)).as("cut at %d", part).isEqualTo(first);
            }
        }
    }

    private static List<String> kinds() {
        return List.of(
                GOOD,
                HEAD + "Content-Length: 1\r\n\r\n{",
                HEAD + "Transfer-Encoding: chunked\r\n\r\n11\r\n{\"flowName\":\"ab\"}\r\n0\r\n\r\n",
                HEAD + "\r\n",
                "GET /stop-flow HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: x\r\n\r\n",
                "DELETE /nothing HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc");
    }

    private static String answerWithoutIds(RawConnection connection) throws IOException {
        return connection.answer().replaceAll("(?i)(\r\nx-amzn-requestid|\r\ndate): .*", "$1");
    }

    @Test
    void clients_that_do_not_send_their_bodies_hold_nobody_up() throws IOException {
        List<RawConnection> waiting = new ArrayList<>();
        try (RawConnection connection = new RawConnection(server.uri())) {
            for (int i = 0; i < 200; i++) {
                waiting.add(new RawConnection(server.uri())
                        .send(HEAD + "Expect: 100-continue\r\nContent-Length: 17\r\n\r\n"));
                assertThat(waiting.get(i).answer()).startsWith("HTTP/1.1 100 ");
            }
            assertThat(connection.send(GOOD).answer()).startsWith("HTTP/1.1 200 ");
        } finally {
            for (RawConnection connection : waiting) {
                connection.close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense\r\n",
                "GET /\r\n",
                "GET / x HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
                HEAD + "Content-Length: x\r\n\r\n{}",
                HEAD + "Content-Length: -1\r\n\r\n{}",
                HEAD + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
                HEAD + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                HEAD + "Transfer-Encoding: gzip\r\n\r\n{}",
                HEAD + "Transfer-Encoding: chunked\r\n\r\nx\r\n{}",
                "HTTP/1.1\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "GET / http/1.1\r\nHost: x\r\n\r\n",
                "\n" + GOOD,
                "\r" + GOOD,
                "\r\n\n" + GOOD,
                "GET  / HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET\t/ HTTP/1.1\r\nHost: x\r\n\r\n",
                "G()T / HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n",
                "\u0016\u0003\u0001\u0002\0\u0001",
            })
    void malformed_http_is_answered_and_ends_the_connection(String bytes) throws IOException {
        assertRefused(bytes, "HTTP/1.1 [45]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 17\r\nContent-Length: 17\r\n\r\n",
                "Content-Length: 17, 17\r\n\r\n",
                "Content-Length: +17\r\n\r\n",
                "Content-Length : 17\r\n\r\n",
                "Content-Length: 17\n\r\n",
                "Content-Length: 17\r\n\n",
                "X: y\rContent-Length: 17\r\n\r\n",
                "X: y\r\n Content-Length: 17\r\n\r\n",
                "X: \0\r\nContent-Length: 17\r\n\r\n",
                "X\u00e9: y\r\nContent-Length: 17\r\n\r\n",
                "X\r\nContent-Length: 17\r\n\r\n",
                ": y\r\nContent-Length: 17\r\n\r\n",
                "Host: y\r\nContent-Length: 17\r\n\r\n",
            })
    void headers_that_another_server_might_read_otherwise_are_refused(String headers) throws IOException {
        assertRefused(HEAD + headers + "{\"flowName\":\"ab\"}", "HTTP/1.1 400 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 17\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: 17",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
                "Transfer-Encoding: identity, chunked",
                "Transfer-Encoding: identity",
                "Transfer-Encoding : chunked",
                "Transfer-Encoding:\r\n chunked",
                "Transfer-Encoding: \u000bchunked",
            })
    void encodings_that_another_server_might_read_otherwise_are_refused(String headers) throws IOException {
        assertRefused(HEAD + headers + "\r\n\r\n11\r\n{\"flowName\":\"ab\"}\r\n0\r\n\r\n", "HTTP/1.1 400 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\nX",
                "0x11\r\nX",
                "+11\r\nX",
                " 11\r\nX",
                "11 \r\nX",
                "11;a=b\r\nX",
                "11\nX",
                "ffffffffffffffff\r\nX",
                "11\r\n{\"flowName\":\"ab\"}0\r\n\r\n",
                "11\r\n{\"flowName\":\"ab\"}XX0\r\n\r\n",
                "11\r\n{\"flowName\":\"ab\"}\n0\r\n\r\n",
                "11\r\n{\"flowName\":\"ab\"}\r\n0\r\nX y\r\n\r\n",
                "11\r\n{\"flowName\":\"ab\"}\r\n0\r\nX: y\n\r\n",
            })
    void chunks_that_another_server_might_read_otherwise_are_refused(String chunks) throws IOException {
        assertRefused(HEAD + "Transfer-Encoding: chunked\r\n\r\n" + chunks, "HTTP/1.1 400 ");
    }

    @Test
    void a_body_that_breaks_after_its_request_was_answered_ends_the_connection() throws IOException {
        try (RawConnection connection = new RawConnection(server.uri())) {
            connection.send("POST /none HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
            assertThat(connection.answer()).startsWith("HTTP/1.1 404 ");
            assertThat(connection.send("nonsense").isClosed()).isTrue();
        }
    }

    @Test
    void a_body_in_many_pieces_is_read_and_its_trailers_are_dropped() throws IOException {
        String request = HEAD + "Transfer-Encoding: chunked\r\n\r\n"
                + "{\"flowName\":\"ab\"}".replaceAll("(?s).", "1\r\n$0\r\n") + "000\r\nContent-Length: 5\r\n\r\n";
        try (RawConnection connection = new RawConnection(server.uri())) {
            for (char next : request.toCharArray()) {
                connection.send(String.valueOf(next));
            }
            assertThat(connection.answer()).startsWith("HTTP/1.1 200 ");
            assertThat(connection.send(request + GOOD).answer()).startsWith("HTTP/1.1 200 ");
            assertThat(connection.answer()).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void a_tunnel_that_is_asked_for_byte_by_byte_is_refused_with_a_reason() throws IOException {
        try (RawConnection connection = new RawConnection(server.uri())) {
            for (char next : "CONNECT /stop-flow HTTP/1.1\r\n".toCharArray()) {
                connection.send(String.valueOf(next));
            }
            assertThat(connection.rest()).startsWith("HTTP/1.1 405 ").endsWith("\"}");
        }
    }

    @Test
    void a_malformed_request_for_a_head_is_answered_without_a_body() throws IOException {
        try (RawConnection connection = new RawConnection(server.uri())) {
            connection.send("HEAD /stop-flow HTTP/1.1\r\nHost: x\r\nX : y\r\n\r\n");
            assertThat(connection.rest()).startsWith("HTTP/1.1 400 ").endsWith("\r\n\r\n");
        }
    }

    @Test
    void a_request_line_or_headers_that_are_too_long_are_answered_so() throws IOException {
        assertRefused("GET /" + "a".repeat(17_000) + " HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP/1.1 414 ");
        assertRefused("GET / HTTP/1.1\r\nHost: x\r\nA: " + "a".repeat(17_000) + "\r\n\r\n", "HTTP/1.1 431 ");
        assertRefused("GET / HTTP/1.1\r\nHost: x\r\n" + "A: b\r\n".repeat(200) + "\r\n", "HTTP/1.1 431 ");
    }

    private static void assertRefused(String bytes, String status) throws IOException {
        try (RawConnection connection = new RawConnection(server.uri())) {
            assertThat(connection.send(bytes).answer())
                    .matches("(?s)" + status + ".*")
                    .contains("\r\nX-Amzn-Errortype: MalformedHttpRequestException\r\n")
                    .contains("\r\nx-amzn-RequestId: ")
                    .contains("\r\nContent-Type: application/json\r\n")
                    .containsIgnoringCase("\r\nConnection: close\r\n")
                    .endsWith("\"}");
            assertThat(connection.isClosed()).isTrue();
        }
    }
}
