package io.github.appflowkit.conformance.cli;

import static io.github.appflowkit.conformance.target.CannedEndpoint.pause;
import static io.github.appflowkit.conformance.target.CannedEndpoint.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.appflowkit.conformance.target.CannedEndpoint;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole runs against endpoints that are down, hang or break every answer: soon over, told in a line, no error. */
class HostileEndpointTest {
    private static final Duration SOON = Duration.ofSeconds(40);

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path reports;

    @Test
    void one_that_is_not_there_is_told() throws IOException {
        URI url;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            url = URI.create("http://127.0.0.1:" + free.getLocalPort());
        }
        assertUnreachable(url, "the connection was refused");
    }

    @Test
    void one_that_hangs_is_told_after_three_time_limits() throws IOException {
        try (CannedEndpoint endpoint = CannedEndpoint.doing(connection -> pause(connection, 60_000))) {
            assertUnreachable(endpoint.url(), "no whole answer within 300 ms");
        }
    }

    @Test
    void one_that_drips_is_told_after_three_time_limits() throws IOException {
        try (CannedEndpoint endpoint = CannedEndpoint.doing(connection -> {
            write(connection, "HTTP/1.1 200 OK\r\n\r\n");
            while (true) {
                pause(connection, 50);
                write(connection, "x");
            }
        })) {
            assertUnreachable(endpoint.url(), "no whole answer within 300 ms");
        }
    }

    @Test
    void one_that_refuses_the_credentials_is_told_and_not_judged() throws IOException {
        String body = "{\"message\": \"It has ended.\"}";
        try (CannedEndpoint endpoint =
                CannedEndpoint.answering("HTTP/1.1 403 Forbidden\r\nX-Amzn-Errortype: ExpiredTokenException\r\n"
                        + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)) {
            assertThat(run(endpoint.url(), "10s")).isEqualTo(3);
            assertThat(err.toString())
                    .startsWith("appflow-conformance run: " + endpoint.url() + " refuses valid requests for their"
                            + " credentials: 403 ExpiredTokenException (It has ended.). Check AWS_ACCESS_KEY_ID")
                    .hasLineCount(1);
        }
    }

    @Test
    void one_that_wants_signatures_is_told_to_who_sends_none() throws IOException {
        try (CannedEndpoint endpoint = CannedEndpoint.answering("HTTP/1.1 403 Forbidden\r\nX-Amzn-Errortype:"
                + " MissingAuthenticationTokenException\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(run(endpoint.url(), "10s", "--unsigned")).isEqualTo(3);
            assertThat(err.toString())
                    .startsWith("appflow-conformance run: " + endpoint.url() + " refuses valid requests for being"
                            + " unsigned: 403 MissingAuthenticationTokenException. Leave out --unsigned.")
                    .hasLineCount(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n100\r\n{",
                "SSH-2.0-OpenSSH_9.2\r\n"
            })
    void one_that_breaks_every_answer_is_told(String answer) throws IOException {
        try (CannedEndpoint endpoint = CannedEndpoint.answering(answer)) {
            assertUnreachable(endpoint.url(), "");
        }
    }

    @Test
    void tls_where_there_is_none_is_told() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread endpoint = new Thread(() -> {
                while (!plain.isClosed()) {
                    try (var connection = plain.accept()) {
                        write(connection, "HTTP/1.1 400 No\r\n\r\n");
                        connection.getInputStream().readAllBytes();
                    } catch (IOException gone) {
                        // The client went away, or the port is closed.
                    }
                }
            });
            endpoint.setDaemon(true);
            endpoint.start();
            assertUnreachable(
                    URI.create("https://127.0.0.1:" + plain.getLocalPort()),
                    "the port does not speak TLS: use http://");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 308 Loop\r\nLocation: /stop-flow\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.0 404 No\r\n\r\n<html>no such page</html>",
                "HTTP/1.1 503\r\ntransfer-encoding: chunked\r\n\r\n4\r\nwait\r\n0\r\nX-T: t\r\n\r\n"
            })
    void one_that_gives_every_path_one_odd_answer_is_not_routed(String answer) throws IOException {
        try (CannedEndpoint endpoint = CannedEndpoint.answering(answer)) {
            assertThat(run(endpoint.url())).isEqualTo(3);
            assertThat(summary("notRouted")).isEqualTo(summary("rules")).isPositive();
            assertThat(summary("error")).isZero();
            assertThat(out.toString().replaceAll("\\s+", " ")).contains("gets the answers of a path that nothing is");
        }
    }

    @Test
    void one_that_shows_a_huge_page_for_every_error_is_not_routed() throws IOException {
        String page = "<html>" + "x".repeat(3_000_000) + "</html>";
        try (CannedEndpoint endpoint = CannedEndpoint.answering(
                "HTTP/1.1 500 No\r\nContent-Type: text/html\r\nContent-Length: " + page.length() + "\r\n\r\n" + page)) {
            assertThat(run(endpoint.url(), "10s")).isEqualTo(3);
            assertThat(summary("error")).isZero();
        }
    }

    private void assertUnreachable(URI url, String reason) {
        long start = System.nanoTime();

        assertThat(run(url)).isEqualTo(3);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
        assertThat(err.toString())
                .startsWith("appflow-conformance run: " + url + " does not answer POST /delete-connector-profile: "
                        + reason)
                .endsWith("Check the URL, and that it is running." + System.lineSeparator())
                .hasLineCount(1);
    }

    private int run(URI url) {
        return run(url, "300ms");
    }

    private int run(URI url, String timeout, String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                "--endpoint",
                url.toString(),
                "--report-dir",
                reports.toString(),
                "--setup",
                "none",
                "--timeout",
                timeout));
        arguments.addAll(List.of(options));
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments.toArray(String[]::new));
    }

    private int summary(String verdict) throws IOException {
        return JsonMapper.builder()
                .build()
                .readTree(reports.resolve("report.json").toFile())
                .path("summary")
                .path(verdict)
                .asInt();
    }
}
