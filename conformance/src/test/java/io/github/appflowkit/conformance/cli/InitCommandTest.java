package io.github.appflowkit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files with which a newcomer begins. */
class InitCommandTest {
    @TempDir
    private Path folder;

    private CommandRun command;

    @BeforeEach
    void begin() {
        command = new CommandRun(folder);
    }

    @Test
    void a_configuration_is_written_that_can_be_edited_and_read() throws IOException {
        assertThat(init()).isZero();

        assertThat(command.out()).contains("wrote ", "names.yaml", "flow-scheduled.json", "appflow-conformance run");
        Path configuration = folder.resolve("appflow-conformance.yaml");
        assertThat(Files.readAllLines(configuration))
                .allMatch(line -> line.isEmpty() || line.startsWith("# "))
                .contains("# setup: auto", "# strict: false", "# timeout: 10s", "# report-dir: conformance-report");

        Files.writeString(
                configuration,
                Files.readString(configuration)
                        .replace("# rule: [GLOB]", "rule: [stop-flow.arn-*]")
                        .replace("# seed: N", "seed: 7"));
        assertThat(command.run("--templates", folder.resolve("templates")))
                .as(command.err())
                .isZero();
        assertThat(command.out()).contains("seed 7", "3 rules");
    }

    @Test
    void nothing_is_replaced_unless_that_is_asked_for() throws IOException {
        Path file = Files.writeString(folder.resolve("names.yaml"), "mine");

        assertThat(init()).isEqualTo(2);
        assertThat(command.err()).contains(file + " is there already; --force replaces it");
        assertThat(file).hasContent("mine");
        assertThat(folder.resolve("appflow-conformance.yaml")).doesNotExist();

        assertThat(init("--force")).isZero();
        assertThat(Files.readString(file)).contains("connectorProfiles:");
    }

    private int init(Object... options) {
        return command.execute(
                Stream.concat(Stream.of("init", folder), Stream.of(options)).toArray());
    }
}
