package io.github.appflowkit.benchmark;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Where the project's files are. */
record Project(Path root) {
    /** The one that the launcher stands in. */
    static Project ofLauncher() {
        return new Project(Path.of(System.getProperty("project", ".")).toAbsolutePath());
    }

    Path path(String name) {
        return root.resolve(name);
    }

    /** The program of a name that a shell would start; if there is none, a file that is not there either. */
    static Path onPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(Path.of(program));
    }

    /** Where raw figures and logs go. */
    Path results() {
        try {
            return Files.createDirectories(path("server/benchmark/target/results"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The Java that this process runs with. */
    String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
