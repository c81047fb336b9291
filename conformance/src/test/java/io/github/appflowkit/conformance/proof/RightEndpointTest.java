package io.github.appflowkit.conformance.proof;

import static io.github.appflowkit.conformance.proof.Client.json;
import static io.github.appflowkit.conformance.proof.Client.type;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RightEndpointTest {

    private final RightEndpoint endpoint = new RightEndpoint();
    private final Client client = new Client(endpoint.url());

    @AfterEach
    void close() {
        endpoint.close();
    }

    @Test
    void a_profile_is_deleted_once() {
        client.putProfile("{'name': 'sales'}".replace('\'', '"'));

        HttpResponse<String> first = client.delete("{\"connectorProfileName\": \"sales\"}");
        HttpResponse<String> second = client.delete("{\"connectorProfileName\": \"sales\"}");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).isEmpty();
        assertThat(second.statusCode()).isEqualTo(404);
        assertThat(type(second)).isEqualTo("ResourceNotFoundException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"source\": \"sales\"", "\"destinations\": [\"other\", \"sales\"]"})
    void a_profile_in_use_is_kept_unless_forced(String use) {
        client.putProfile("{\"name\": \"sales\"}");
        client.putFlow("{\"name\": \"nightly\", \"trigger\": \"Scheduled\", " + use + "}");

        HttpResponse<String> refused = client.delete("{\"connectorProfileName\": \"sales\", \"forceDelete\": false}");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(type(refused)).isEqualTo("ConflictException");
        assertThat(json(refused).path("message").textValue()).contains("sales", "[nightly]");
        assertThat(client.delete("{\"connectorProfileName\": \"sales\", \"forceDelete\": true}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.stop("{\"flowName\": \"nightly\"}").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "null, 409",
        "false, 409",
        "'\"false\"', 409",
        "'\"true\"', 200",
        "1, 400",
        "'\"yes\"', 400",
        "[], 400",
        "{}, 400"
    })
    void force_is_not_coerced(String force, int status) {
        client.putProfile("{\"name\": \"sales\"}");
        client.putFlow("{\"name\": \"nightly\", \"trigger\": \"Event\", \"source\": \"sales\"}");

        HttpResponse<String> response =
                client.delete("{\"connectorProfileName\": \"sales\", \"forceDelete\": " + force + "}");

        assertThat(response.statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Scheduled", "Event"})
    void a_flow_that_runs_by_itself_is_stopped(String trigger) {
        client.putFlow("{\"name\": \"nightly\", \"trigger\": \"" + trigger + "\"}");

        HttpResponse<String> response = client.stop("{\"flowName\": \"nightly\"}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(response.body())
                .isEqualTo("{\"flowArn\":\"arn:aws:appflow:us-east-1:123456789012:flow/nightly\","
                        + "\"flowStatus\":\"Suspended\"}");
        assertThat(client.stop("{\"flowName\": \"nightly\"}").body()).isEqualTo(response.body());
    }

    @ParameterizedTest
    @CsvSource({
        "OnDemand, Active, 400, UnsupportedOperationException",
        "Scheduled, Draft, 409, ConflictException",
        "Scheduled, Deprecated, 409, ConflictException",
        "Scheduled, Deleted, 404, ResourceNotFoundException"
    })
    void other_flows_are_not_stopped(String trigger, String status, int answer, String type) {
        client.putFlow("{\"name\": \"f1\", \"trigger\": \"" + trigger + "\", \"status\": \"" + status + "\"}");

        HttpResponse<String> response = client.stop("{\"flowName\": \"f1\"}");

        assertThat(response.statusCode()).isEqualTo(answer);
        assertThat(type(response)).isEqualTo(type);
        assertThat(client.post("/_control/describe", "{\"flowName\": \"f1\"}").body())
                .contains(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"flowName\": null}", "{\"a\": {\"flowName\": \"ok\"}}", "", "{\"FlowName\": \"ok\"}"})
    void a_name_is_required(String body) {
        HttpResponse<String> response = client.stop(body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(type(response)).isEqualTo("ValidationException");
        assertThat(json(response).path("message").textValue())
                .isEqualTo("1 validation error detected: Value null at 'flowName' failed to satisfy constraint: "
                        + "Member must not be null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "_ab", "ab\\n", "a b", "", "é1", "a/b", "a\uD835\uDC1A"})
    void a_name_must_match_as_a_whole(String name) {
        HttpResponse<String> response = client.stop("{\"flowName\": \"" + name + "\"}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(type(response)).isEqualTo("ValidationException");
    }

    @Test
    void a_name_has_no_more_characters_than_the_contract_says() {
        int most = NameForm.FLOW.maxLength();

        assertThat(client.stop("{\"flowName\": \"" + "a".repeat(most) + "\"}").statusCode())
                .isEqualTo(404);
        assertThat(client.stop("{\"flowName\": \"" + "a".repeat(most + 1) + "\"}")
                        .body())
                .contains("Member must have length less than or equal to " + most);
        assertThat(client.stop("{\"flowName\": \"" + "/".repeat(most + 1) + "\"}")
                        .body())
                .contains("2 validation errors detected");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "null",
                "1",
                "\"a\"",
                "{",
                "{} {}",
                "x{}",
                "{}x",
                "{'a': 1}",
                "{\"a\": NaN}",
                "{\"a\": 1,}",
                "{} // c",
                "{\"flowName\": 1}",
                "{\"flowName\": \"ab\", \"flowName\": \"ab\"}",
                " ",
                "\uFEFF{}"
            })
    void what_is_no_json_object_of_the_right_types_is_refused(String body) {
        HttpResponse<String> response = client.stop(body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(type(response)).isEqualTo("SerializationException");
    }

    @Test
    void deep_json_is_refused() {
        HttpResponse<String> response = client.stop("{\"a\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}");

        assertThat(response.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /stop-flow/, application/json; charset=utf-8, */*, 404, ResourceNotFoundException",
        "POST, /stop-flow?x=1, Application/JSON, application/*, 404, ResourceNotFoundException",
        "POST, /stop-flow, text/plain, text/html, 415, UnsupportedMediaTypeException",
        "POST, /stop-flow, application/json, text/html, 406, NotAcceptableException",
        "POST, /stop-flow, application/json, 'text/html, */*;q=0.1', 404, ResourceNotFoundException",
        "GET, /stop-flow, application/json, */*, 405, UnknownOperationException",
        "POST, /Stop-flow, application/json, */*, 404, UnknownOperationException",
        "POST, /stop-flow/x, application/json, */*, 404, UnknownOperationException",
        "POST, /, application/json, */*, 404, UnknownOperationException"
    })
    void routes_and_media_types_are_told_apart(
            String method, String path, String contentType, String accept, int status, String type) {
        HttpResponse<String> response =
                client.send(method, path, "{\"flowName\": \"unknown\"}", "Content-Type", contentType, "Accept", accept);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(type(response)).isEqualTo(type);
        assertThat(json(response).path("message").textValue()).isNotEmpty();
        assertThat(response.headers().firstValue("x-amzn-RequestId").map(UUID::fromString))
                .isPresent();
    }

    @Test
    void regions_and_accounts_are_apart() {
        String paris = "AWS4-HMAC-SHA256 Credential=111122223333/20260101/eu-west-3/appflow/aws4_request, Signature=x";
        client.putFlow(
                "{\"name\": \"nightly\", \"trigger\": \"Event\", \"account\": \"111122223333\", \"region\": \"eu-west-3\"}");

        assertThat(client.stop("{\"flowName\": \"nightly\"}").statusCode()).isEqualTo(404);
        assertThat(client.post("/stop-flow", "{\"flowName\": \"nightly\"}", "Authorization", paris)
                        .body())
                .contains("arn:aws:appflow:eu-west-3:111122223333:flow/nightly");
    }
}
