package io.github.appflowkit.conformance.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The jar among the libraries of others: another JUnit, another version of what the suite uses, or nothing at all. */
class ForeignClassPathIT {
    private static final Path TEST_CLASSES = Path.of("target/test-classes");
    private static final Path JUNIT_5 = Path.of("target/junit5.jar");

    @TempDir
    private Path folder;

    @Test
    void the_example_runs_with_junit_5_beside_other_versions_of_the_suites_libraries() throws Exception {
        // No class file is shorter than these: whoever loads one breaks.
        for (String name : List.of(
                "com/fasterxml/jackson/databind/ObjectMapper.class",
                "groovy/lang/GroovyObject.class",
                "io/cucumber/core/runtime/Runtime.class",
                "io/restassured/RestAssured.class",
                "org/slf4j/LoggerFactory.class",
                "picocli/CommandLine.class",
                "logback.xml",
                "features/stop-flow.feature",
                "META-INF/services/org.slf4j.spi.SLF4JServiceProvider",
                "META-INF/services/io.cucumber.core.backend.BackendProviderService")) {
            Path file = folder.resolve("foreign").resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "a.foreign.Thing");
        }

        Finished console = java(
                "-jar",
                JUNIT_5.toString(),
                "execute",
                "--class-path=" + classPath(jar(), TEST_CLASSES, folder.resolve("foreign")),
                "--select-class=" + MyEmulatorIT.class.getName(),
                "--include-classname=.*",
                "--disable-ansi-colors");

        assertThat(console.exitCode()).as(console.output()).isZero();
        assertThat(console.output())
                .contains("stop-flow.on-demand-refused", "The run as a whole", "0 tests failed", "0 tests skipped")
                .containsPattern("\\b[1-9]\\d+ tests successful")
                .containsPattern("\\b[1-9]\\d* tests aborted");
    }

    @Test
    void an_assertion_needs_no_junit_and_prints_nothing() throws Exception {
        MyEmulator emulator = MyEmulator.start();
        try {
            Finished process = java(
                    "-cp",
                    classPath(jar(), TEST_CLASSES),
                    AssertionOnly.class.getName(),
                    emulator.url().toString());

            assertThat(process.output()).isEqualTo("conformant" + System.lineSeparator());
            assertThat(process.exitCode()).isZero();
        } finally {
            emulator.stop();
        }
        assertThat(folder.resolve("tmp"))
                .as("the unpacked suite is gone with its process")
                .isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.fasterxml.jackson.databind.ObjectMapper",
                "groovy.lang.GroovyObject",
                "io.cucumber.core.runtime.Runtime",
                "io.github.appflowkit.conformance.cli.Main",
                "io.restassured.RestAssured",
                "org.slf4j.LoggerFactory",
                "picocli.CommandLine"
            })
    void the_suites_classes_are_not_on_the_users_class_path(String name) {
        assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void the_jar_brings_no_dependencies() throws Exception {
        NodeList scopes = ((Element) DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(new File("pom.xml"))
                        .getElementsByTagName("dependencies")
                        .item(0))
                .getElementsByTagName("dependency");

        assertThat(scopes.getLength()).isPositive();
        for (int i = 0; i < scopes.getLength(); i++) {
            assertThat(((Element) scopes.item(i))
                            .getElementsByTagName("scope")
                            .item(0)
                            .getTextContent())
                    .isIn("provided", "test");
        }
    }

    /** The packaged jar, which these tests run with. */
    private static Path jar() throws Exception {
        Path jar = Path.of(AppFlowConformance.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        assertThat(jar).isRegularFile();
        return jar;
    }

    private static String classPath(Path... entries) {
        List<String> absolute = new ArrayList<>();
        for (Path entry : entries) {
            absolute.add(entry.toAbsolutePath().toString());
        }
        return String.join(File.pathSeparator, absolute);
    }

    /** Runs a Java of four processors, since with two it has no pool of threads that know only the user's classes. */
    private Finished java(String... arguments) throws IOException, InterruptedException {
        Path tmp = Files.createDirectories(folder.resolve("tmp"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:ActiveProcessorCount=4",
                "-Djava.io.tmpdir=" + tmp));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Finished(process.exitValue(), output);
    }

    private record Finished(int exitCode, String output) {}
}
