package io.github.appflowkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.UnixOperatingSystemMXBean;
import io.github.appflowkit.server.http.RawConnection;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * Mixed load with faults for a while leaves memory, threads and files as they were. {@code -Dsoak.seconds=600} is the
 * full run.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "open files are counted as Linux tells them")
class SoakTest {
    private static final Duration TIME = Duration.ofSeconds(Long.getLong("soak.seconds", 4));
    private static final int CLIENTS = 16;
    private static final int USES = 50;
    private static final String HEAD = " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
    private static final List<String> FAULTS = List.of(
            "{\"share\":0.02,\"error\":\"InternalServerException\",\"untilReset\":true}",
            "{\"share\":0.02,\"seed\":1,\"error\":\"ThrottlingException\",\"untilReset\":true}",
            "{\"share\":0.02,\"seed\":2,\"delayMillis\":20,\"untilReset\":true}",
            "{\"share\":0.01,\"seed\":3,\"connection\":\"Cut\",\"untilReset\":true}",
            "{\"share\":0.01,\"seed\":4,\"connection\":\"Truncate\",\"untilReset\":true}");
    private static final List<String> REQUESTS = List.of(
            request("POST /stop-flow", "{\"flowName\":\"ab\"}"),
            request("POST /stop-flow", "{\"flowName\":\"none\"}"),
            request("POST /stop-flow", "{\"flowName\":"),
            request("POST /delete-connector-profile", "{\"connectorProfileName\":\"crm\"}"),
            request("PUT /_control/connector-profiles", "{\"name\":\"crm\"}"),
            request("PUT /_control/flows", "{\"name\":\"ab\",\"trigger\":\"Event\",\"source\":\"crm\"}"),
            request("POST /_control/describe", "{\"flowName\":\"ab\"}"),
            request("GET /none", ""),
            "GET / HTTP/1.1\nHost: x\n\n",
            "POST /stop-flow" + HEAD + "Transfer-Encoding: chunked\r\n\r\nnonsense\r\n");

    private final Map<String, Long> outcomes = new ConcurrentSkipListMap<>();

    /** What a process holds. */
    private record Held(long heapMiB, int threads, long files) {
        static Held now() {
            var system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            return new Held(
                    settledMiB(),
                    ManagementFactory.getThreadMXBean().getThreadCount(),
                    system.getOpenFileDescriptorCount());
        }

        /** What is left when a collection frees no more: the first may only find what the next can free. */
        private static long settledMiB() {
            long used = Long.MAX_VALUE;
            long before;
            do {
                before = used;
                System.gc();
                used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
            } while (used < before);
            return used;
        }

        /** Fails if more is held than before, but for what garbage and resting workers may make of it. */
        void requireAsLittleAs(Held before) {
            assertThat(heapMiB).as("MiB of heap").isLessThan(before.heapMiB() + 16);
            assertThat(threads).as("threads").isLessThanOrEqualTo(before.threads() + CLIENTS);
            assertThat(files).as("files").isLessThanOrEqualTo(before.files() + 4);
        }
    }

    @Test
    void mixed_load_with_faults_leaves_nothing_behind() throws Exception {
        try (TestServer server = TestServer.start()) {
            for (String fault : FAULTS) {
                assertThat(server.post("/_control/faults", fault).statusCode()).isEqualTo(200);
            }
            // The first part fills the journal and wakes the workers that the load needs.
            long warmedUp = load(server, TIME.dividedBy(4));
            Held before = Held.now();
            long served = load(server, TIME.dividedBy(4).multipliedBy(3));
            Held after = Held.now();
            System.out.printf(
                    "%d requests in %d s; outcomes %s; before %s, after %s%n",
                    warmedUp + served, TIME.toSeconds(), outcomes, before, after);

            assertThat(outcomes).containsKeys("200", "400", "404", "429", "500", "closed");
            after.requireAsLittleAs(before);
            server.post("/_control/reset", null);
            server.put("/_control/flows", "{\"name\":\"ab\",\"trigger\":\"Event\"}");
            assertThat(server.post("/stop-flow", "{\"flowName\":\"ab\"}").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_leak_of_files_is_seen() throws IOException {
        Held before = Held.now();
        try (ServerSocket server = new ServerSocket(0)) {
            List<Socket> leaked = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                leaked.add(new Socket(server.getInetAddress(), server.getLocalPort()));
            }
            assertLeak(before, "files");
            for (Socket socket : leaked) {
                socket.close();
            }
        }
    }

    @Test
    void a_leak_of_memory_is_seen() {
        byte[] leaked = new byte[32 << 20];
        Held after = Held.now();
        Reference.reachabilityFence(leaked);
        leaked = null;
        // What there is without the leak is measured last, so that nothing that earlier tests leave can hide it.
        Held before = Held.now();
        assertThatThrownBy(() -> after.requireAsLittleAs(before)).hasMessageContaining("[MiB of heap]");
    }

    @Test
    void a_leak_of_threads_is_seen() {
        Held before = Held.now();
        CountDownLatch end = new CountDownLatch(1);
        for (int i = 0; i < 4 * CLIENTS; i++) {
            new Thread(() -> {
                        try {
                            end.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    })
                    .start();
        }
        assertLeak(before, "threads");
        end.countDown();
    }

    private static void assertLeak(Held before, String of) {
        assertThatThrownBy(() -> Held.now().requireAsLittleAs(before)).hasMessageContaining("[" + of + "]");
    }

    private long load(TestServer server, Duration time) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        AtomicLong requests = new AtomicLong();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                int first = i;
                running.add(clients.submit(() -> {
                    for (int next = first; System.nanoTime() < end; next++) {
                        try (RawConnection connection = new RawConnection(server.uri())) {
                            next = use(connection, next, requests);
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> client : running) {
                client.get();
            }
        } finally {
            clients.shutdownNow();
        }
        return requests.get();
    }

    /** Sends one request after the other, until the connection ends. */
    private int use(RawConnection connection, int first, AtomicLong requests) {
        int next = first;
        try {
            for (; next < first + USES; next++) {
                requests.incrementAndGet();
                String answer =
                        connection.send(REQUESTS.get(next % REQUESTS.size())).answer();
                outcomes.merge(answer.substring(9, 12), 1L, Long::sum);
            }
        } catch (IOException e) {
            outcomes.merge("closed", 1L, Long::sum);
        }
        return next;
    }

    private static String request(String line, String body) {
        return line + HEAD + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }
}
