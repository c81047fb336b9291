package io.github.appflowkit.server.http.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.appflowkit.server.Configuration;
import io.github.appflowkit.server.TestServer;
import io.github.appflowkit.server.account.Scope;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccessLogTest {
    private static final AnsweredRequest ODD = new AnsweredRequest(
            new UUID(0, 1),
            Instant.EPOCH,
            "POST",
            "/a\n\u0085\u001b[31m\"",
            null,
            "x\r\ny",
            new Scope("123456789012", "us-east-1"),
            404,
            "UnknownOperationException",
            Duration.ofNanos(1_234_567));

    @Test
    void a_request_is_logged_in_json_under_the_id_of_its_answer() throws Exception {
        try (LogLines log = new LogLines();
                TestServer server = TestServer.start(Configuration.builder().accessLog(AccessLogFormat.JSON))) {
            HttpResponse<String> answer = server.post(
                    "/stop-flow",
                    "{\"flowName\":\"ab\"}",
                    "Authorization",
                    "AWS4-HMAC-SHA256 Credential=111122223333/20260101/eu-west-1/appflow/aws4_request,"
                            + " SignedHeaders=host, Signature=5ec7e7");

            JsonNode line = new ObjectMapper().readTree(log.next());
            assertThat(line.propertyStream().map(member -> member.getKey()))
                    .containsExactly(
                            "time",
                            "requestId",
                            "account",
                            "region",
                            "method",
                            "path",
                            "operation",
                            "resource",
                            "status",
                            "errorType",
                            "micros");
            assertThat(line.path("requestId").asText())
                    .isEqualTo(answer.headers().firstValue("x-amzn-RequestId").orElseThrow());
            assertThat(line.path("account").asText()).isEqualTo("111122223333");
            assertThat(line.path("region").asText()).isEqualTo("eu-west-1");
            assertThat(line.path("operation").asText()).isEqualTo("StopFlow");
            assertThat(line.path("resource").asText()).isEqualTo("ab");
            assertThat(line.path("status").asInt()).isEqualTo(404);
            assertThat(line.path("errorType").asText()).isEqualTo("ResourceNotFoundException");
            assertThat(line.path("micros").asLong()).isPositive();
        }
    }

    @Test
    void a_request_that_is_not_let_in_is_nobodys() throws Exception {
        Configuration.Builder guarded = Configuration.builder().credentials(Path.of("examples/credentials.yaml"));
        for (AccessLogFormat format : List.of(AccessLogFormat.TEXT, AccessLogFormat.JSON)) {
            try (LogLines log = new LogLines();
                    TestServer server = TestServer.start(guarded.accessLog(format))) {
                server.post("/stop-flow", "{}");

                assertThat(log.next())
                        .contains("MissingAuthenticationTokenException")
                        .contains(format == AccessLogFormat.TEXT ? " - - \"POST /stop-flow\"" : "\"requestId\"")
                        .doesNotContain("account", "123456789012");
            }
        }
    }

    @Test
    void neither_a_header_nor_a_query_is_logged() throws Exception {
        try (LogLines log = new LogLines();
                TestServer server = TestServer.start(Configuration.builder().accessLog(AccessLogFormat.TEXT))) {
            server.post(
                    "/stop-flow?X-Amz-Signature=5ec7e7&X-Amz-Security-Token=5ec7e7",
                    "{\"flowName\":\"ab\"}",
                    "Authorization",
                    "Bearer 5ec7e7",
                    "X-Amz-Security-Token",
                    "5ec7e7");

            assertThat(log.next())
                    .doesNotContain("5ec7e7")
                    .contains(" \"POST /stop-flow\" StopFlow \"ab\" 404 ResourceNotFoundException ");
        }
    }

    @Test
    void what_is_refused_before_it_is_a_request_is_logged_too() throws Exception {
        try (LogLines log = new LogLines();
                TestServer server = TestServer.start(Configuration.builder().accessLog(AccessLogFormat.TEXT));
                Socket socket = new Socket(server.uri().getHost(), server.uri().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write("no request line\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

            String line = log.next();
            assertThat(line).endsWith(" - - - 400 MalformedHttpRequestException 0us");
            assertThat(answer).contains(line.split(" ")[1]);
        }
    }

    @Test
    void what_a_client_chose_neither_breaks_a_line_nor_steers_a_terminal() throws Exception {
        try (LogLines log = new LogLines()) {
            new AccessLog(AccessLogFormat.TEXT).accept(ODD);
            new AccessLog(AccessLogFormat.JSON).accept(ODD);

            assertThat(log.next())
                    .isEqualTo(
                            "1970-01-01T00:00:00Z 00000000-0000-0000-0000-000000000001 123456789012 us-east-1"
                                    + " \"POST /a\\n\\u0085\\u001B[31m\\\"\" - \"x\\r\\ny\" 404 UnknownOperationException 1234us");
            assertThat(log.next())
                    .matches("\\{[ -~]+}")
                    .doesNotContain("operation")
                    .contains("\"micros\":1234");
        }
    }
}
