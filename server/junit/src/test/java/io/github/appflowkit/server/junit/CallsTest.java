package io.github.appflowkit.server.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.appflowkit.server.Configuration;
import io.github.appflowkit.server.control.Operation;
import io.github.appflowkit.server.control.ServedRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CallsTest {
    @RegisterExtension
    static final AppFlowExtension APPFLOW =
            new AppFlowExtension(Configuration.builder().account("210987654321").control(false));

    @Test
    void a_call_that_is_missing_is_told_with_what_was_called_instead(AppFlow appflow) throws Exception {
        stopFlow(appflow.uri(), "{\"flowName\":\"hourly\"}");
        stopFlow(appflow.uri(), "{");

        assertThatThrownBy(() -> appflow.calls(Operation.STOP_FLOW, "nightly").once())
                .isInstanceOf(AssertionError.class)
                .hasMessage("StopFlow should have been called once for 'nightly', and was called never."
                        + " What was called:\n"
                        + "  StopFlow for 'hourly' in account 210987654321, region us-east-1: 404"
                        + " ResourceNotFoundException\n"
                        + "  StopFlow for a name that could not be read in account 210987654321, region us-east-1: 400"
                        + " SerializationException");
    }

    @Test
    void a_call_too_many_is_told(AppFlow appflow) throws Exception {
        stopFlow(appflow.uri(), "{\"flowName\":\"nightly\"}");
        stopFlow(appflow.uri(), "{\"flowName\":\"nightly\"}");

        Calls calls = appflow.calls(Operation.STOP_FLOW, "nightly");
        calls.times(2);
        assertThat(calls.requests()).extracting(ServedRequest::status).containsExactly(404, 404);
        assertThatThrownBy(calls::once).hasMessageContaining("called once for 'nightly', and was called 2 times.");
        assertThatThrownBy(calls::never).hasMessageContaining("called never for 'nightly', and was called 2 times.");
        appflow.calls(Operation.DELETE_CONNECTOR_PROFILE, "nightly").never();
    }

    @Test
    void each_test_begins_without_calls(AppFlow appflow) {
        assertThatThrownBy(() -> appflow.calls(Operation.STOP_FLOW, "nightly").once())
                .hasMessageEndingWith("Nothing was called at all.");
    }

    private static void stopFlow(URI server, String body) throws Exception {
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.resolve("/stop-flow"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
    }
}
