package io.github.appflowkit.server.http;

import static io.github.appflowkit.server.http.AnswerAssert.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.server.StartException;
import io.github.appflowkit.server.TestServer;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a web page can make a browser on this machine send has no effect on the state. */
class ControlGuardTest {
    private static TestServer server;

    @BeforeAll
    static void start() throws StartException {
        server = TestServer.start();
        server.put("/_control/connector-profiles", "{\"name\":\"kept\"}");
    }

    @AfterAll
    static void stop() {
        assertThat(server.post("/_control/describe", "{}").body()).contains("kept");
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Origin         | http://evil.example
            Origin         | null
            Origin         | http://localhost:1
            Sec-Fetch-Site | cross-site
            Sec-Fetch-Site | same-site
            Content-Type   | text/plain
            Content-Type   | Application/x-www-form-urlencoded; charset=utf-8
            Content-Type   | multipart/form-data; boundary=x
            """)
    void a_page_of_another_site_resets_nothing(String header, String value) {
        assertError(server.post("/_control/reset", null, header, value), 403, "AccessDeniedException");
    }

    @Test
    void a_page_of_another_site_reads_no_journal() {
        assertError(
                server.send("GET", "/_control/requests", null, "Sec-Fetch-Site", "cross-site"),
                403,
                "AccessDeniedException");
    }

    @Test
    void a_page_of_the_server_itself_and_a_typed_address_are_served() {
        String own = "http://" + server.uri().getAuthority();
        assertThat(server.post("/_control/describe", "{}", "Origin", own, "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.send("GET", "/_control/requests", null, "Sec-Fetch-Site", "none")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:8080", "localhost.evil.example", "1.2.3.4.evil.example", ""})
    void another_sites_name_for_this_machine_is_refused(String host) throws IOException {
        assertThat(reset(host)).startsWith("HTTP/1.1 403 ").contains("\r\nX-Amzn-Errortype: AccessDeniedException\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:8080", "appflow.localhost:1", "127.0.0.1:8080", "[::1]:8080"})
    void an_address_and_localhost_are_served(String host) throws IOException {
        assertThat(describe(host)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void the_operations_are_reached_by_any_name() throws IOException {
        try (RawConnection connection = new RawConnection(server.uri())) {
            assertThat(connection
                            .send("POST /stop-flow HTTP/1.1\r\nHost: appflow.example\r\nOrigin: http://x\r\n"
                                    + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}")
                            .answer())
                    .startsWith("HTTP/1.1 400 ");
        }
    }

    private static String reset(String host) throws IOException {
        try (RawConnection connection = new RawConnection(server.uri())) {
            return connection
                    .send("POST /_control/reset HTTP/1.1\r\nHost: " + host + "\r\nContent-Length: 0\r\n\r\n")
                    .answer();
        }
    }

    private static String describe(String host) throws IOException {
        try (RawConnection connection = new RawConnection(server.uri())) {
            return connection
                    .send("POST /_control/describe HTTP/1.1\r\nHost: " + host
                            + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}")
                    .answer();
        }
    }
}
