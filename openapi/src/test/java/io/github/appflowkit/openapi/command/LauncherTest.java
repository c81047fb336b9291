package io.github.appflowkit.openapi.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code openapi/bin/contract} starts the commands from any folder, and says what is missing. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    @TempDir
    private Path folder;

    @Test
    void the_script_starts_the_commands_from_any_folder_and_behind_a_link() throws Exception {
        Path link = Files.createSymbolicLink(
                folder.resolve("link"), Path.of("bin/contract").toAbsolutePath());

        String said = run(link, "--help");
        Files.delete(link);

        assertThat(said).startsWith("0 Usage: contract [-h] COMMAND");
    }

    @Test
    void a_project_that_is_not_built_is_told_how_to_build_it() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("openapi/bin"));
        Path script = Files.copy(Path.of("bin/contract"), bin.resolve("contract"));

        assertThat(run(script, "check"))
                .isEqualTo("2 contract: it is not built yet: run 'mvn -q -pl openapi generate-sources' in "
                        + folder.toRealPath() + "\n");
    }

    /** The exit code, and what was printed. */
    private String run(Path script, String... args) throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(script.toString());
        command.command().addAll(List.of(args));
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Path said = folder.resolve("said");
        Process process = command.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).isTrue();
        return process.exitValue() + " " + Files.readString(said);
    }
}
