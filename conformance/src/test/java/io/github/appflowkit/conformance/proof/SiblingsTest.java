package io.github.appflowkit.conformance.proof;

import static io.github.appflowkit.conformance.proof.Client.json;
import static io.github.appflowkit.conformance.proof.Client.type;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiblingsTest {

    private final RightEndpoint endpoint = RightEndpoint.withSiblings();
    private final Client client = new Client(endpoint.url());

    @AfterEach
    void close() {
        endpoint.close();
    }

    @Test
    void a_profile_is_created_once_and_described() {
        HttpResponse<String> created = createProfile(client, "sales", "Singular");

        assertThat(created.statusCode()).isEqualTo(200);
        assertThat(created.body())
                .isEqualTo("{\"connectorProfileArn\":"
                        + "\"arn:aws:appflow:us-east-1:123456789012:connectorprofile/sales\"}");
        assertThat(type(createProfile(client, "sales", "Singular"))).isEqualTo("ConflictException");
        assertThat(described("{}")).isEqualTo(described("{\"connectorProfileNames\": [\"sales\"]}"));
        assertThat(described("{}")).contains("\"connectorProfileName\":\"sales\"");
        assertThat(described("{\"connectorProfileNames\": [\"other\"]}")).isEqualTo("{\"connectorProfileDetails\":[]}");
    }

    @ParameterizedTest
    @CsvSource({"Scheduled, Draft, Suspended", "Event, Draft, Suspended", "OnDemand, Active, "})
    void a_flow_is_created_started_and_stopped(String trigger, String created, String stopped) {
        HttpResponse<String> answer = createFlow(client, "nightly", trigger, "", "");

        assertThat(json(answer).path("flowStatus").textValue()).isEqualTo(created);
        assertThat(json(answer).path("flowArn").textValue())
                .isEqualTo("arn:aws:appflow:us-east-1:123456789012:flow/nightly");
        assertThat(type(createFlow(client, "nightly", trigger, "", ""))).isEqualTo("ConflictException");
        assertThat(status(client.post("/start-flow", "{\"flowName\": \"nightly\"}")))
                .isEqualTo("Active");
        assertThat(status(client.stop("{\"flowName\": \"nightly\"}"))).isEqualTo(stopped);
        assertThat(status(client.post("/describe-flow", "{\"flowName\": \"nightly\"}")))
                .isEqualTo(stopped == null ? "Active" : stopped);
    }

    @ParameterizedTest
    @ValueSource(strings = {"source", "destination"})
    void a_profile_that_a_created_flow_names_is_in_use(String end) {
        createProfile(client, "sales", "Singular");
        createFlow(
                client,
                "nightly",
                "Scheduled",
                end.equals("source") ? "sales" : "",
                end.equals("destination") ? "sales" : "");

        assertThat(type(client.delete("{\"connectorProfileName\": \"sales\"}"))).isEqualTo("ConflictException");
        assertThat(client.post("/describe-flow", "{\"flowName\": \"nightly\"}").body())
                .contains("{\"connectorProfileName\":\"sales\"}");
    }

    @Test
    void a_flow_that_runs_by_itself_is_deleted_by_force_or_once_it_is_stopped() {
        createFlow(client, "nightly", "Scheduled", "", "");
        client.post("/start-flow", "{\"flowName\": \"nightly\"}");

        assertThat(type(client.post("/delete-flow", "{\"flowName\": \"nightly\"}")))
                .isEqualTo("ConflictException");
        assertThat(client.post("/delete-flow", "{\"flowName\": \"nightly\", \"forceDelete\": true}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(type(client.post("/describe-flow", "{\"flowName\": \"nightly\"}")))
                .isEqualTo("ResourceNotFoundException");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/create-connector-profile | {\"connectorProfileName\": \"sales\"}",
                "/create-connector-profile | {\"connectorProfileName\": \"a b\", \"connectorType\": \"Singular\"}",
                "/create-flow | {\"flowName\": \"nightly\"}",
                "/create-flow | {\"flowName\": \"nightly\", \"triggerConfig\": {\"triggerType\": \"Now\"}}",
                "/create-flow | {\"flowName\": \"nightly\", \"triggerConfig\": {\"triggerType\": \"Scheduled\"}}",
                "/start-flow | {}"
            })
    void what_is_not_valid_is_refused(String path, String body) {
        assertThat(type(client.post(path, body))).isEqualTo("ValidationException");
    }

    @Test
    void a_flow_of_a_profile_that_does_not_exist_is_refused() {
        assertThat(type(createFlow(client, "nightly", "OnDemand", "missing", "")))
                .isEqualTo("ResourceNotFoundException");
    }

    @Test
    void there_is_no_control_api() {
        assertThat(client.send("GET", "/_control/requests", "").statusCode()).isEqualTo(404);
    }

    @Test
    void types_that_are_not_taken_are_refused() {
        try (RightEndpoint picky = RightEndpoint.withSiblings("Singular", "Event")) {
            Client other = new Client(picky.url());

            assertThat(createProfile(other, "sales", "Singular").body())
                    .isEqualTo("{\"message\":\"Singular is not supported here.\"}");
            assertThat(createProfile(other, "sales", "Marketo").statusCode()).isEqualTo(200);
            assertThat(type(createFlow(other, "nightly", "Event", "", ""))).isEqualTo("ValidationException");
            assertThat(createFlow(other, "nightly", "Scheduled", "", "").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void an_endpoint_alone_offers_nothing_but_the_two_operations() {
        try (RightEndpoint alone = RightEndpoint.alone()) {
            Client other = new Client(alone.url());

            assertThat(type(createProfile(other, "sales", "Singular"))).isEqualTo("UnknownOperationException");
            assertThat(other.send("GET", "/_control/requests", "").statusCode()).isEqualTo(404);
            assertThat(type(other.stop("{\"flowName\": \"nightly\"}"))).isEqualTo("ResourceNotFoundException");
        }
    }

    private String described(String body) {
        return client.post("/describe-connector-profiles", body).body();
    }

    private static String status(HttpResponse<String> response) {
        return json(response).path("flowStatus").textValue();
    }

    private static HttpResponse<String> createProfile(Client client, String name, String connectorType) {
        return client.post(
                "/create-connector-profile",
                "{\"connectorProfileName\": \"" + name + "\", \"connectorType\": \"" + connectorType
                        + "\", \"connectionMode\": \"Public\","
                        + " \"connectorProfileConfig\": {\"connectorProfileProperties\": {}}}");
    }

    private static HttpResponse<String> createFlow(
            Client client, String name, String trigger, String source, String destination) {
        return client.post(
                "/create-flow",
                "{\"flowName\": \"" + name + "\", \"triggerConfig\": {\"triggerType\": \"" + trigger
                        + "\", \"triggerProperties\": {\"Scheduled\": {\"scheduleExpression\": \"rate(1days)\"}}},"
                        + " \"sourceFlowConfig\": {\"connectorType\": \"Marketo\"," + profile(source)
                        + " \"sourceConnectorProperties\": {}},"
                        + " \"destinationFlowConfigList\": [{\"connectorType\": \"S3\"," + profile(destination)
                        + " \"destinationConnectorProperties\": {}}],"
                        + " \"tasks\": [{\"sourceFields\": [], \"taskType\": \"Map_all\"}]}");
    }

    private static String profile(String name) {
        return name.isEmpty() ? "" : "\"connectorProfileName\": \"" + name + "\",";
    }
}
