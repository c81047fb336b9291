package io.github.appflowkit.server.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.appflowkit.server.control.Operation;
import io.github.appflowkit.server.flow.FlowStatus;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.appflow.AppflowClient;

/** The README's example. */
@WithAppFlow(state = "src/test/resources/nightly.yaml")
class NightlyExportTest {
    private AppflowClient client;
    private NightlyExport export;

    @BeforeEach
    void connect(URI endpoint) {
        client = AppflowClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        export = new NightlyExport(client);
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void pausing_stops_the_flow_once(AppFlow appflow) {
        export.pause();

        appflow.calls(Operation.STOP_FLOW, "nightly-export").once();
        appflow.calls(Operation.DELETE_CONNECTOR_PROFILE, "crm").never();
        assertEquals(
                FlowStatus.SUSPENDED,
                appflow.store()
                        .findFlow(appflow.scope().name("nightly-export"))
                        .orElseThrow()
                        .status());
    }

    @Nested
    class ItsSource {
        @Test
        void is_kept_while_it_is_in_use(AppFlow appflow) {
            assertFalse(export.removeSource(false));
            assertTrue(appflow.store().findProfile(appflow.scope().name("crm")).isPresent());
        }

        @Test
        void is_removed_by_force(AppFlow appflow) {
            assertTrue(export.removeSource(true));
            assertTrue(appflow.store().findProfile(appflow.scope().name("crm")).isEmpty());
        }
    }
}
