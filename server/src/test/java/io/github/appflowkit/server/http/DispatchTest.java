package io.github.appflowkit.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.server.AppFlowServer;
import io.github.appflowkit.server.Configuration;
import io.github.appflowkit.server.StartException;
import io.github.appflowkit.server.account.ResourceName;
import io.github.appflowkit.server.account.Scope;
import io.github.appflowkit.server.control.Calls;
import io.github.appflowkit.server.control.Fault;
import io.github.appflowkit.server.control.FaultPlan;
import io.github.appflowkit.server.control.Operation;
import io.github.appflowkit.server.control.ServedRequest;
import io.github.appflowkit.server.flow.Flow;
import io.github.appflowkit.server.flow.FlowStatus;
import io.github.appflowkit.server.flow.Trigger;
import io.github.appflowkit.server.http.state.SharedFaults;
import io.github.appflowkit.server.store.InMemoryStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.glassfish.grizzly.threadpool.Threads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever one client's call has to wait for, the others' do not. */
class DispatchTest {
    private static final String HEAD = "POST /stop-flow HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    private static final String QUICK = HEAD + "Content-Length: 17\r\n\r\n{\"flowName\":\"ab\"}";
    private static final String SLOW = HEAD + "Content-Length: 19\r\n\r\n{\"flowName\":\"slow\"}";

    private static final ResourceName AB = new Scope("123456789012", "us-east-1").name("ab");

    /** More than there are threads that read requests. */
    private static final int CLIENTS = 2 * Math.max(2, Runtime.getRuntime().availableProcessors()) + 1;

    @Test
    void a_fault_that_is_planned_while_a_call_is_served_by_the_thread_that_read_it_is_for_later_calls() {
        SharedFaults faults = SharedFaults.start(new InMemoryStore(), List.of());
        faults.plan(new FaultPlan(
                new Calls(null, null, null, null),
                new Fault(Duration.ofDays(1), null, Fault.Connection.KEPT),
                1,
                0,
                1));
        Threads.setService(true);
        try {
            new FaultInjection(faults, new Exchanges()).meet(Operation.STOP_FLOW, AB);
        } finally {
            Threads.setService(false);
        }
        assertThat(faults.plans()).hasSize(1);
    }

    @Test
    void calls_that_are_delayed_hold_nobody_up(@TempDir Path folder) throws StartException, IOException {
        Path faults = Files.writeString(
                folder.resolve("faults.yaml"),
                "faults: [{operation: StopFlow, name: slow, delayMillis: 3000, times: %d}]".formatted(CLIENTS));
        List<RawConnection> delayed = new ArrayList<>();
        try (AppFlowServer server = AppFlowServer.start(
                Configuration.builder().port(0).faults(faults).build())) {
            server.store().put(new Flow(AB, Trigger.EVENT, FlowStatus.ACTIVE, null, List.of()));
            for (int client = 0; client < CLIENTS; client++) {
                delayed.add(new RawConnection(server.uri()).send(SLOW));
            }
            for (int client = 0; client < CLIENTS; client++) {
                try (RawConnection connection = new RawConnection(server.uri())) {
                    assertThat(connection.send(QUICK).answer()).startsWith("HTTP/1.1 200 ");
                }
            }
            assertThat(server.requests()).extracting(ServedRequest::resource).containsOnly("ab");
        } finally {
            for (RawConnection connection : delayed) {
                connection.close();
            }
        }
    }
}
