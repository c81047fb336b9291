package io.github.appflowkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ServerToolTest {
    @Test
    void several_run_at_once_and_know_nothing_of_each_other() throws Exception {
        try (RunningCommand one = RunningCommand.start("--port", "0");
                RunningCommand two = RunningCommand.start(
                        "--port", "0", "--state", "examples/documented-samples.yaml", "--account", "111122223333")) {
            assertThat(stopFlow(one.uri())).contains("ResourceNotFoundException", "404");
            assertThat(stopFlow(two.uri())).contains("arn:aws:appflow:us-east-1:111122223333:flow/name", "200");
        }
    }

    @Test
    void an_interrupt_frees_the_port_and_every_thread() throws Exception {
        Set<Thread> before = serving();
        RunningCommand command = RunningCommand.start("--port", "0");
        URI uri = command.uri();
        assertThat(stopFlow(uri)).contains("404");

        assertThat(command.stop()).isZero();

        assertThatThrownBy(() -> new Socket(uri.getHost(), uri.getPort()).close())
                .isInstanceOf(ConnectException.class);
        for (Thread thread : serving()) {
            if (!before.contains(thread)) {
                thread.join(5_000);
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    @Test
    void a_request_that_was_accepted_is_answered_although_the_server_stops() throws Exception {
        RunningCommand command = RunningCommand.start("--port", "0");
        URI uri = command.uri();
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(10_000);
            write(
                    socket,
                    "POST /stop-flow HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                            + "Expect: 100-continue\r\nContent-Length: 17\r\n\r\n");
            // The continue says that the request is being served.
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 100");

            CompletableFuture<Integer> exit = CompletableFuture.supplyAsync(command::stop);
            awaitClosedPort(uri);
            write(socket, "{\"flowName\":\"ab\"}");

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("HTTP/1.1 404 ", "Flow ab does not exist");
            assertThat(exit.get(20, TimeUnit.SECONDS)).isZero();
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void awaitClosedPort(URI uri) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (System.nanoTime() < deadline) {
            try {
                new Socket(uri.getHost(), uri.getPort()).close();
            } catch (IOException e) {
                return;
            }
        }
    }

    private static Set<Thread> serving() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().matches(".*(appflow|[Gg]rizzly|HttpServer-).*"))
                .collect(Collectors.toSet());
    }

    private static String stopFlow(URI server) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/stop-flow"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"flowName\":\"name\"}"))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        return answer.statusCode() + answer.headers().map().toString() + answer.body();
    }
}
