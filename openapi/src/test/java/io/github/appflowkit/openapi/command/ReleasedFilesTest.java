package io.github.appflowkit.openapi.command;

import static io.github.appflowkit.openapi.command.CopiedProject.hash;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.openapi.document.Sound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was released is kept as it was, with its entry in the changelog. */
class ReleasedFilesTest {
    private static final String RELEASED = "openapi/released/appflow-1.4.2.yaml";

    @TempDir
    private Path folder;

    private CopiedProject project;

    @BeforeEach
    void a_project_whose_contract_is_released() throws IOException {
        project = CopiedProject.released(folder);
    }

    @Test
    void a_release_needs_an_entry_of_the_changelog() throws IOException {
        project.contract(
                Sound.contract().with("maxLength: 256", "maxLength: 300").version("1.5.0"));

        assertThat(project.run("release").err())
                .containsExactly(
                        "CHANGELOG.md: there is no entry of contract 1.5.0: write '## Contract 1.5.0 (not released"
                                + " yet)', and beneath it what changes for clients and for implementations");

        String changelog = project.read("CHANGELOG.md");
        project.write("CHANGELOG.md", changelog.replace("## C", "## Contract 1.5.0 (not released yet)\n\n## C"));
        assertThat(project.run("release").err())
                .containsExactly("CHANGELOG.md:3: the entry is empty: write what changes for clients and for"
                        + " implementations");

        project.write(
                "CHANGELOG.md", changelog.replace("## C", "## Contract 1.5.0 (not released yet)\n\n- Longer.\n\n## C"));
        assertThat(project.run("release").code()).isZero();
        assertThat(folder.resolve("openapi/released/appflow-1.5.0.yaml")).exists();
    }

    @Test
    void what_was_released_is_not_edited() throws IOException {
        project.write(
                RELEASED,
                Sound.contract().with("maxLength: 256", "maxLength: 300").text());

        assertThat(project.run("check").err())
                .first()
                .asString()
                .startsWith("CHANGELOG.md:3: '## Contract 1.4.2 (sha256 " + hash(Sound.contract()) + ")' is not ")
                .endsWith("which " + RELEASED + " is: undo the change of the one that was edited");
    }

    @Test
    void what_was_released_keeps_its_entry() throws IOException {
        project.write("CHANGELOG.md", "# Changelog\n");

        assertThat(project.run("check").err())
                .containsExactly("CHANGELOG.md: the heading '## Contract 1.4.2 (sha256 " + hash(Sound.contract())
                        + ")' is missing, and " + RELEASED + " was released: write the entry");
    }

    @Test
    void what_was_released_is_not_removed() throws IOException {
        Files.delete(folder.resolve(RELEASED));
        project.contract(Sound.contract().with("maxLength: 256", "maxLength: 100"));

        CopiedProject.Said said = project.run("check");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err())
                .containsExactly("CHANGELOG.md:3: contract 1.4.2 was released, and " + RELEASED + " is missing: restore"
                        + " it, or write '(not released yet)' if its release was interrupted");
    }

    @Test
    void a_version_has_one_entry() throws IOException {
        String changelog = project.read("CHANGELOG.md");
        project.write("CHANGELOG.md", "## Contract 1.4.2 (not released yet)\n\n- More.\n\n" + changelog);

        assertThat(project.run("check").err())
                .containsExactly("CHANGELOG.md:1: contract 1.4.2 was released, and has its entry at line 7: remove this"
                        + " one, or give it a version of its own");

        project.write("CHANGELOG.md", changelog + changelog);
        assertThat(project.run("check").err())
                .containsExactly("CHANGELOG.md:12: contract 1.4.2 was released, and has its entry at line 3: remove"
                        + " this one, or give it a version of its own");
    }

    @Test
    void a_file_of_another_version_is_told() throws IOException {
        project.write("openapi/released/appflow-1.4.3.yaml", Sound.contract().text());

        CopiedProject.Said said = project.run("check");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err())
                .containsExactly("openapi/released/appflow-1.4.3.yaml: holds version 1.4.2, whose file is " + RELEASED
                        + ": only 'openapi/bin/contract release' writes here");
    }
}
