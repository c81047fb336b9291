package io.github.appflowkit.server.http;

import static io.github.appflowkit.server.http.AnswerAssert.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.server.ContractDocument;
import io.github.appflowkit.server.StartException;
import io.github.appflowkit.server.TestServer;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTest {
    private static final String BODY = "{\"flowName\":\"ab\"}";

    private static TestServer server;

    @BeforeAll
    static void start() throws StartException {
        server = TestServer.start();
        server.put("/_control/flows", "{\"name\":\"ab\",\"trigger\":\"Event\"}");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void every_operation_of_the_contract_is_served_and_can_be_made_fail() {
        ContractDocument.operations().forEach((path, operation) -> {
            assertThat(server.post(path, "{}").statusCode())
                    .as(
                            "%s, %s: implement the interface that is generated for it, and register it in HttpInterface",
                            operation, path)
                    .isEqualTo(400);
            assertThat(server.post("/_control/faults", "{\"operation\": \"" + operation + "\", \"times\": 0}")
                            .statusCode())
                    .as("%s: add it to the operations of a PlannedFault in control.yaml", operation)
                    .isEqualTo(200);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/stop-flow", "/stop-flow/", "/stop-flow?x=1", "/stop-flow?Action=StopFlow&y=%25zz"})
    void a_path_is_served_with_a_slash_and_with_a_query(String path) {
        assertThat(server.post(path, BODY).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/Stop-flow",
                "/stop-flow//",
                "//stop-flow",
                "/stop-flow;a=b",
                "/stop-flow;jsessionid=1",
                "/stop-flow/ab",
                "/%73top-flow",
                "/./stop-flow",
                "/x/../stop-flow",
                "/application.wadl",
                "/_control",
                "/_control/none"
            })
    void any_other_path_is_unknown(String path) {
        assertError(server.post(path, BODY), 404, "UnknownOperationException");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /stop-flow, POST",
        "PUT, /stop-flow, POST",
        "DELETE, /delete-connector-profile, POST",
        "PATCH, /stop-flow/, POST",
        "OPTIONS, /stop-flow, POST",
        "TRACE, /stop-flow, POST",
        "post, /stop-flow, POST",
        "POST, /_control/flows, PUT",
        "POST, /_control/requests, GET"
    })
    void any_other_method_is_unknown(String method, String path, String allowed) {
        HttpResponse<String> answer = server.send(method, path, BODY);

        assertError(answer, 405, "UnknownOperationException");
        assertThat(answer.headers().allValues("Allow")).containsExactly(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-amz-json-1.1", "json", "application/json, text/plain", "*/*"})
    void any_other_content_type_is_not_supported(String type) {
        assertError(
                server.post("/stop-flow", BODY, "Content-Type", type, "Accept", "text/html"),
                415,
                "UnsupportedMediaTypeException");
    }

    @Test
    void an_accept_without_json_is_refused_before_the_body_is_read() {
        assertError(server.post("/stop-flow", "{", "Accept", "text/html"), 406, "NotAcceptableException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "APPLICATION/JSON;charset=UTF-16", "application/json;"})
    void json_is_served_whatever_its_parameters(String type) {
        assertThat(server.post("/stop-flow", BODY, "Content-Type", type).statusCode())
                .isEqualTo(200);
    }

    @Test
    void an_empty_body_is_an_empty_object() {
        assertError(server.post("/stop-flow", null), 400, "ValidationException");
        assertError(server.post("/stop-flow", ""), 400, "ValidationException");
    }

    @Test
    void a_body_that_is_not_json_is_told_by_its_place() {
        assertThat(assertError(server.post("/stop-flow", "{\"flowName\":\"ab\",}"), 400, "SerializationException"))
                .isEqualTo("The request body is not valid JSON (line 1, column 18).");
        assertThat(assertError(server.post("/stop-flow", "{\"flowName\":[]}"), 400, "SerializationException"))
                .isEqualTo("The request body cannot be read: 'flowName' must be a string.");
    }

    @Test
    void a_body_that_is_too_long_is_refused() {
        assertError(server.post("/stop-flow", " ".repeat(64 * 1024 + 1)), 413, "RequestEntityTooLargeException");
    }
}
