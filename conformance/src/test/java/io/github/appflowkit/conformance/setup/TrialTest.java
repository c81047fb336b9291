package io.github.appflowkit.conformance.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.appflowkit.conformance.setup.Ladder.Rung;
import io.github.appflowkit.conformance.target.CannedEndpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the trial of a rung leaves noted, when it is not clear what the endpoint made of it. */
class TrialTest {
    private final Rungs rungs = new Rungs();
    private final Ledger ledger = rungs.ledger();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.0 405 Method Not Allowed\r\nContent-Type: text/html\r\n\r\n<html/>",
                "HTTP/1.1 501 Unsupported method\r\nContent-Type: text/html\r\nContent-Length: 7\r\n\r\n<html/>",
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 7\r\n\r\n<html/>",
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
            })
    void what_was_clearly_not_made_is_not_noted_any_more(String answer) throws IOException {
        try (CannedEndpoint endpoint = CannedEndpoint.answering(answer);
                Ladder.Choice choice = rungs.choose(endpoint.url(), Rung.AUTO)) {
            assertThat(choice.setup().rung()).isEqualTo("none");
            assertThat(ledger.noted()).isGreaterThanOrEqualTo(4);
            assertThat(ledger.left()).isEmpty();
        }
    }

    /** This one answers once on each; another might be about to close it. */
    @Test
    void a_connection_serves_one_call() throws IOException {
        try (CannedEndpoint endpoint = CannedEndpoint.answeringAndHanging(
                        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
                Ladder.Choice choice = rungs.choose(endpoint.url(), Rung.AUTO)) {
            assertThat(choice.setup().rung()).isEqualTo("none");
            assertThat(ledger.noted()).isGreaterThanOrEqualTo(4);
            assertThat(ledger.left()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 500 Oops\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n",
                "garbage",
                ""
            })
    void what_may_have_been_made_stays_noted(String answer) throws IOException {
        try (CannedEndpoint endpoint = CannedEndpoint.answering(answer);
                Ladder.Choice choice = rungs.choose(endpoint.url(), Rung.AUTO)) {
            assertThat(choice.setup().rung()).isEqualTo("none");
            assertThat(ledger.left())
                    .extracting(Ledger.Entry::name)
                    .containsExactly("try-1-profile", "try-1-scheduled", "try-1-event", "try-1-on-demand");
        }
    }

    @ParameterizedTest
    @CsvSource({"404, 0", "405, 0", "501, 0", "500, 1"})
    void what_a_control_api_refuses_to_make_is_not_noted_any_more(int status, int noted) throws IOException {
        HttpServer endpoint = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        endpoint.createContext("/", exchange -> {
            byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(
                    exchange.getRequestURI().getPath().endsWith("/describe") ? 200 : status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        endpoint.start();
        try (Ladder.Choice choice = rungs.choose(
                URI.create("http://127.0.0.1:" + endpoint.getAddress().getPort()), Rung.CONTROL)) {
            assertThat(choice.setup().rung()).isEqualTo("none");
            assertThat(ledger.noted()).isEqualTo(1);
            assertThat(ledger.left()).hasSize(noted);
        } finally {
            endpoint.stop(0);
        }
    }
}
