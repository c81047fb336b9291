package io.github.appflowkit.openapi.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was generated is kept as long as it is what would be generated again. */
class GeneratedSourcesTest {
    private static final Instant GENERATED = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    private Path folder;

    private Path output;
    private Path api;
    private Path pom;

    @BeforeEach
    void a_run_of_the_generator() throws IOException {
        output = folder.resolve("generated");
        api = written(output.resolve("src/main/java/a/FlowsApi.java"), GENERATED.minusSeconds(2));
        for (Path at = api.getParent(); !at.equals(output); at = at.getParent()) {
            Files.setLastModifiedTime(at, FileTime.from(GENERATED.minusSeconds(1)));
        }
        written(output.resolve(".openapi-generator/appflow.yaml-appflow.sha256"), GENERATED);
        pom = written(folder.resolve("pom.xml"), GENERATED.minusSeconds(60));
    }

    @Test
    void what_is_older_than_the_run_leaves_it_as_it_is() throws IOException {
        deleteIfStale();

        assertThat(api).exists();
    }

    @Test
    void another_configuration_has_it_made_anew() throws IOException {
        written(pom, GENERATED.plusSeconds(1));

        deleteIfStale();

        assertThat(output).doesNotExist();
    }

    @Test
    void a_file_that_is_missing_has_it_made_anew() throws IOException {
        Files.delete(api);

        deleteIfStale();

        assertThat(output).doesNotExist();
    }

    @Test
    void a_file_that_was_edited_has_it_made_anew() throws IOException {
        written(api, GENERATED.plusSeconds(1));

        deleteIfStale();

        assertThat(output).doesNotExist();
    }

    @Test
    void a_run_that_did_not_end_has_it_made_anew() throws IOException {
        Files.delete(output.resolve(".openapi-generator/appflow.yaml-appflow.sha256"));

        deleteIfStale();

        assertThat(output).doesNotExist();
    }

    @Test
    void where_nothing_was_generated_nothing_is_deleted() throws IOException {
        new GeneratedSources(folder.resolve("none"), List.of(pom)).deleteIfStale();

        assertThat(folder.resolve("none")).doesNotExist();
    }

    private void deleteIfStale() throws IOException {
        new GeneratedSources(output, List.of(pom)).deleteIfStale();
    }

    private static Path written(Path file, Instant time) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
        return Files.setLastModifiedTime(file, FileTime.from(time));
    }
}
