package io.github.appflowkit.server.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The example with the newest JUnit 5, which many users still have. */
class JUnit5IT {
    @Test
    void the_example_runs_with_junit_5() throws Exception {
        Process console = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-jar",
                        "target/junit5.jar",
                        "execute",
                        "--class-path=" + classPathWithoutJUnit(),
                        "--select-class=" + NightlyExportTest.class.getName(),
                        "--select-class=" + CallsTest.class.getName(),
                        "--disable-ansi-colors")
                .redirectErrorStream(true)
                .start();
        try {
            String output = new String(console.getInputStream().readAllBytes());
            assertThat(console.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(output)
                    .contains("6 tests successful", "0 tests failed", "0 tests skipped")
                    .as("nothing is told of the HTTP server beneath")
                    .doesNotContain("grizzly");
        } finally {
            console.destroyForcibly();
        }
    }

    private static String classPathWithoutJUnit() {
        String own = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(own.split(File.pathSeparator))
                .filter(entry -> !entry.contains("org" + File.separator + "junit"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
