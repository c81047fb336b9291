package io.github.appflowkit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The example on Node.js, generated, installed, started and judged as its README says, in a folder of its own. Where that
 * cannot be, the build says that it did not run.
 */
class NodeExampleIT {
    private static final Path EXAMPLE = Path.of("examples/node");
    private static final int OLDEST_NODE = 20;
    private static final Pattern LISTENING = Pattern.compile("Listening on (http://\\S+)");
    private static final Pattern NO_REGISTRY =
            Pattern.compile("npm (?:error|ERR!) code E(?:NOTFOUND|AI_AGAIN|CONN\\w+|TIMEDOUT|NETUNREACH|NOTCACHED)");

    @TempDir
    private Path folder;

    // On a thread of its own, since nothing else ends the wait for a line of a process.
    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void the_example_that_is_filled_in_by_hand_follows_every_rule() throws Exception {
        for (String program : List.of("mvn", "npm", "node")) {
            judgeable(isOnThePath(program), "there is no " + program + " on the PATH");
        }
        String node = run(Map.of(), "node", "--version").text().strip();
        judgeable(
                Integer.parseInt(node.replaceAll("v(\\d+)\\..*", "$1")) >= OLDEST_NODE,
                "Node.js " + node + " is older than " + OLDEST_NODE);
        copyWhatIsWrittenByHand();

        Finished generated = run(
                withThisBuildsRepository(),
                Path.of("../openapi/bin/generate").toAbsolutePath().toString(),
                "nodejs-express-server",
                ".",
                "--force");
        assertThat(generated.exitCode()).as(generated.text()).isZero();
        Finished installed = run(Map.of(), "npm", "ci", "--no-audit", "--no-fund");
        judgeable(!NO_REGISTRY.matcher(installed.text()).find(), "npm reaches no registry");
        assertThat(installed.exitCode()).as(installed.text()).isZero();

        Finished judged;
        Process server = new ProcessBuilder("node", "index.js", "--port", "0")
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            Matcher listening =
                    LISTENING.matcher(String.valueOf(server.inputReader().readLine()));
            assertThat(listening.matches()).isTrue();
            judged = judge(listening.group(1));
        } finally {
            server.destroy();
            assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(judged.exitCode()).as(judged.text()).isZero();
        JsonNode report = JsonMapper.builder()
                .build()
                .readTree(folder.resolve("report/report.json").toFile());
        assertThat(report.path("rules").findValuesAsText("verdict"))
                .contains("passed")
                .containsOnly("passed", "observed");
    }

    /** Says that nothing was tested, unless there is all that it takes. */
    private static void judgeable(boolean possible, String missing) {
        if (!possible) {
            System.err.println("SKIPPED: conformance/examples/node was not judged: " + missing);
        }
        assumeTrue(possible, () -> "conformance/examples/node was not judged: " + missing);
    }

    private static boolean isOnThePath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    private static Map<String, String> withThisBuildsRepository() {
        String repository = System.getProperty("localRepository");
        String options = System.getenv().getOrDefault("MAVEN_OPTS", "");
        return repository == null ? Map.of() : Map.of("MAVEN_OPTS", options + " -Dmaven.repo.local=" + repository);
    }

    private void copyWhatIsWrittenByHand() throws IOException {
        try (Stream<String> ignored = Files.lines(EXAMPLE.resolve(".gitignore"));
                Stream<Path> files = Files.walk(EXAMPLE)) {
            List<Path> generated = ignored.map(EXAMPLE::resolve).toList();
            for (Path file : files.filter(file -> generated.stream().noneMatch(file::startsWith))
                    .toList()) {
                Path copy = folder.resolve(EXAMPLE.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }

    private Finished judge(String endpoint) throws Exception {
        Path credentials = Files.writeString(
                folder.resolve("credentials"),
                "[second]\naws_access_key_id = 999999999999\naws_secret_access_key = second\n");
        return run(
                Map.of(
                        "AWS_SHARED_CREDENTIALS_FILE",
                        credentials.toString(),
                        "JAVA_HOME",
                        System.getProperty("java.home")),
                Path.of("bin/appflow-conformance").toAbsolutePath().toString(),
                "run",
                "--strict",
                "--setup",
                "control",
                "--second-credentials",
                "second",
                "--endpoint",
                endpoint,
                "--report-dir",
                "report");
    }

    private Finished run(Map<String, String> environment, String... command) throws Exception {
        Path output = Files.createTempFile(folder, "output", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly();
        }
        assertThat(ended).as(String.join(" ", command)).isTrue();
        return new Finished(process.exitValue(), Files.readString(output));
    }

    private record Finished(int exitCode, String text) {}
}
