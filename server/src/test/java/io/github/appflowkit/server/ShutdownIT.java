package io.github.appflowkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.server.http.RawConnection;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A server that is told to end while it is busy answers what it has accepted. */
class ShutdownIT {
    private static final int CLIENTS = 12;
    private static final String STOP = "POST /stop-flow HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/json\r\nContent-Length: 17\r\n\r\n{\"flowName\":\"ab\"}";

    @Test
    void requests_that_are_being_served_are_answered() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try (ServerProcess server = ServerProcess.start()) {
            server.put("/_control/flows", "{\"name\":\"ab\",\"trigger\":\"Event\"}");
            server.post("/_control/faults", "{\"operation\":\"StopFlow\",\"delayMillis\":1500,\"times\":1000}");
            List<Future<List<String>>> answers = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                answers.add(clients.submit(() -> callTwice(server.uri())));
            }
            awaitCalls(server, 2 * CLIENTS);

            assertThat(server.terminate()).isZero();

            for (Future<List<String>> client : answers) {
                assertThat(client.get(20, TimeUnit.SECONDS))
                        .hasSize(2)
                        .allSatisfy(answer -> assertThat(answer)
                                .startsWith("HTTP/1.1 200 ")
                                .endsWith("\"flowStatus\":\"Suspended\"}"))
                        .last()
                        .asString()
                        .containsIgnoringCase("\r\nConnection: close\r\n");
            }
        } finally {
            clients.shutdownNow();
        }
    }

    @Test
    void requests_that_were_sent_before_the_stop_are_answered_on_connections_that_never_rest() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try (ServerProcess server = ServerProcess.start()) {
            server.put("/_control/flows", "{\"name\":\"ab\",\"trigger\":\"Event\"}");
            CountDownLatch busy = new CountDownLatch(50 * CLIENTS);
            List<Future<Long>> unanswered = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                unanswered.add(clients.submit(() -> callUntilClosed(server.uri(), busy)));
            }
            assertThat(busy.await(30, TimeUnit.SECONDS)).isTrue();

            long stop = System.nanoTime();
            assertThat(server.terminate()).isZero();

            for (Future<Long> client : unanswered) {
                assertThat(client.get(20, TimeUnit.SECONDS)).isGreaterThan(stop);
            }
        } finally {
            clients.shutdownNow();
        }
    }

    /** Calls until an answer is the last; when that came, or when the call was sent that was not answered as asked. */
    private static long callUntilClosed(URI server, CountDownLatch answered) throws IOException {
        try (RawConnection connection = new RawConnection(server)) {
            while (true) {
                long sent = Long.MAX_VALUE;
                try {
                    connection.send(STOP);
                    sent = System.nanoTime();
                    String answer = connection.answer();
                    if (!answer.startsWith("HTTP/1.1 200 ")) {
                        return sent;
                    }
                    answered.countDown();
                    if (answer.contains("\r\nConnection: close\r\n")) {
                        return System.nanoTime();
                    }
                } catch (IOException e) {
                    return sent;
                }
            }
        }
    }

    /** Waits until so many calls are delayed, or were: the second of each client is being served then. */
    private static void awaitCalls(ServerProcess server, int calls) throws Exception {
        String left = "\"times\":" + (1000 - calls);
        long start = System.nanoTime();
        while (!server.send("GET", "/_control/faults", "").body().contains(left)) {
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        }
    }

    /** Two calls on one connection; the second is sent when the first was answered. */
    private static List<String> callTwice(URI server) throws IOException {
        try (RawConnection connection = new RawConnection(server)) {
            String first = connection.send(STOP).answer();
            return List.of(first, connection.send(STOP).answer());
        }
    }
}
