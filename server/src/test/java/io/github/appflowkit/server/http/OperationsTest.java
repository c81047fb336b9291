package io.github.appflowkit.server.http;

import static io.github.appflowkit.server.http.AnswerAssert.assertError;
import static io.github.appflowkit.server.http.AnswerAssert.assertRequestId;
import static io.github.appflowkit.server.http.AnswerAssert.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.server.ContractDocument;
import io.github.appflowkit.server.StartException;
import io.github.appflowkit.server.TestServer;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperationsTest {
    private static final String DELETE = "/delete-connector-profile";
    private static final String STOP = "/stop-flow";

    private static TestServer server;

    @BeforeAll
    static void start() throws StartException {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void reset() {
        server.post("/_control/reset", null);
    }

    @Test
    @Tag("DeleteConnectorProfile.200")
    @Tag("DeleteConnectorProfile.404.ResourceNotFoundException")
    @Tag("header.x-amzn-RequestId")
    void a_profile_is_deleted_with_an_empty_answer() {
        server.put("/_control/connector-profiles", "{\"name\":\"a/b+c=d\"}");

        HttpResponse<String> deleted = server.post(DELETE, "{\"connectorProfileName\":\"a/b+c=d\"}");

        assertThat(deleted.statusCode()).isEqualTo(200);
        assertThat(deleted.body()).isEmpty();
        assertThat(deleted.headers().firstValue("Content-Length")).contains("0");
        assertThat(deleted.headers().firstValue("Content-Type")).isEmpty();
        assertRequestId(deleted);
        assertError(server.post(DELETE, "{\"connectorProfileName\":\"a/b+c=d\"}"), 404, "ResourceNotFoundException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"forceDelete\":null", ",\"forceDelete\":false", ",\"forceDelete\":\"false\""})
    @Tag("DeleteConnectorProfile.409.ConflictException")
    @Tag("DeleteConnectorProfile.forceDelete.type")
    void a_profile_in_use_is_kept(String force) {
        useTestMarketoProfile();

        assertThat(assertError(
                        server.post(DELETE, "{\"connectorProfileName\":\"testMarketoProfile\"" + force + "}"),
                        409,
                        "ConflictException"))
                .endsWith("Some of the associated flows are: [myTestFlow1]");
        assertThat(server.post(DELETE, "{\"connectorProfileName\":\"testMarketoProfile\",\"forceDelete\":true}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    @Tag("DeleteConnectorProfile.forceDelete.type")
    void the_documented_sample_deletes_a_profile_in_use() {
        useTestMarketoProfile();

        HttpResponse<String> deleted =
                server.post(DELETE, "{ \"connectorProfileName\": \"testMarketoProfile\", \"forceDelete\": \"true\" }");

        assertThat(deleted.statusCode()).isEqualTo(200);
        assertThat(server.post(STOP, "{\"flowName\":\"myTestFlow1\"}").statusCode())
                .isEqualTo(200);
    }

    @Test
    @Tag("StopFlow.200")
    @Tag("StopFlow.flowArn.required")
    @Tag("StopFlow.flowArn.type")
    @Tag("StopFlow.flowStatus.required")
    @Tag("StopFlow.flowStatus.type")
    @Tag("StopFlow.flowStatus.Suspended")
    void the_documented_sample_stops_a_flow() {
        server.put("/_control/flows", "{\"name\":\"name\",\"trigger\":\"Scheduled\"}");

        HttpResponse<String> stopped = server.post(STOP, "{ \"flowName\": \"name\" }");

        assertThat(stopped.statusCode()).isEqualTo(200);
        assertThat(json(stopped))
                .hasToString("{\"flowArn\":\"arn:aws:appflow:us-east-1:123456789012:flow/name\","
                        + "\"flowStatus\":\"Suspended\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "OnDemand, Active, 400, UnsupportedOperationException",
        "Scheduled, Draft, 409, ConflictException",
        "Event, Deprecated, 409, ConflictException",
        "Event, Deleted, 404, ResourceNotFoundException"
    })
    @Tag("StopFlow.400.UnsupportedOperationException")
    @Tag("StopFlow.409.ConflictException")
    @Tag("StopFlow.404.ResourceNotFoundException")
    @Tag("StopFlow.flowStatus.Draft")
    @Tag("StopFlow.flowStatus.Deprecated")
    @Tag("StopFlow.flowStatus.Deleted")
    void a_flow_that_cannot_be_stopped_is_unchanged(String trigger, String status, int code, String type) {
        String flow = "{\"name\":\"ab\",\"trigger\":\"%s\",\"status\":\"%s\"}".formatted(trigger, status);
        server.put("/_control/flows", flow);

        assertError(server.post(STOP, "{\"flowName\":\"ab\"}"), code, type);

        assertThat(json(server.post("/_control/describe", "{\"flowName\":\"ab\"}"))
                        .at("/flows/0/status")
                        .textValue())
                .isEqualTo(status);
    }

    @Test
    @Tag("StopFlow.flowArn.pattern")
    void the_signature_says_whose_resources_are_meant() {
        server.put(
                "/_control/flows",
                "{\"name\":\"ab\",\"trigger\":\"Event\",\"account\":\"210987654321\",\"region\":\"eu-west-1\"}");
        String signature = "AWS4-HMAC-SHA256 Credential=210987654321/20260101/eu-west-1/appflow/aws4_request,"
                + " SignedHeaders=host, Signature=0";

        assertError(server.post(STOP, "{\"flowName\":\"ab\"}"), 404, "ResourceNotFoundException");
        assertThat(json(server.post(STOP, "{\"flowName\":\"ab\"}", "Authorization", signature))
                        .path("flowArn")
                        .textValue())
                .isEqualTo("arn:aws:appflow:eu-west-1:210987654321:flow/ab");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                   | 1 validation error detected: Value null at 'flowName' failed to satisfy constraint: Member must not be null
            {"flowName":null}    | 1 validation error detected: Value null at 'flowName' failed to satisfy constraint: Member must not be null
            {"flowName":"a b"}   | 1 validation error detected: Value 'a b' at 'flowName' failed to satisfy constraint: Member must satisfy regular expression pattern: PATTERN
            {"flowName":"ab\\n"} | 1 validation error detected: Value 'ab
            {"flowName":"a"}     | 1 validation error detected: Value 'a' at
            {"flowName":"äb"}    | 1 validation error detected: Value 'äb' at
            {"flowName":""}      | 1 validation error detected: Value '' at
            """)
    @Tag("StopFlow.400.ValidationException")
    @Tag("StopFlow.flowName.required")
    @Tag("StopFlow.flowName.pattern")
    void a_breach_is_worded_as_aws_does(String body, String message) {
        assertThat(assertError(server.post(STOP, body), 400, "ValidationException"))
                .startsWith(message.replace("PATTERN", ContractDocument.flowNamePattern()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"connectorProfileName\":\"a b\"}", "{\"connectorProfileName\":\"\"}"})
    @Tag("DeleteConnectorProfile.400.ValidationException")
    @Tag("DeleteConnectorProfile.connectorProfileName.required")
    @Tag("DeleteConnectorProfile.connectorProfileName.pattern")
    void a_profile_s_name_is_required_and_of_its_pattern(String body) {
        assertThat(assertError(server.post(DELETE, body), 400, "ValidationException"))
                .startsWith("1 validation error detected: Value")
                .contains("at 'connectorProfileName'");
    }

    @Test
    @Tag("DeleteConnectorProfile.connectorProfileName.maxLength")
    @Tag("DeleteConnectorProfile.connectorProfileName.type")
    void a_profile_s_name_is_a_string_of_limited_length() {
        int longest = ContractDocument.profileNameLength();

        assertError(deleteNamed("\"" + "a".repeat(longest) + "\""), 404, "ResourceNotFoundException");
        assertThat(assertError(deleteNamed("\"" + "a".repeat(longest + 1) + "\""), 400, "ValidationException"))
                .contains("length less than or equal to " + longest);
        assertError(deleteNamed("7"), 400, "SerializationException");
    }

    @Test
    @Tag("StopFlow.flowArn.maxLength")
    @Tag("StopFlow.flowArn.pattern")
    void the_longest_name_makes_an_arn_that_is_not_too_long() {
        String name = "a".repeat(ContractDocument.flowNameLength());
        server.put("/_control/flows", "{\"name\":\"" + name + "\",\"trigger\":\"Event\"}");

        assertThat(json(server.post(STOP, "{\"flowName\":\"" + name + "\"}"))
                        .path("flowArn")
                        .textValue())
                .endsWith(":flow/" + name)
                .hasSizeLessThanOrEqualTo(ContractDocument.flowArnLength());
    }

    private static HttpResponse<String> deleteNamed(String name) {
        return server.post(DELETE, "{\"connectorProfileName\":" + name + "}");
    }

    @Test
    @Tag("StopFlow.400.ValidationException")
    @Tag("StopFlow.flowName.maxLength")
    @Tag("StopFlow.flowName.pattern")
    void several_breaches_are_told_in_one_order() {
        int longest = ContractDocument.flowNameLength();
        String name = "a".repeat(longest) + "\ud83d\ude00";

        assertThat(assertError(server.post(STOP, "{\"flowName\":\"" + name + "\"}"), 400, "ValidationException"))
                .isEqualTo(
                        ("2 validation errors detected: Value '%s' at 'flowName' failed to satisfy constraint: Member"
                                        + " must have length less than or equal to %d; Value '%s' at 'flowName' failed to"
                                        + " satisfy constraint: Member must satisfy regular expression pattern: %s")
                                .formatted(name, longest, name, ContractDocument.flowNamePattern()));
    }

    @Test
    @Tag("StopFlow.flowName.maxLength")
    void length_counts_code_points() {
        int longest = ContractDocument.flowNameLength();
        String pair = "\ud83d\ude00";

        assertThat(assertError(
                        server.post(STOP, "{\"flowName\":\"" + pair.repeat(longest) + "\"}"),
                        400,
                        "ValidationException"))
                .startsWith("1 validation error");
        assertError(
                server.post(STOP, "{\"flowName\":\"" + "a".repeat(longest) + "\"}"), 404, "ResourceNotFoundException");
    }

    private static void useTestMarketoProfile() {
        server.put("/_control/connector-profiles", "{\"name\":\"testMarketoProfile\"}");
        server.put(
                "/_control/flows",
                "{\"name\":\"myTestFlow1\",\"trigger\":\"Scheduled\",\"destinations\":[\"testMarketoProfile\"]}");
    }

    @Test
    void a_value_that_is_longer_than_any_name_is_not_repeated_in_whole() {
        String message = assertError(
                server.post("/stop-flow", "{\"flowName\":\"a" + "\ud83d\ude00".repeat(5_000) + "\"}"),
                400,
                "ValidationException");

        assertThat(message).contains("\ud83d\ude00...' at 'flowName'").hasSizeLessThan(3_000);
    }
}
