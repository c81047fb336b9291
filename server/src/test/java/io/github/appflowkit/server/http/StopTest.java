package io.github.appflowkit.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.server.TestServer;
import io.github.appflowkit.server.flow.Flow;
import io.github.appflowkit.server.flow.FlowStatus;
import io.github.appflowkit.server.flow.Trigger;
import io.github.appflowkit.server.store.InMemoryStore;
import io.github.appflowkit.server.store.Store;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What was sent before a stop is answered, and each answer after it is its connection's last. */
class StopTest {
    private static final String CALL = "POST /stop-flow HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            + "Content-Length: 17\r\n\r\n{\"flowName\":\"ab\"}";
    private static final int STOP_MILLIS = 20;
    private static final int CONNECTIONS = 4 * Listener.SELECTORS;
    private static final Limits LIMITS =
            new Limits(1024, 1024, CONNECTIONS, Duration.ofSeconds(10), Duration.ofSeconds(10));

    private final CountDownLatch held = new CountDownLatch(Listener.SELECTORS);
    private final CountDownLatch released = new CountDownLatch(1);
    private Thread stop;

    @Test
    void requests_that_nobody_has_read_yet_are_answered_too() throws Exception {
        HttpInterface http = open();
        stop = new Thread(http::close);
        List<RawConnection> connections = new ArrayList<>();
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                RawConnection connection = new RawConnection(URI.create("http://127.0.0.1:" + http.port()));
                connections.add(connection);
                assertThat(connection.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n").answer())
                        .startsWith("HTTP/1.1 404 ");
            }
            for (RawConnection connection : connections.subList(0, Listener.SELECTORS)) {
                connection.send(CALL);
            }
            assertThat(held.await(10, TimeUnit.SECONDS)).isTrue();
            for (RawConnection connection : connections.subList(Listener.SELECTORS, connections.size())) {
                connection.send(CALL);
            }

            stop.start();
            while (stop.isAlive() && stop.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            released.countDown();

            for (RawConnection connection : connections) {
                assertThat(connection.answer())
                        .startsWith("HTTP/1.1 200 ")
                        .containsIgnoringCase("\r\nConnection: close\r\n")
                        .endsWith("\"flowStatus\":\"Suspended\"}");
            }
        } finally {
            released.countDown();
            http.close();
            stop.join();
            for (RawConnection connection : connections) {
                connection.close();
            }
        }
    }

    private HttpInterface open() throws Exception {
        InMemoryStore store = new InMemoryStore();
        store.put(new Flow(TestServer.DEFAULTS.name("ab"), Trigger.EVENT, FlowStatus.ACTIVE, null, List.of()));
        return TestInterface.open(LIMITS, holding(store));
    }

    /** A store that holds the threads that call it: until they are released, and then so long that a stop could end. */
    private Store holding(Store store) {
        return (Store) Proxy.newProxyInstance(
                Store.class.getClassLoader(), new Class<?>[] {Store.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("stopFlow")) {
                        held.countDown();
                        released.await();
                        stop.join(STOP_MILLIS);
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
