package io.github.appflowkit.conformance.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireServerTest {

    private static final String GET = "GET /a HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String LAST = "GET /last HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

    private final WireServer server = new WireServer(WireServerTest::echo);

    @AfterEach
    void close() {
        server.close();
    }

    /** Answers what was asked; the path names the wire. */
    private static Answer echo(Request request) {
        Answer answer = Answer.empty().text(request.method() + request.path() + request.text());
        return switch (request.path()) {
            case "/chunked" -> answer.sent(Wire.CHUNKED);
            case "/old" -> answer.sent(Wire.HTTP_1_0);
            case "/lower" -> answer.sent(Wire.LOWER_CASE_HEADERS);
            case "/cut" -> answer.sent(Wire.CUT);
            case "/long" -> answer.sent(Wire.LENGTH_TOO_LONG);
            case "/garbage" -> answer.sent(Wire.GARBAGE_BEHIND);
            case "/silence" -> answer.sent(Wire.SILENCE);
            case "/nothing" -> answer.sent(Wire.HANG_UP);
            case "/endless" -> answer.sent(Wire.ENDLESS);
            default -> answer;
        };
    }

    @Test
    void a_connection_serves_several_requests() throws IOException {
        assertThat(exchange(GET + GET + LAST)).containsSubsequence("GET/a", "GET/a", "Connection: close", "GET/last");
    }

    @Test
    void a_chunked_body_is_read() throws IOException {
        String request = "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "3;x=y\r\nabc\r\nA\r\n0123456789\r\n0\r\nTrailer: t\r\n\r\n";

        assertThat(exchange(request + LAST)).containsSubsequence("POST/aabc0123456789", "GET/last");
    }

    @Test
    void a_client_that_waits_is_told_to_continue() throws IOException {
        String request = "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\nhi";

        assertThat(exchange(request + LAST)).startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense\r\n\r\n",
                "GET /a HTTP/2.0\r\n\r\n",
                "GET /a HTTP/1.1\r\n\r\n",
                "GET /a HTTP/1.1\r\nHost: x\r\nno field\r\n\r\n",
                "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
                "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
                "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nshort"
            })
    void what_is_no_http_is_refused(String request) throws IOException {
        assertThat(exchange(request)).startsWith("HTTP/1.1 400").containsIgnoringCase("Connection: close");
    }

    @Test
    void answers_go_out_as_they_are_told() throws IOException {
        assertThat(get("/chunked")).contains("Transfer-Encoding: chunked", "a\r\nGET/chunke\r\n1\r\nd\r\n0\r\n\r\n");
        assertThat(get("/old")).startsWith("HTTP/1.0 200").doesNotContain("Content-Length");
        assertThat(get("/lower")).contains("content-length: 9");
        assertThat(get("/cut")).endsWith("\r\n\r\nGET/");
        assertThat(get("/long")).contains("Content-Length: 15").endsWith("GET/long");
        assertThat(exchange(request("/garbage") + LAST)).contains("proxy -->HTTP/1.1");
        assertThat(get("/nothing")).isEmpty();
    }

    @Test
    void an_endless_answer_ends_with_its_client() throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request("/endless").getBytes(StandardCharsets.ISO_8859_1));

            assertThat(socket.getInputStream().readNBytes(1_000_000)).hasSize(1_000_000);
        }
    }

    @Test
    void closing_ends_connections_and_threads() throws IOException {
        URI url = server.url();
        try (Socket silent = connect()) {
            silent.getOutputStream().write(request("/silence").getBytes(StandardCharsets.ISO_8859_1));

            server.close();

            assertThat(hasEnded(silent)).isTrue();
        }
        assertThat(server.isTerminated()).isTrue();
        assertThatThrownBy(() -> new Socket(url.getHost(), url.getPort()).close())
                .isInstanceOf(ConnectException.class);
    }

    private static String request(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n";
    }

    private String get(String path) throws IOException {
        return exchange(request(path));
    }

    /** Whether the connection was ended, with a reset if the request was not read yet. */
    private static boolean hasEnded(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true;
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(server.url().getHost(), server.url().getPort());
        socket.setSoTimeout(5000);
        return socket;
    }

    /** Sends bytes and their end, and reads what comes back until the connection ends. */
    private String exchange(String sent) throws IOException {
        try (Socket socket = connect();
                InputStream in = socket.getInputStream()) {
            socket.getOutputStream().write(sent.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
