package io.github.appflowkit.server.http;

import static io.github.appflowkit.server.http.AnswerAssert.assertError;
import static io.github.appflowkit.server.http.AnswerAssert.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appflowkit.server.StartException;
import io.github.appflowkit.server.TestServer;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ControlTest {
    private TestServer server;

    @BeforeEach
    void start() throws StartException {
        server = TestServer.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void what_is_put_is_answered_with_what_it_left_out() {
        assertThat(json(server.send("PUT", "/_control/connector-profiles", "{\"name\":\"crm\"}")))
                .hasToString("{\"name\":\"crm\",\"account\":\"123456789012\",\"region\":\"us-east-1\"}");
        assertThat(json(server.send("PUT", "/_control/flows", "{\"name\":\"ab\",\"trigger\":\"Event\"}")))
                .hasToString("{\"name\":\"ab\",\"account\":\"123456789012\",\"region\":\"us-east-1\","
                        + "\"trigger\":\"Event\",\"status\":\"Active\",\"destinations\":[]}");
    }

    @Test
    void state_is_described_and_removed_by_name() {
        server.put("/_control/connector-profiles", "{\"name\":\"crm\"}");
        server.put("/_control/flows", "{\"name\":\"ab\",\"trigger\":\"Event\"}");
        String both = "{\"connectorProfileName\":\"crm\",\"flowName\":\"none\"}";

        assertThat(names(server.post("/_control/describe", "{}"))).containsExactly("crm", "ab");
        assertThat(names(server.post("/_control/describe", both))).containsExactly("crm");
        assertThat(names(server.post("/_control/remove", both))).containsExactly("crm");
        assertThat(names(server.post("/_control/describe", "{}"))).containsExactly("ab");
    }

    @Test
    void everything_is_described_in_all_regions_or_in_one() {
        server.put("/_control/connector-profiles", "{\"name\":\"here\"}");
        server.put("/_control/connector-profiles", "{\"name\":\"there\",\"region\":\"eu-west-1\"}");

        assertThat(names(server.post("/_control/describe", "{}"))).containsExactly("here", "there");
        assertThat(names(server.post("/_control/describe", "{\"region\":\"eu-west-1\"}")))
                .containsExactly("there");
    }

    @Test
    void a_type_that_is_none_is_refused_as_any_other() {
        assertError(server.post("/_control/describe", "{}", "Content-Type", ";"), 415, "UnsupportedMediaTypeException");
    }

    @Test
    void a_member_that_is_none_is_refused_with_those_there_are() {
        HttpResponse<String> answer =
                server.send("PUT", "/_control/flows", "{\"name\":\"ab\",\"trigger\":\"Event\",\"state\":\"Draft\"}");

        assertError(answer, 400, "SerializationException");
        assertThat(json(answer).path("message").asText())
                .contains("'state' is not known; known are [account, destinations, name, region, source, status");
        assertThat(names(server.post("/_control/describe", "{}"))).isEmpty();
    }

    @Test
    void nothing_is_removed_without_a_name() {
        assertError(server.post("/_control/remove", "{}"), 400, "ValidationException");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /_control/flows              | {"name":"ab"}                                  | ValidationException
            /_control/flows              | {"name":"ab","trigger":"Sometimes"}            | SerializationException
            /_control/flows              | {"name":"ab","trigger":"Event","source":"a b"} | ValidationException
            /_control/flows              | {"name":"ab","trigger":"Event","destinations":["a b"]} | ValidationException
            /_control/connector-profiles | {"name":"a","account":"1"}                     | ValidationException
            """)
    void a_state_that_cannot_be_is_refused(String path, String body, String type) {
        assertError(server.send("PUT", path, body), 400, type);
    }

    @ParameterizedTest
    @CsvSource({
        "AccessDeniedException, 403",
        "ConflictException, 409",
        "InternalServerException, 500",
        "ResourceNotFoundException, 404",
        "ThrottlingException, 429",
        "UnsupportedOperationException, 400",
        "ValidationException, 400"
    })
    @Tag("StopFlow.403.AccessDeniedException")
    @Tag("StopFlow.429.ThrottlingException")
    @Tag("StopFlow.500.InternalServerException")
    @Tag("DeleteConnectorProfile.403.AccessDeniedException")
    @Tag("DeleteConnectorProfile.429.ThrottlingException")
    @Tag("DeleteConnectorProfile.500.InternalServerException")
    @Tag("error.message.required")
    @Tag("error.message.type")
    @Tag("error.message.minLength")
    @Tag("header.X-Amzn-Errortype")
    void a_planned_error_is_answered_without_effect_until_it_is_used_up(String error, int status) {
        server.put("/_control/flows", "{\"name\":\"ab\",\"trigger\":\"Event\"}");
        server.put("/_control/connector-profiles", "{\"name\":\"ab\"}");
        HttpResponse<String> planned =
                server.post("/_control/faults", "{\"name\":\"ab\",\"error\":\"" + error + "\",\"times\":2}");

        assertThat(json(planned).path("times").intValue()).isEqualTo(2);
        assertError(server.post("/stop-flow", "{\"flowName\":\"a b\"}"), 400, "ValidationException");
        assertThat(assertError(server.post("/stop-flow", "{\"flowName\":\"ab\"}"), status, error))
                .isNotEmpty();
        assertThat(assertError(deleteAb(), status, error)).isNotEmpty();
        assertThat(json(server.post("/_control/describe", "{}"))
                        .at("/flows/0/status")
                        .textValue())
                .isEqualTo("Active");
        assertThat(server.post("/stop-flow", "{\"flowName\":\"ab\"}").statusCode())
                .isEqualTo(200);
        assertThat(deleteAb().statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> deleteAb() {
        return server.post("/delete-connector-profile", "{\"connectorProfileName\":\"ab\"}");
    }

    @Test
    void a_planned_error_has_the_message_and_the_times_that_were_asked_for() {
        server.post(
                "/_control/faults",
                "{\"operation\":\"DeleteConnectorProfile\",\"name\":\"crm\",\"error\":\"ThrottlingException\","
                        + "\"message\":\"Slow down.\",\"times\":2}");

        for (int i = 0; i < 2; i++) {
            assertThat(assertError(
                            server.post("/delete-connector-profile", "{\"connectorProfileName\":\"crm\"}"),
                            429,
                            "ThrottlingException"))
                    .isEqualTo("Slow down.");
        }
        assertError(
                server.post("/delete-connector-profile", "{\"connectorProfileName\":\"crm\"}"),
                404,
                "ResourceNotFoundException");
    }

    @Test
    void the_journal_tells_what_was_called_and_how_it_was_answered() {
        HttpResponse<String> notFound = server.post("/stop-flow", "{\"flowName\":\"ab\"}");
        server.post("/stop-flow", "{", "Content-Type", "text/plain");
        server.post("/other", "{}");

        JsonNode requests = json(server.send("GET", "/_control/requests", null)).path("requests");

        assertThat(requests).hasSize(2);
        assertThat(requests.get(0).path("requestId").textValue())
                .isEqualTo(notFound.headers().firstValue("x-amzn-RequestId").orElseThrow());
        assertThat(requests.get(0).path("operation").textValue()).isEqualTo("StopFlow");
        assertThat(requests.get(0).path("name").textValue()).isEqualTo("ab");
        assertThat(requests.get(0).path("status").intValue()).isEqualTo(404);
        assertThat(requests.get(0).path("errorType").textValue()).isEqualTo("ResourceNotFoundException");
        assertThat(requests.get(0).path("micros").longValue()).isPositive();
        assertThat(requests.get(1).path("status").intValue()).isEqualTo(415);
        assertThat(requests.get(1).has("name")).isFalse();
    }

    @Test
    void a_reset_forgets_state_planned_errors_and_journal() {
        server.put("/_control/connector-profiles", "{\"name\":\"crm\"}");
        server.post(
                "/_control/faults",
                "{\"operation\":\"StopFlow\",\"name\":\"ab\",\"error\":\"ThrottlingException\",\"times\":9}");
        server.post("/stop-flow", "{\"flowName\":\"ab\"}");

        assertThat(names(server.post("/_control/reset", null))).isEmpty();

        assertThat(json(server.send("GET", "/_control/requests", null)).path("requests"))
                .isEmpty();
        assertThat(names(server.post("/_control/describe", "{}"))).isEmpty();
        assertError(server.post("/stop-flow", "{\"flowName\":\"ab\"}"), 404, "ResourceNotFoundException");
    }

    @Test
    void there_is_no_control_when_it_is_off() throws StartException {
        try (TestServer closed = TestServer.start(DeleteResponse.EMPTY, false)) {
            assertError(closed.post("/_control/reset", null), 404, "UnknownOperationException");
        }
    }

    @ParameterizedTest
    @EnumSource(value = DeleteResponse.class, mode = EnumSource.Mode.EXCLUDE, names = "EMPTY")
    void a_deletion_is_answered_as_configured(DeleteResponse response) throws StartException {
        try (TestServer other = TestServer.start(response, true)) {
            other.put("/_control/connector-profiles", "{\"name\":\"crm\"}");

            HttpResponse<String> deleted =
                    other.post("/delete-connector-profile", "{\"connectorProfileName\":\"crm\"}");

            json(deleted);
            assertThat(deleted.body())
                    .isEqualTo(response == DeleteResponse.OBJECT ? "{}" : "{ \"deleted\": true, \"flowNames\": null }");
        }
    }

    private static List<String> names(HttpResponse<String> state) {
        return json(state).findValuesAsText("name");
    }
}
