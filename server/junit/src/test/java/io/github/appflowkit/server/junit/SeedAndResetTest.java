package io.github.appflowkit.server.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.server.flow.Flow;
import io.github.appflowkit.server.flow.FlowStatus;
import io.github.appflowkit.server.flow.Trigger;
import io.github.appflowkit.server.profile.ConnectorProfile;
import io.github.appflowkit.server.store.State;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Measures, and prints, what a cycle costs: a profile and a flow are put, and the server is reset. */
@WithAppFlow(state = "src/test/resources/nightly.yaml")
class SeedAndResetTest {
    private static final int CYCLES = Integer.getInteger("cycles", 200);

    private interface Cycle {
        void run() throws Exception;
    }

    @Test
    void a_cycle_without_requests_returns_to_the_state_at_start(AppFlow appflow) throws Exception {
        State initial = appflow.store().snapshot();
        ConnectorProfile profile = new ConnectorProfile(appflow.scope().name("erp"));
        Flow flow = new Flow(appflow.scope().name("hourly"), Trigger.EVENT, FlowStatus.ACTIVE, "erp", List.of());

        measure("without requests", () -> {
            appflow.store().put(profile);
            appflow.store().put(flow);
            appflow.reset();
        });

        assertThat(appflow.store().snapshot()).isEqualTo(initial);
    }

    @Test
    void a_cycle_by_the_control_api_returns_to_the_state_at_start(AppFlow appflow, URI server) throws Exception {
        State initial = appflow.store().snapshot();
        HttpClient client = HttpClient.newHttpClient();

        measure("by the control API", () -> {
            send(client, server, "PUT", "connector-profiles", "{\"name\":\"erp\"}");
            send(client, server, "PUT", "flows", "{\"name\":\"hourly\",\"trigger\":\"Event\",\"source\":\"erp\"}");
            send(client, server, "POST", "reset", "");
        });

        assertThat(appflow.store().snapshot()).isEqualTo(initial);
    }

    private static void measure(String how, Cycle cycle) throws Exception {
        long[] nanos = new long[CYCLES];
        for (int i = 0; i < CYCLES; i++) {
            long start = System.nanoTime();
            cycle.run();
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "Seed and reset %s: median %.3f ms, 99 of 100 within %.3f ms (%d cycles)%n",
                how,
                nanos[CYCLES / 2] / 1e6,
                nanos[CYCLES * 99 / 100] / 1e6,
                CYCLES);
    }

    private static void send(HttpClient client, URI server, String method, String path, String body) throws Exception {
        var answer = client.send(
                HttpRequest.newBuilder(server.resolve("/_control/" + path))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
