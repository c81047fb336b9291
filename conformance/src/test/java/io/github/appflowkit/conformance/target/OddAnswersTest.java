package io.github.appflowkit.conformance.target;

import static io.github.appflowkit.conformance.target.CannedEndpoint.pause;
import static io.github.appflowkit.conformance.target.CannedEndpoint.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever an endpoint does with a connection, it is told in one line within the time limit, and nothing is thrown. */
class OddAnswersTest {
    private static final Request REQUEST = new Request(
                    "POST", "/stop-flow", List.of(new Header("Content-Type", "application/json")), null, "us-east-1")
            .withBody("{\"flowName\":\"a\"}");
    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final Duration HASTY = Duration.ofMillis(400);
    private static final String HEAD = "HTTP/1.1 200 OK\r\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "HTTP/1.0 200 OK\\r\\n\\r\\n{}                                          | 200 | {}",
                "HTTP/1.1 200 OK\\r\\n\\r\\n{}                                          | 200 | {}",
                "HTTP/1.1 200\\r\\nContent-Length: 2\\r\\n\\r\\n{}                      | 200 | {}",
                "HTTP/1.1 200 OK\\nContent-Length: 2\\n\\n{}                            | 200 | {}",
                "HTTP/1.1 200 OK\\r\\ncontent-length: 2\\r\\n\\r\\n{}                   | 200 | {}",
                "HTTP/1.1 200 OK\\r\\nContent-Length: 2\\r\\nContent-Length: 2\\r\\n\\r\\n{} | 200 | {}",
                "HTTP/1.1 200 OK\\r\\nX-A: b\\r\\n c\\r\\nContent-Length: 2\\r\\n\\r\\n{} | 200 | {}",
                "HTTP/1.1 200 OK\\r\\nContent-Length: 2\\r\\n\\r\\n{}HTTP/1.1 500 No\\r\\n\\r\\n | 200 | {}",
                "HTTP/1.1 200 OK\\r\\nContent-Length: 1\\r\\n\\r\\n{}                   | 200 | {",
                "HTTP/1.1 100 Continue\\r\\n\\r\\nHTTP/1.1 103 Early Hints\\r\\nLink: x\\r\\n\\r\\nHTTP/1.1 404 No\\r\\nContent-Length: 2\\r\\n\\r\\n{} | 404 | {}",
                "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n1;x=y\\r\\n{\\r\\n1\\r\\n}\\r\\n0\\r\\nX-Trailer: t\\r\\n\\r\\n | 200 | {}",
                "HTTP/1.1 204 No Content\\r\\n\\r\\n                                    | 204 | ``",
                "HTTP/1.1 304 Not Modified\\r\\n\\r\\n                                  | 304 | ``",
                "HTTP/1.1 307 Loop\\r\\nLocation: /stop-flow\\r\\nContent-Length: 0\\r\\n\\r\\n | 307 | ``"
            })
    void an_odd_but_whole_answer_is_kept_as_it_came(String answer, int status, String body) throws IOException {
        String bytes = answer.replace("\\r", "\r").replace("\\n", "\n").strip();
        String sent = bytes.endsWith("}") || bytes.endsWith("{") ? bytes : bytes + "\r\n\r\n";
        for (Exchange exchange : exchange(connection -> {
            write(connection, sent);
            connection.close();
        })) {
            assertThat(exchange.whole()).as(exchange.summary()).isPresent();
            assertThat(exchange.answer().status()).isEqualTo(status);
            assertThat(exchange.answer().text()).isEqualTo(body);
        }
    }

    @Test
    void headers_are_kept_in_their_order_and_spelling_with_those_that_come_twice() throws IOException {
        String answer =
                HEAD + "x-b: 1\r\nX-A: 2\r\nX-B: 3\r\ncontent-type: application/json\r\nContent-Length: 2\r\n\r\n{}";
        for (Exchange exchange : exchange(connection -> write(connection, answer))) {
            assertThat(exchange.answer().headers())
                    .extracting(Header::toString)
                    .containsExactly(
                            "x-b: 1", "X-A: 2", "X-B: 3", "content-type: application/json", "Content-Length: 2");
            assertThat(exchange.answer().header("Content-Type")).contains("application/json");
        }
    }

    @Test
    void a_body_that_is_not_text_is_kept_byte_for_byte() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write("{}".getBytes(StandardCharsets.UTF_8));
        }
        String body = zipped.toString(StandardCharsets.ISO_8859_1) + "\u00ff\u00fe";
        String answer = HEAD + "Content-Encoding: gzip\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        for (Exchange exchange : exchange(connection -> write(connection, answer))) {
            assertThat(exchange.answer().body()).isEqualTo(body.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(exchange.answer().header("Content-Encoding")).contains("gzip");
            assertThat(exchange.answer().object()).isEmpty();
        }
    }

    @Test
    void a_huge_page_is_an_answer_whose_beginning_is_kept() throws IOException {
        int size = 30_000_000;
        for (Exchange exchange : exchange(connection -> {
            write(connection, "HTTP/1.1 500 No\r\nContent-Length: " + size + "\r\n\r\n");
            write(connection, "x".repeat(size));
            connection.close();
        })) {
            assertThat(exchange.answer().status()).isEqualTo(500);
            assertThat(exchange.answer().body()).hasSize(1 << 20);
            assertThat(exchange.answer().omitted()).isEqualTo(size - (1 << 20));
            assertThat(exchange.summary()).isEqualTo("500 without an error type (a body of 30000000 bytes)");
        }
    }

    @Test
    void an_answer_that_comes_slowly_and_in_time_is_whole() throws IOException {
        for (Exchange exchange : exchange(connection -> {
            for (char next : (HEAD + "Content-Length: 2\r\n\r\n{}").toCharArray()) {
                pause(connection, 5);
                write(connection, Character.toString(next));
            }
        })) {
            assertThat(exchange.answer().text()).isEqualTo("{}");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | the connection was closed without an answer",
                "HTTP/1.1 200 OK\\r\\nContent-Length: 3\\r\\n\\r\\n{} | the connection was closed in the middle of the answer",
                "HTTP/1.1 200 OK\\r\\nContent-Length: 2147483646\\r\\n\\r\\n{} | the connection was closed in the middle of the answer",
                "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n9\\r\\n{} | the connection was closed in the middle of the answer",
                "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nxx\\r\\n{} | the connection was closed in the middle of the answer",
                "HTTP/1.1 200 OK\\r\\nX-A: b | the connection was closed in the middle of the answer",
                "HTTP/1.1 200 OK\\r\\nX-A: b\\r\\n | the connection was closed in the middle of the answer",
                "HTTP/1.1 abc\\r\\n\\r\\n | the answer is not HTTP: ",
                "<html>hello</html> | the answer is not HTTP: ",
                "\\u0015\\u0003\\u0003 | the answer is not HTTP: "
            })
    void an_answer_that_is_not_whole_is_told(String answer, String reason) throws IOException {
        String bytes = answer.replace("\\r", "\r")
                .replace("\\n", "\n")
                .replace("\\u0015", "\u0015")
                .replace("\\u0003", "\u0003");
        for (Exchange exchange : exchange(connection -> {
            write(connection, bytes);
            connection.close();
        })) {
            assertBroken(exchange, reason);
            assertThat(exchange.isUnanswered()).isFalse();
        }
    }

    @Test
    void a_connection_that_is_reset_is_told() throws IOException {
        for (Exchange exchange : exchange(connection -> {
            write(connection, HEAD);
            connection.setSoLinger(true, 0);
            connection.close();
        })) {
            assertBroken(exchange, "the connection ");
        }
    }

    @Test
    void an_answer_before_the_request_was_read_is_an_answer_or_a_broken_connection() throws IOException {
        String large = "{\"flowName\":\"" + "x".repeat(3_000_000) + "\"}";
        try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                HttpSender sender = sender(URI.create("http://127.0.0.1:" + socket.getLocalPort()), PATIENT)) {
            Thread endpoint = new Thread(() -> {
                try (var connection = socket.accept()) {
                    write(connection, "HTTP/1.1 413 Too large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            endpoint.start();
            Exchange exchange = sender.sendRaw(REQUEST.withBody(large));

            assertThat(exchange.summary()).matches("413.*|the connection (broke|was closed).*");
        }
    }

    @Test
    void endless_headers_an_endless_header_and_an_endless_body_are_told() throws IOException {
        assertBroken(exchange(connection -> forever(connection, HEAD, "X-A: b\r\n")), "the answer's head is longer");
        assertBroken(
                exchange(connection -> forever(connection, HEAD + "X-A: ", "bbbb")), "the answer's head is longer");
        assertBroken(
                exchange(connection -> forever(connection, HEAD + "\r\n", "x".repeat(1 << 16))),
                "the answer's body is longer than 64 MiB");
    }

    @Test
    void who_hangs_before_the_head_within_it_or_after_it_is_given_up_at_the_time_limit() throws IOException {
        for (String begun : List.of("", "HTTP/1.1 2", HEAD + "Content-Length: 2\r\n\r\n{")) {
            for (Exchange exchange : exchange(HASTY, connection -> {
                write(connection, begun);
                pause(connection, 60_000);
            })) {
                assertTimedOut(exchange);
            }
        }
    }

    @Test
    void who_drips_byte_by_byte_is_given_up_at_the_time_limit() throws IOException {
        for (String begun : List.of(HEAD + "X-A: ", HEAD + "\r\n")) {
            for (Exchange exchange : exchange(HASTY, connection -> {
                write(connection, begun);
                while (true) {
                    pause(connection, 50);
                    write(connection, "x");
                }
            })) {
                assertTimedOut(exchange);
            }
        }
    }

    @Test
    void tls_with_a_plain_port_is_told() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            new Thread(() -> {
                        try (var connection = plain.accept()) {
                            write(connection, "HTTP/1.1 400 No\r\n\r\n");
                            connection.getInputStream().readAllBytes();
                        } catch (IOException gone) {
                            // The client went away.
                        }
                    })
                    .start();
            try (HttpSender sender = sender(URI.create("https://127.0.0.1:" + plain.getLocalPort()), PATIENT)) {
                assertThat(sender.sendRaw(REQUEST).summary())
                        .isEqualTo("the port does not speak TLS: use http:// instead of https://");
            }
        }
    }

    @Test
    void a_tls_handshake_that_hangs_is_given_up_at_the_time_limit() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                HttpSender sender = sender(URI.create("https://127.0.0.1:" + silent.getLocalPort()), HASTY)) {
            Exchange exchange = sender.sendRaw(REQUEST);

            assertThat(exchange.whole()).isEmpty();
            assertThat(exchange.isUnanswered()).isTrue();
            assertThat(exchange.micros()).isLessThan(10 * HASTY.toMillis() * 1000);
        }
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_told_with_what_to_do() throws Exception {
        Path store = folder.resolve("self-signed.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "changeit",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=ip:127.0.0.1")
                .redirectErrorStream(true)
                .start();
        assertThat(new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .as("keytool")
                .isNotNull();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(store)) {
            keys.load(in, "changeit".toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);

        try (ServerSocket socket =
                        context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
                HttpSender sender = sender(URI.create("https://127.0.0.1:" + socket.getLocalPort()), PATIENT)) {
            new Thread(() -> {
                        try (var connection = socket.accept()) {
                            connection.getInputStream().read();
                        } catch (IOException refused) {
                            // The client does not trust the certificate.
                        }
                    })
                    .start();
            assertThat(sender.sendRaw(REQUEST).summary())
                    .startsWith("its TLS certificate is not trusted: start java with -Djavax.net.ssl.trustStore=FILE");
        }
    }

    @Test
    void a_host_that_nobody_knows_is_told() {
        try (HttpSender sender = sender(URI.create("http://nowhere.invalid"), PATIENT)) {
            assertThat(sender.sendRaw(REQUEST).summary()).isEqualTo("the host name cannot be resolved");
        }
    }

    private static void forever(java.net.Socket connection, String begun, String next) throws IOException {
        write(connection, begun);
        while (true) {
            write(connection, next);
        }
    }

    private static void assertBroken(List<Exchange> exchanges, String reason) {
        exchanges.forEach(exchange -> assertBroken(exchange, reason));
    }

    private static void assertBroken(Exchange exchange, String reason) {
        assertThat(exchange.whole()).isEmpty();
        assertThat(exchange.broken().reached()).isTrue();
        assertThat(exchange.broken().reason()).startsWith(reason).hasLineCount(1);
    }

    private static void assertTimedOut(Exchange exchange) {
        assertBroken(exchange, "no whole answer within 400 ms");
        assertThat(exchange.isUnanswered()).isTrue();
        assertThat(exchange.micros()).isBetween(HASTY.toMillis() * 900, HASTY.toMillis() * 10_000);
    }

    private static List<Exchange> exchange(CannedEndpoint.Behaviour behaviour) throws IOException {
        return exchange(PATIENT, behaviour);
    }

    /** What comes of a request that is sent in both ways. */
    private static List<Exchange> exchange(Duration timeout, CannedEndpoint.Behaviour behaviour) throws IOException {
        try (CannedEndpoint endpoint = CannedEndpoint.doing(behaviour);
                HttpSender sender = sender(endpoint.url(), timeout)) {
            return List.of(sender.send(REQUEST), sender.sendRaw(REQUEST));
        }
    }

    private static HttpSender sender(URI url, Duration timeout) {
        return new HttpSender(new Target(url, "us-east-1", timeout), Optional.empty());
    }
}
