package io.github.appflowkit.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the project's files are. */
record Project(Path root) {
    /** The one that the launcher stands in. */
    static Project ofLauncher() {
        return new Project(Path.of(System.getProperty("project", ".")).toAbsolutePath());
    }

    Path path(String name) {
        return root.resolve(name);
    }

    /** Where raw figures and logs go. */
    Path results() {
        try {
            return Files.createDirectories(path("benchmark/target/results"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The Java that this process runs with. */
    String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
