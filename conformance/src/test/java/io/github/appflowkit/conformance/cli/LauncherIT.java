package io.github.appflowkit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The suite's launcher, copied with the jar to a folder of its own. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launchers are shell scripts")
class LauncherIT {
    private static final Path SCRIPT = Path.of("bin/appflow-conformance");
    private static final String FROM_THE_ARCHIVE = "shared objects file (top)";

    /** With an archive beside the jar, which takes some seconds to make; tests that spoil it mend it too. */
    @TempDir
    private static Path made;

    @TempDir
    private Path folder;

    private Path loaded;

    @BeforeAll
    static void make_the_archive() throws Exception {
        install(made);
        Finished finished = new Started(made).run("--make-archive");
        assertThat(finished.err()).isEmpty();
        assertThat(finished.exitCode()).isZero();
    }

    @BeforeEach
    void name_the_log() {
        loaded = folder.resolve("loaded.log");
    }

    @Test
    void it_works_from_any_folder_and_through_symbolic_links() throws Exception {
        install(folder.resolve("a home"));
        Path link = Files.createDirectories(folder.resolve("links")).resolve("suite");
        Files.createSymbolicLink(link, Path.of("again"));
        Files.createSymbolicLink(
                folder.resolve("links/again"), folder.resolve("a home").resolve(SCRIPT));

        Finished finished = new Started(folder.resolve("a home"))
                .in(Path.of("/"))
                .through(link)
                .run("--version");

        assertThat(finished.out()).startsWith("appflow-conformance 1.");
        assertThat(finished.err()).isEmpty();
        assertThat(finished.exitCode()).isZero();
    }

    @Test
    void arguments_and_exit_codes_pass_through() throws Exception {
        Finished finished = new Started(made).run("run", "--rule", "*.no such rule");

        assertThat(finished.err()).contains("--rule *.no such rule matches no rule");
        assertThat(finished.exitCode()).isEqualTo(2);
    }

    @Test
    void classes_come_from_the_archive_and_options_from_java_opts() throws Exception {
        Finished finished = new Started(made)
                .with("JAVA_OPTS", "-Xlog:class+load:file=" + loaded)
                .run("--version");

        assertThat(finished.exitCode()).isZero();
        assertThat(Files.readString(loaded)).contains(FROM_THE_ARCHIVE);
    }

