package io.github.appflowkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.appflow.AppflowClient;
import software.amazon.awssdk.services.appflow.model.AppflowException;
import software.amazon.awssdk.services.appflow.model.ConflictException;
import software.amazon.awssdk.services.appflow.model.FlowStatus;
import software.amazon.awssdk.services.appflow.model.InternalServerException;
import software.amazon.awssdk.services.appflow.model.ResourceNotFoundException;
import software.amazon.awssdk.services.appflow.model.StopFlowResponse;
import software.amazon.awssdk.services.appflow.model.ThrottlingException;
import software.amazon.awssdk.services.appflow.model.UnsupportedOperationException;
import software.amazon.awssdk.services.appflow.model.ValidationException;

/** The AWS SDK for Java, configured as its users configure it, understands every answer. */
class SdkTest {
    private TestServer server;
    private AppflowClient appflow;

    @BeforeEach
    void start() throws StartException {
        server = TestServer.start();
        appflow = client(server.uri());
    }

    @AfterEach
    void stop() {
        appflow.close();
        server.close();
    }

    private static AppflowClient client(URI endpoint) {
        return AppflowClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIAIOSFODNN7EXAMPLE", "secret")))
                .build();
    }

    @Test
    void a_profile_is_deleted() {
        put("connector-profiles", "{\"name\":\"crm\",\"region\":\"eu-central-1\"}");

        assertThat(appflow.deleteConnectorProfile(request -> request.connectorProfileName("crm"))
                        .responseMetadata()
                        .requestId())
                .satisfies(UUID::fromString);
        assertFails(
                ResourceNotFoundException.class,
                404,
                () -> appflow.deleteConnectorProfile(request -> request.connectorProfileName("crm")));
    }

    @Test
    void a_profile_in_use_is_deleted_only_by_force() {
        put("connector-profiles", "{\"name\":\"crm\",\"region\":\"eu-central-1\"}");
        put("flows", "{\"name\":\"nightly\",\"trigger\":\"Event\",\"source\":\"crm\",\"region\":\"eu-central-1\"}");

        assertThat(assertFails(
                                ConflictException.class,
                                409,
                                () -> appflow.deleteConnectorProfile(request ->
                                        request.connectorProfileName("crm").forceDelete(false)))
                        .awsErrorDetails()
                        .errorMessage())
                .endsWith("[nightly]");
        assertThatCode(() -> appflow.deleteConnectorProfile(
                        request -> request.connectorProfileName("crm").forceDelete(true)))
                .doesNotThrowAnyException();
    }

    @Test
    void a_flow_is_stopped() {
        put("flows", "{\"name\":\"nightly\",\"trigger\":\"Scheduled\",\"region\":\"eu-central-1\"}");

        StopFlowResponse stopped = appflow.stopFlow(request -> request.flowName("nightly"));

        assertThat(stopped.flowArn()).isEqualTo("arn:aws:appflow:eu-central-1:123456789012:flow/nightly");
        assertThat(stopped.flowStatus()).isEqualTo(FlowStatus.SUSPENDED);
    }

    @Test
    void a_flow_that_runs_on_demand_is_not() {
        put("flows", "{\"name\":\"adhoc\",\"trigger\":\"OnDemand\",\"region\":\"eu-central-1\"}");

        assertFails(
                UnsupportedOperationException.class, 400, () -> appflow.stopFlow(request -> request.flowName("adhoc")));
    }

    @Test
    void an_invalid_or_absent_name_is_told() {
        assertFails(ValidationException.class, 400, () -> appflow.stopFlow(request -> request.flowName("a b")));
        assertFails(ValidationException.class, 400, () -> appflow.stopFlow(request -> {}));
        assertFails(ValidationException.class, 400, () -> appflow.deleteConnectorProfile(request -> {}));
    }

    @ParameterizedTest
    @CsvSource({"InternalServerException, 500", "ThrottlingException, 429"})
    void a_failure_that_lasts_is_retried_and_then_told(String error, int status) {
        plan(error, 20);

        Class<? extends AppflowException> type =
                status == 500 ? InternalServerException.class : ThrottlingException.class;
        AppflowException failure =
                assertFails(type, status, () -> appflow.stopFlow(request -> request.flowName("nightly")));

        assertThat(failure.numAttempts()).isGreaterThan(1);
    }

    @Test
    void a_failure_that_passes_is_not_seen() {
        put("flows", "{\"name\":\"nightly\",\"trigger\":\"Event\",\"region\":\"eu-central-1\"}");
        plan("InternalServerException", 1);

        assertThat(appflow.stopFlow(request -> request.flowName("nightly")).flowStatus())
                .isEqualTo(FlowStatus.SUSPENDED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"error\":\"InternalServerException\"",
                "\"error\":\"ThrottlingException\"",
                "\"connection\":\"Cut\"",
                "\"connection\":\"Truncate\""
            })
    void a_fault_that_happens_twice_is_retried_until_the_call_succeeds(String fault) {
        put("flows", "{\"name\":\"nightly\",\"trigger\":\"Event\",\"region\":\"eu-central-1\"}");
        server.post("/_control/faults", "{\"operation\":\"StopFlow\",\"times\":2," + fault + "}");

        assertThat(appflow.stopFlow(request -> request.flowName("nightly")).flowStatus())
                .isEqualTo(FlowStatus.SUSPENDED);

        assertThat(server.send("GET", "/_control/requests", null).body().split("requestId"))
                .as("three calls in the journal")
                .hasSize(4);
    }

    @Test
    void a_share_of_calls_that_fail_is_not_seen() {
        put("flows", "{\"name\":\"nightly\",\"trigger\":\"Event\",\"region\":\"eu-central-1\"}");
        server.post("/_control/faults", "{\"share\":0.2,\"untilReset\":true,\"error\":\"InternalServerException\"}");

        for (int i = 0; i < 20; i++) {
            appflow.stopFlow(request -> request.flowName("nightly"));
        }

        assertThat(server.send("GET", "/_control/requests", null).body()).contains("\"status\":500");
    }

    private static <E extends AppflowException> E assertFails(Class<E> type, int status, Runnable call) {
        E failure = catchThrowableOfType(type, call::run);
        assertThat(failure.statusCode()).isEqualTo(status);
        assertThat(failure.awsErrorDetails().errorCode()).isEqualTo(type.getSimpleName());
        assertThat(failure.awsErrorDetails().errorMessage()).isNotEmpty();
        assertThat(failure.requestId()).satisfies(UUID::fromString);
        return failure;
    }

    private void plan(String error, int times) {
        server.post(
                "/_control/faults",
                "{\"operation\":\"StopFlow\",\"name\":\"nightly\",\"region\":\"eu-central-1\",\"error\":\"%s\",\"times\":%d}"
                        .formatted(error, times));
    }

    private void put(String what, String json) {
        server.put("/_control/" + what, json);
    }
}
