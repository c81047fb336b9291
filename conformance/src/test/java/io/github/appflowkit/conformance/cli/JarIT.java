package io.github.appflowkit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The executable jars, as users start them. */
class JarIT {
    private static final Path SUITE = Path.of("target/appflow-conformance.jar");
    private static final Path SERVER = Path.of("../server/target/appflow-server.jar");

    @TempDir
    private Path folder;

    @Test
    void a_run_in_process_and_one_against_a_server_of_its_own_say_the_same() throws Exception {
        Map<String, String> inProcess = verdicts("in-process");
        Map<String, String> separate;

        Process server = start(SERVER, "--port", "0");
        try {
            BufferedReader console = server.inputReader();
            String line = console.readLine();
            separate = verdicts("separate", "--endpoint", line.substring(line.lastIndexOf(' ') + 1));
        } finally {
            server.destroy();
            assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(separate).isEqualTo(inProcess);
        assertThat(inProcess.values()).containsOnly("passed", "observed");
    }

    @Test
    void the_jar_tells_its_version_without_noise() throws Exception {
        Process version = start(SUITE, "--version");

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
        Process run = new ProcessBuilder(command(SUITE, arguments))
                .redirectError(err.toFile())
                .start();
        String out = new String(run.getInputStream().readAllBytes());

        assertThat(run.waitFor()).as(out).isZero();
        assertThat(Files.readAllLines(err))
                .as("the error stream holds progress alone")
                .allMatch(line -> line.matches("\\d+ scenarios(, \\d+ broken)?"));
        Map<String, String> verdicts = new TreeMap<>();
        JsonNode report = JsonMapper.builder()
                .build()
                .readTree(reports.resolve("report.json").toFile());
        report.path("rules")
                .forEach(rule -> verdicts.put(
                        rule.path("id").asText(), rule.path("verdict").asText()));
        return verdicts;
    }

    private static Process start(Path jar, String... arguments) throws IOException {
        return new ProcessBuilder(command(jar, List.of(arguments))).start();
    }

    private static List<String> command(Path jar, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-jar");
        command.add(jar.toString());
        command.addAll(arguments);
        return command;
    }
}
