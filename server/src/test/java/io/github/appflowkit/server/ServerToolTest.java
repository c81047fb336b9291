package io.github.appflowkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
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
        Set<Thread> before = threads();
        RunningCommand command = RunningCommand.start("--port", "0");
        URI uri = command.uri();
        assertThat(stopFlow(uri)).contains("404");

        assertThat(command.stop()).isZero();

        assertThatThrownBy(() -> new Socket(uri.getHost(), uri.getPort()).close())
                .isInstanceOf(ConnectException.class);
        for (Thread thread : threads()) {
            if (!before.contains(thread)) {
                thread.join(5_000);
            }
        }
        assertThat(threads())
                .filteredOn(thread -> !before.contains(thread))
                .extracting(Thread::getName)
                .noneMatch(name -> name.contains("appflow") || name.contains("rizzly"));
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().startsWith("HttpClient"))
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
