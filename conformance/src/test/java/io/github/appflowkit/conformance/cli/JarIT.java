package io.github.appflowkit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The executable jar, as users start it. */
class JarIT {
    private static final Path SUITE = Path.of("target/appflow-conformance.jar");

    /** A JVM gains nothing from its second compiler in the seconds that it is up. */
    private static final List<String> QUICKLY = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final List<String> LOGGED = List.of("--access-log", "text");

    /** So many requests after its start, the suite is in the midst of its scenarios. */
    private static final int IN_THE_MIDST = 60;

    private static final String EMPTY = "{\"connectorProfiles\":[],\"flows\":[]}";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @Test
    void a_run_in_process_and_one_against_a_server_of_its_own_say_the_same() throws Exception {
        Map<String, String> inProcess = verdicts("in-process");
        Map<String, String> separate;
        try (LaunchedServer server = LaunchedServer.start(List.of())) {
            separate = verdicts("separate", "--endpoint", server.url().toString());
        }

        // Nothing is known of the accounts of an endpoint that is given.
        assertThat(inProcess.remove("wire.account-scope")).isEqualTo("passed");
        assertThat(separate.remove("wire.account-scope")).isEqualTo("untestable");
        assertThat(separate).isEqualTo(inProcess);
        assertThat(inProcess.values()).containsOnly("passed", "observed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void an_interrupted_run_removes_what_it_made_and_reports(String signal) throws Exception {
        try (LaunchedServer server = LaunchedServer.start(LOGGED)) {
            String url = server.url().toString();
            List<String> command = command(List.of(
                    "run",
                    "--endpoint",
                    url,
                    "--report-dir",
                    folder.resolve("cut").toString()));
            // A build that a shell runs in the background ignores SIGINT, and so its children would.
            command.addAll(0, List.of("env", "--default-signal=INT"));
            Process run = new ProcessBuilder(command).start();
            server.awaitLines(IN_THE_MIDST);
            signal(run, signal);

            assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(run.exitValue()).isEqualTo(130);
            assertThat(folder.resolve("cut/report.json")).isNotEmptyFile();
            assertThat(folder.resolve("cut/ledger.jsonl")).doesNotExist();
            assertThat(post(url + "/_control/describe", "{}")).isEqualTo("{\"connectorProfiles\":[],\"flows\":[]}");
        }
    }

    @Test
    void what_a_killed_run_left_is_removed_by_its_ledger() throws Exception {
        try (LaunchedServer server = LaunchedServer.start(LOGGED)) {
            String url = server.url().toString();
            Path reports = folder.resolve("killed");
            Path ledger = reports.resolve("ledger.jsonl");
            Process run = start("run", "--endpoint", url, "--report-dir", reports.toString());
            server.awaitLines(IN_THE_MIDST);
            // It removes what it makes, so that it has to stand still while we look.
            await(() -> {
                signal(run, "STOP");
                boolean left = Files.exists(ledger)
                        && !post(url + "/_control/describe", "{}").equals(EMPTY);
                signal(run, left ? "KILL" : "CONT");
                return left;
            });
            run.waitFor();

            assertThat(post(url + "/_control/describe", "{}")).isNotEqualTo(EMPTY);
            Process cleanup = start("cleanup", ledger.toString());
            assertThat(new String(cleanup.getInputStream().readAllBytes())).contains("removed the ");
            assertThat(cleanup.waitFor()).isZero();
            assertThat(post(url + "/_control/describe", "{}")).isEqualTo(EMPTY);
            assertThat(ledger).doesNotExist();
        }
    }

    private static void signal(Process process, String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.call()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static String post(String url, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, BodyHandlers.ofString()).body();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run --endpoint https://127.0.0.1:1",
                "run --endpoint http://127.0.0.1:1 --control-url https://127.0.0.1:1/_control"
            })
    void a_trust_store_that_is_none_is_told(String line) throws Exception {
        Path store = Files.writeString(folder.resolve("store"), "no keys");
        List<String> command = command(List.of(line.split(" ")));
        command.add(1, "-Djavax.net.ssl.trustStore=" + store);
        Process run = new ProcessBuilder(command).start();

        List<String> told = run.errorReader().lines().toList();
        assertThat(told)
                .hasSize(2)
                .first()
                .asString()
                .startsWith("appflow-conformance run: -Djavax.net.ssl.trustStore=" + store + " cannot be used: ");
        assertThat(told).last().isEqualTo("Try 'appflow-conformance run --help'.");
        assertThat(run.waitFor()).isEqualTo(2);
    }

    @Test
    void the_jar_tells_its_version_without_noise() throws Exception {
        Process version = start("--version");

        assertThat(new String(version.getInputStream().readAllBytes())).contains("appflow-conformance 1.");
        assertThat(version.errorReader().lines()).isEmpty();
        assertThat(version.waitFor()).isZero();
    }

    /** Runs the suite strictly and gives the verdict on each rule. */
    private Map<String, String> verdicts(String name, String... options) throws Exception {
        Path reports = folder.resolve(name);
        List<String> arguments = new ArrayList<>(List.of("run", "--strict", "--report-dir", reports.toString()));
        arguments.addAll(List.of(options));
        Path err = folder.resolve(name + ".err");
        Process run = new ProcessBuilder(command(arguments))
                .redirectError(err.toFile())
                .start();
        String out = new String(run.getInputStream().readAllBytes());

        assertThat(run.waitFor()).as(out).isZero();
        assertThat(Files.readAllLines(err))
                .as("the error stream holds progress alone")
                .allMatch(line -> line.matches("\\d+ of \\d+ scenarios(, \\d+ broken)?"));
        Map<String, String> verdicts = new TreeMap<>();
        JsonNode report = JsonMapper.builder()
                .build()
                .readTree(reports.resolve("report.json").toFile());
        report.path("rules")
                .forEach(rule -> verdicts.put(
                        rule.path("id").asText(), rule.path("verdict").asText()));
        return verdicts;
    }

    private static Process start(String... arguments) throws IOException {
        return new ProcessBuilder(command(List.of(arguments))).start();
    }

    private static List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(QUICKLY);
        command.add("-jar");
        command.add(SUITE.toString());
        command.addAll(arguments);
        return command;
    }
}
