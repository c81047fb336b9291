package io.github.appflowkit.conformance.proof;

import static io.github.appflowkit.conformance.proof.Client.json;
import static io.github.appflowkit.conformance.proof.Client.type;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlApiTest {

    private final RightEndpoint endpoint = new RightEndpoint();
    private final Client client = new Client(endpoint.url());

    @AfterEach
    void close() {
        endpoint.close();
    }

    @Test
    void what_was_put_is_described_and_removed() {
        client.putProfile("{\"name\": \"a/b\"}");
        client.putFlow("{\"name\": \"nightly\", \"trigger\": \"Scheduled\", \"source\": \"a/b\"}");
        String both = "{\"connectorProfileName\": \"a/b\", \"flowName\": \"nightly\"}";

        String state = client.post("/_control/describe", "{}").body();

        assertThat(state)
                .isEqualTo("{\"connectorProfiles\":[{\"name\":\"a/b\",\"account\":\"123456789012\","
                        + "\"region\":\"us-east-1\"}],\"flows\":[{\"name\":\"nightly\",\"account\":\"123456789012\","
                        + "\"region\":\"us-east-1\",\"trigger\":\"Scheduled\",\"status\":\"Active\","
                        + "\"source\":\"a/b\",\"destinations\":[]}]}");
        assertThat(client.post("/_control/remove", both).body()).isEqualTo(state);
        assertThat(client.post("/_control/describe", both).body()).isEqualTo("{\"connectorProfiles\":[],\"flows\":[]}");
    }

    @Test
    void a_flow_that_is_put_again_is_replaced() {
        client.putFlow("{\"name\": \"nightly\", \"trigger\": \"OnDemand\"}");
        client.putFlow("{\"name\": \"nightly\", \"trigger\": \"Event\", \"status\": \"Errored\"}");

        assertThat(json(client.post("/_control/describe", "{\"flowName\": \"nightly\"}"))
                        .path("flows"))
                .hasSize(1)
                .allMatch(flow -> flow.path("trigger").textValue().equals("Event"));
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
    void a_planned_error_is_answered_as_often_as_planned(String error, int status) {
        client.putFlow("{\"name\": \"nightly\", \"trigger\": \"Event\"}");
        HttpResponse<String> planned = client.post(
                "/_control/faults",
                "{\"operation\": \"StopFlow\", \"name\": \"nightly\", \"error\": \"" + error + "\", \"times\": 2}");

        assertThat(planned.statusCode()).isEqualTo(200);
        for (int call = 0; call < 2; call++) {
            HttpResponse<String> response = client.stop("{\"flowName\": \"nightly\"}");
            assertThat(response.statusCode()).isEqualTo(status);
            assertThat(type(response)).isEqualTo(error);
        }
        assertThat(client.stop("{\"flowName\": \"nightly\"}").statusCode()).isEqualTo(200);
    }

    @Test
    void the_journal_tells_the_calls_of_operations() {
        client.stop("{\"flowName\": \"nightly\"}");
        client.post("/elsewhere", "{}");

        JsonNode requests = json(client.send("GET", "/_control/requests", "")).path("requests");

        assertThat(requests).hasSize(1);
        assertThat(requests.get(0).path("operation").textValue()).isEqualTo("StopFlow");
        assertThat(requests.get(0).path("name").textValue()).isEqualTo("nightly");
        assertThat(requests.get(0).path("status").intValue()).isEqualTo(404);
        assertThat(requests.get(0).path("errorType").textValue()).isEqualTo("ResourceNotFoundException");
    }

    @Test
    void a_reset_leaves_nothing() {
        client.putProfile("{\"name\": \"sales\"}");
        client.stop("{\"flowName\": \"nightly\"}");

        assertThat(client.post("/_control/reset", "").body()).isEqualTo("{\"connectorProfiles\":[],\"flows\":[]}");
        assertThat(client.delete("{\"connectorProfileName\": \"sales\"}").statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT | flows | {\"name\": \"nightly\"}",
                "PUT | flows | {\"name\": \"nightly\", \"trigger\": \"Now\"}",
                "PUT | flows | {\"name\": \"nightly\", \"trigger\": \"Event\", \"destinations\": \"sales\"}",
                "PUT | connector-profiles | {\"name\": \"a b\"}",
                "PUT | connector-profiles | {\"name\": \"ab\", \"account\": \"1\"}",
                "POST | faults | {\"operation\": \"StopFlow\", \"name\": \"a\", \"error\": \"Oops\"}",
                "POST | faults | {\"operation\": \"StopFlow\", \"name\": \"a\", \"error\": \"ConflictException\", \"times\": -1}",
                "POST | describe | []"
            })
    void what_is_not_valid_is_refused(String method, String path, String body) {
        assertThat(client.send(method, "/_control/" + path, body).statusCode()).isEqualTo(400);
    }
}