    @Test
    void a_damaged_archive_is_left_aside_in_silence() throws Exception {
        Path archive = archive();
        Path whole = Files.move(archive, folder.resolve("whole"));
        try {
            byte[] content = Files.readAllBytes(whole);
            Files.write(archive, Arrays.copyOf(content, content.length / 2));
            startsWithoutTheArchive();
        } finally {
            Files.move(whole, archive, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Test
    void an_archive_of_another_jar_is_left_aside_in_silence() throws Exception {
        Path jar = made.resolve("target/appflow-conformance.jar");
        FileTime built = Files.getLastModifiedTime(jar);
        try {
            Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
            startsWithoutTheArchive();
        } finally {
            Files.setLastModifiedTime(jar, built);
        }
    }

    private void startsWithoutTheArchive() throws Exception {
        Finished finished = new Started(made)
                .with("JAVA_OPTS", "-Xlog:class+load:file=" + loaded)
                .run("--version");

        assertThat(finished.out()).startsWith("appflow-conformance 1.");
        assertThat(finished.out().lines()).hasSize(2);
        assertThat(finished.err()).isEmpty();
        assertThat(finished.exitCode()).isZero();
        assertThat(Files.readString(loaded)).contains("source: ").doesNotContain(FROM_THE_ARCHIVE);
    }

    @ParameterizedTest
    @CsvSource({"exit 0, makes no class-data archive beside", "exit 1, does not start"})
    void a_java_that_makes_no_archive_is_told(String script, String problem) throws Exception {
        install(folder);
        Path java = java("17.0.1", script);

        Finished finished =
                new Started(folder).with("JAVA_HOME", java.toString()).run("--make-archive");

        assertThat(finished.err())
                .startsWith("appflow-conformance: " + java + "/bin/java " + problem + " ")
                .hasLineCount(1);
        assertThat(finished.exitCode()).isEqualTo(2);
        try (Stream<Path> files = Files.list(folder.resolve("target"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void a_path_without_java_is_told() throws Exception {
        install(folder);

        Finished finished = new Started(folder)
                .without("JAVA_HOME")
                .with("PATH", "/nowhere")
                .run("--version");

        assertThat(finished.err())
                .isEqualTo("appflow-conformance: there is no java on the PATH: install Java 17 or newer, or set"
                        + " JAVA_HOME\n");
        assertThat(finished.exitCode()).isEqualTo(2);
    }

    @Test
    void a_java_home_without_java_is_told() throws Exception {
        install(folder);

        Finished finished =
                new Started(folder).with("JAVA_HOME", "/nowhere at all").run("--version");

        assertThat(finished.err())
                .startsWith("appflow-conformance: JAVA_HOME is '/nowhere at all', where there is no bin/java")
                .hasLineCount(1);
        assertThat(finished.exitCode()).isEqualTo(2);
    }

    @Test
    void a_java_that_is_too_old_is_told() throws Exception {
        install(folder);
        Path java = java("11.0.2", "exit 0");

        Finished finished =
                new Started(folder).with("JAVA_HOME", java.toString()).run("--version");

        assertThat(finished.err())
                .isEqualTo("appflow-conformance: " + java
                        + "/bin/java is Java 11.0.2, and Java 17 or newer is needed: set JAVA_HOME\n");
        assertThat(finished.exitCode()).isEqualTo(2);
    }

    @Test
    void a_java_without_a_release_file_is_asked_for_its_version() throws Exception {
        install(folder);
        Path java = java("", "echo 'openjdk version \"1.8.0_292\"' >&2");

        Finished finished =
                new Started(folder).with("JAVA_HOME", java.toString()).run("--version");

        assertThat(finished.err()).contains("is Java 1.8.0_292, and Java 17 or newer is needed");
        assertThat(finished.exitCode()).isEqualTo(2);
    }

    @Test
    void a_jar_that_is_not_built_is_told() throws Exception {
        install(folder);
        Files.delete(folder.resolve("target/appflow-conformance.jar"));

        Finished finished = new Started(folder).run("--version");

        assertThat(finished.err())
                .isEqualTo("appflow-conformance: " + folder.toRealPath()
                        + "/target/appflow-conformance.jar is not there: build it with 'mvn -q -DskipTests package'\n");
        assertThat(finished.exitCode()).isEqualTo(2);
    }

    @Test
    void the_servers_launcher_differs_in_nothing_but_what_it_starts() throws IOException {
        String common = "# From here on";

        String suite = Files.readString(SCRIPT);
        String server = Files.readString(Path.of("../server/bin/appflow-server"));
        assertThat(server.substring(server.indexOf(common))).isEqualTo(suite.substring(suite.indexOf(common)));
    }

    private static void install(Path home) throws IOException {
        Files.createDirectories(home.resolve("bin"));
        Files.createDirectories(home.resolve("target"));
        Files.copy(SCRIPT, home.resolve(SCRIPT));
        Files.copy(Path.of("target/appflow-conformance.jar"), home.resolve("target/appflow-conformance.jar"));
    }

    private static Path archive() throws IOException {
        try (Stream<Path> files = Files.list(made.resolve("target"))) {
            return files.filter(file -> file.toString().endsWith(".jsa"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** A folder that looks like a Java's, with a program in place of its java. */
    private Path java(String version, String program) throws IOException {
        Path home = folder.resolve("java");
        Files.createDirectories(home.resolve("bin"));
        if (!version.isEmpty()) {
            Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        }
        Path java = Files.writeString(home.resolve("bin/java"), "#!/bin/sh\n" + program + "\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return home;
    }

    /** A launcher to start. */
    private static final class Started {
        private final ProcessBuilder builder = new ProcessBuilder();
        private Path script;

        Started(Path home) {
            script = home.resolve(SCRIPT);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        }

        Started in(Path folder) {
            builder.directory(folder.toFile());
            return this;
        }

        Started through(Path link) {
            script = link;
            return this;
        }

        Started with(String variable, String value) {
            builder.environment().putAll(Map.of(variable, value));
            return this;
        }

        Started without(String variable) {
            builder.environment().remove(variable);
            return this;
        }

        Finished run(String... arguments) throws Exception {
            List<String> command = new ArrayList<>(List.of(script.toString()));
            command.addAll(List.of(arguments));
            Process process = builder.command(command).start();
            String out = new String(process.getInputStream().readAllBytes());
            String err = new String(process.getErrorStream().readAllBytes());
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return new Finished(process.exitValue(), out, err);
        }
    }

    private record Finished(int exitCode, String out, String err) {}
}
