package io.github.appflowkit.server.http;

import static io.github.appflowkit.server.http.AnswerAssert.assertError;
import static io.github.appflowkit.server.http.AnswerAssert.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appflowkit.server.Configuration;
import io.github.appflowkit.server.StartException;
import io.github.appflowkit.server.TestServer;
import io.github.appflowkit.server.store.StoreSettings;
import io.github.appflowkit.server.store.jdbc.PostgresServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What planned faults do to calls, as a client sees it. */
class FaultInjectionTest {
    private static final String STOP = "{\"flowName\":\"ab\"}";
    private static final String RAW_STOP = "POST /stop-flow HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            + "Content-Length: 17\r\n\r\n" + STOP;
    private static final String RAW_DELETE = "POST /delete-connector-profile HTTP/1.1\r\nHost: x\r\n"
            + "Content-Type: application/json\r\nContent-Length: 30\r\n\r\n{\"connectorProfileName\":\"crm\"} ";

    private TestServer server;

    @BeforeEach
    void start() throws StartException {
        server = TestServer.start();
        server.put("/_control/flows", "{\"name\":\"ab\",\"trigger\":\"Event\"}");
        server.put("/_control/connector-profiles", "{\"name\":\"crm\"}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_delayed_call_is_served_after_the_delay() {
        plan("{\"name\":\"ab\",\"delayMillis\":300}");
        long start = System.nanoTime();

        assertThat(server.post("/stop-flow", STOP).statusCode()).isEqualTo(200);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void a_cut_call_has_neither_an_answer_nor_an_effect() throws IOException {
        plan("{\"operation\":\"StopFlow\",\"connection\":\"Cut\"}");

        try (RawConnection connection = new RawConnection(server.uri())) {
            assertThat(connection.send(RAW_STOP).isClosed()).isTrue();
        }

        assertThat(json(server.post("/_control/describe", "{\"flowName\":\"ab\"}"))
                        .at("/flows/0/status")
                        .textValue())
                .isEqualTo("Active");
        JsonNode journal = json(server.send("GET", "/_control/requests", null)).at("/requests/0");
        assertThat(journal.path("status").intValue()).isZero();
        assertThat(journal.path("name").textValue()).isEqualTo("ab");
        assertThat(journal.has("errorType")).isFalse();
        assertThat(server.post("/stop-flow", STOP).statusCode()).isEqualTo(200);
    }

    @Test
    void a_truncated_answer_ends_in_the_middle_of_its_body_after_the_effect() throws IOException {
        plan("{\"operation\":\"StopFlow\",\"connection\":\"Truncate\"}");

        try (RawConnection connection = new RawConnection(server.uri())) {
            String answer = connection.send(RAW_STOP).rest();
            String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
            assertThat(answer).startsWith("HTTP/1.1 200 ").doesNotContainIgnoringCase("connection: close");
            assertThat(answer).contains("\r\nContent-Length: 85\r\n");
            assertThat(body).startsWith("{\"flowArn\"").hasSize(42);
        }

        assertThat(json(server.post("/_control/describe", "{\"flowName\":\"ab\"}"))
                        .at("/flows/0/status")
                        .textValue())
                .isEqualTo("Suspended");
    }

    @Test
    void an_empty_answer_that_is_truncated_is_announced_as_more() throws IOException {
        plan("{\"operation\":\"DeleteConnectorProfile\",\"connection\":\"Truncate\"}");

        try (RawConnection connection = new RawConnection(server.uri())) {
            assertThat(connection.send(RAW_DELETE).rest())
                    .startsWith("HTTP/1.1 200 ")
                    .contains("\r\nContent-Length: 1\r\n")
                    .endsWith("\r\n\r\n");
        }
    }

    @Test
    void a_truncated_error_is_the_one_that_was_planned() throws IOException {
        plan("{\"error\":\"InternalServerException\",\"connection\":\"Truncate\"}");

        try (RawConnection connection = new RawConnection(server.uri())) {
            assertThat(connection.send(RAW_STOP).rest())
                    .startsWith("HTTP/1.1 500 ")
                    .contains("\r\nX-Amzn-Errortype: InternalServerException\r\n")
                    .doesNotContain("}");
        }
    }

    @Test
    void a_fault_without_a_name_is_for_all_regions_and_one_with_a_name_for_the_own() {
        plan("{\"operation\":\"StopFlow\",\"error\":\"ThrottlingException\"}");
        String elsewhere = "AWS4-HMAC-SHA256 Credential=key/20260101/eu-west-1/appflow/aws4_request";

        assertError(
                server.post("/stop-flow", STOP, "Authorization", elsewhere, "Content-Type", "application/json"),
                429,
                "ThrottlingException");
        plan("{\"name\":\"ab\",\"error\":\"ThrottlingException\"}");
        assertError(
                server.post("/stop-flow", STOP, "Authorization", elsewhere, "Content-Type", "application/json"),
                404,
                "ResourceNotFoundException");
        assertError(server.post("/stop-flow", STOP), 429, "ThrottlingException");
    }

    @Test
    void a_share_of_the_calls_fails_until_a_reset_and_is_listed() {
        plan("{\"operation\":\"StopFlow\",\"error\":\"InternalServerException\",\"share\":0.3,\"untilReset\":true}");

        int failed = 0;
        for (int i = 0; i < 40; i++) {
            failed += server.post("/stop-flow", STOP).statusCode() == 500 ? 1 : 0;
        }

        assertThat(failed).isBetween(4, 20);
        assertThat(json(server.send("GET", "/_control/faults", null)).path("faults"))
                .singleElement()
                .asString()
                .isEqualTo("{\"operation\":\"StopFlow\",\"share\":0.3,\"seed\":0,\"error\":\"InternalServerException\","
                        + "\"message\":\"An internal error occurred. Try again later.\",\"untilReset\":true}");
        server.post("/_control/reset", null);
        assertThat(json(server.send("GET", "/_control/faults", null)).path("faults"))
                .isEmpty();
    }

    @Test
    void a_fault_of_no_times_removes_and_needs_no_error() {
        plan("{\"name\":\"ab\",\"error\":\"ThrottlingException\"}");
        plan("{\"name\":\"ab\",\"times\":0}");

        assertThat(server.post("/stop-flow", STOP).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name":"ab"}                                                       | A fault has an error
            {"error":"ThrottlingException","connection":"Cut"}                  | answers no error
            {"message":"Slow.","delayMillis":1}                                 | needs the error
            {"operation":"DeleteConnectorProfile","error":"UnsupportedOperationException"} | StopFlow does
            {"delayMillis":1,"times":1,"untilReset":true}                       | has no times
            {"delayMillis":1,"share":0}                                         | Member must have value greater than 0
            {"delayMillis":1,"share":1.5}                                       | Member must have value less than or equal to 1
            {"delayMillis":60001}                                               | Member must have value less than or equal to 60000
            """)
    void a_fault_that_cannot_be_is_refused(String body, String message) {
        assertThat(assertError(server.post("/_control/faults", body), 400, "ValidationException"))
                .contains(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"delayMillis\":1,\"share\":\"all\"}", "{\"connection\":\"Gone\"}"})
    void a_fault_of_other_types_is_refused(String body) {
        assertError(server.post("/_control/faults", body), 400, "SerializationException");
    }

    @Test
    void a_whole_number_is_a_share() {
        assertThat(server.post("/_control/faults", "{\"delayMillis\":1,\"share\":1}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void faults_at_start_come_from_a_file_and_back_with_a_reset(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("faults.yaml"), """
                faults:
                  - operation: StopFlow
                    error: ThrottlingException
                    times: 1
                """);
        try (TestServer faulty = TestServer.start(Configuration.builder().faults(file))) {
            for (int i = 0; i < 2; i++) {
                assertError(faulty.post("/stop-flow", STOP), 429, "ThrottlingException");
                assertError(faulty.post("/stop-flow", STOP), 404, "ResourceNotFoundException");
                faulty.post("/_control/reset", null);
            }
        }
    }

    @Test
    void servers_that_share_a_database_plan_their_faults_at_start_once(@TempDir Path folder) throws Exception {
        StoreSettings store = PostgresServer.newDatabase();
        Path file =
                Files.writeString(folder.resolve("faults.yaml"), "faults: [{error: ThrottlingException, times: 2}]");
        Configuration.Builder shared = Configuration.builder().store(store).faults(file);
        try (TestServer first = TestServer.start(shared);
                TestServer second = TestServer.start(shared)) {
            assertError(first.post("/stop-flow", STOP), 429, "ThrottlingException");
            assertError(second.post("/stop-flow", STOP), 429, "ThrottlingException");
            try (TestServer third = TestServer.start(shared)) {
                assertError(third.post("/stop-flow", STOP), 404, "ResourceNotFoundException");
            }

            Files.writeString(file, "faults: [{error: InternalServerException}]");
            try (TestServer changed = TestServer.start(shared)) {
                assertError(second.post("/stop-flow", STOP), 500, "InternalServerException");
                first.post("/_control/reset", null);
                assertError(changed.post("/stop-flow", STOP), 429, "ThrottlingException");
            }
        }
    }

    private void plan(String fault) {
        HttpResponse<String> planned = server.post("/_control/faults", fault);
        assertThat(planned.statusCode()).as(planned.body()).isEqualTo(200);
    }
}
