package io.github.appflowkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The packaged server, as a process of its own. */
class JarIT {
    private record Outcome(int exitCode, String out, String err) {}

    @Test
    void the_version_is_the_manifests() throws Exception {
        Outcome outcome = run("--version");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).matches("appflow-server \\d+\\.\\d+\\.\\d+.*\\R");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void help_is_printed() throws Exception {
        Outcome outcome = run("--help");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).startsWith("Usage: appflow-server");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void bad_usage_exits_with_2() throws Exception {
        Outcome outcome = run("--nope");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("appflow-server: --nope is no option");
    }

    @Test
    void a_port_in_use_exits_with_1() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            Outcome outcome = run("--host", "0.0.0.0", "--port", String.valueOf(taken.getLocalPort()));

            assertThat(outcome.exitCode()).isEqualTo(1);
            assertThat(outcome.err().lines()).singleElement().asString().endsWith("Address already in use");
        }
    }

    @Test
    void a_disk_that_fills_up_while_the_store_is_made_is_told_in_one_line(@TempDir Path folder) throws Exception {
        try (Tmpfs disk = Tmpfs.mount(folder.resolve("disk"), "size=64k")) {
            Outcome outcome = run("--store", "jdbc:h2:file:" + disk.folder().resolve("state"));

            assertThat(outcome.exitCode()).isEqualTo(1);
            assertThat(outcome.err().lines())
                    .singleElement()
                    .asString()
                    .isEqualTo("appflow-server: Cannot open the store jdbc:h2:file:"
                            + disk.folder().resolve("state") + ": No space left on device");
        }
    }

    @Test
    void a_served_process_says_where_it_is_logs_one_line_and_ends_with_0() throws Exception {
        Process process = start(
                // Logback would tell here what it searches for a configuration, if it did.
                List.of("-Dlogback.statusListenerClass=SYSOUT"),
                "--port",
                "0",
                "--state",
                "examples/documented-samples.yaml");
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String line = out.readLine();
            assertThat(line).startsWith("AppFlow reference server listening on http://127.0.0.1:");
            URI uri = URI.create(line.substring(line.lastIndexOf(' ') + 1));

            var answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(uri.resolve("/stop-flow"))
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofString("{\"flowName\":\"name\"}"))
                                    .build(),
                            BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);

            // SIGTERM; the process's own destroy() would close the streams that are read below.
            process.toHandle().destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            assertThat(text(process.getErrorStream().readAllBytes()).lines())
                    .singleElement()
                    .asString()
                    .contains(" INFO ", "Serving " + uri + " with its state in memory", "open to all on this machine");
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void an_access_log_is_lines_of_json_alone_where_nothing_else_is_logged() throws Exception {
        Process process = start("--port", "0", "--log-level", "off", "--access-log", "json", "--metrics", "on");
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String line = out.readLine();
            URI uri = URI.create(line.substring(line.lastIndexOf(' ') + 1));
            HttpClient client = HttpClient.newHttpClient();
            for (String path : List.of("/health", "/metrics")) {
                var answer =
                        client.send(HttpRequest.newBuilder(uri.resolve(path)).build(), BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            }

            process.toHandle().destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(text(process.getErrorStream().readAllBytes()).lines())
                    .hasSize(2)
                    .allMatch(logged -> logged.startsWith("{\"time\":") && logged.endsWith("}"));
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void libraries_of_options_that_are_not_used_are_not_loaded(@TempDir Path folder) throws Exception {
        Path log = folder.resolve("classes.txt");
        Process process = start(List.of("-Xlog:class+load:file=" + log), "--port", "0", "--log-level", "off");
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String line = out.readLine();
            URI uri = URI.create(line.substring(line.lastIndexOf(' ') + 1));
            for (String path : List.of("/stop-flow", "/health")) {
                HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(uri.resolve(path)).build(), BodyHandlers.discarding());
            }
            process.toHandle().destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();

            assertThat(Files.readAllLines(log))
                    .anyMatch(loaded -> loaded.contains(" io.github.appflowkit.server.store.InMemoryStore "))
                    .anyMatch(loaded -> loaded.contains(" org.glassfish.jersey."))
                    .noneMatch(
                            loaded -> loaded.matches(
                                    ".* (io\\.micrometer|io\\.prometheus|com\\.zaxxer|org\\.flywaydb|org\\.h2|org\\.postgresql|io\\.swagger)\\..*"));
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
    void the_launcher_becomes_the_server_and_so_hears_its_signals() throws Exception {
        ProcessBuilder builder = new ProcessBuilder("bin/appflow-server", "--port", "0", "--log-level", "off");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).startsWith("AppFlow reference server listening on http://127.0.0.1:");
            assertThat(process.info().command()).get().asString().endsWith("java");

            process.toHandle().destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            assertThat(text(process.getErrorStream().readAllBytes())).isEmpty();
        } finally {
            process.destroyForcibly();
        }
    }

    private static Outcome run(String... args) throws Exception {
        Process process = start(args);
        try {
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            return new Outcome(
                    process.exitValue(),
                    text(process.getInputStream().readAllBytes()),
                    text(process.getErrorStream().readAllBytes()));
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process start(String... args) throws IOException {
        return start(List.of(), args);
    }

    private static Process start(List<String> jvm, String... args) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(jvm);
        command.addAll(List.of("-jar", Path.of("target", "appflow-server.jar").toString()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("APPFLOW_") || name.equals("JAVA_TOOL_OPTIONS"));
        return builder.start();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
