package io.github.appflowkit.openapi.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.openapi.document.Sound;
import io.github.appflowkit.openapi.release.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A released contract binds those that come after it. */
class ReleaseCommandTest {
    private static final String RELEASED = "openapi/released/appflow-1.4.2.yaml";

    @TempDir
    private Path folder;

    private CopiedProject project;

    @BeforeEach
    void a_project_whose_contract_is_released() throws IOException {
        project = new CopiedProject(folder);
        project.write(
                "CHANGELOG.md",
                "# Changelog\n\n## Contract 1.4.2 (not released yet)\n\n- StartFlow.\n\n## 1.0.0\n\n- All.\n");
        assertThat(project.run("release").out())
                .containsExactly(
                        "released contract 1.4.2 (sha256 " + hash(Sound.contract()) + ")",
                        "wrote " + RELEASED + " and its heading in CHANGELOG.md: commit both with the contract");
    }

    @Test
    void a_release_is_kept_and_the_changelog_bears_its_hash() throws IOException {
        assertThat(project.read(RELEASED)).isEqualTo(Sound.contract().text());
        assertThat(project.read("CHANGELOG.md"))
                .isEqualTo("# Changelog\n\n## Contract 1.4.2 (sha256 " + hash(Sound.contract())
                        + ")\n\n- StartFlow.\n\n## 1.0.0\n\n- All.\n");
        assertThat(project.run("check").out())
                .containsExactly("contract 1.4.2 (sha256 " + hash(Sound.contract()) + "), as it was released");
    }

    @Test
    void the_second_release_does_nothing() throws IOException {
        String changelog = project.read("CHANGELOG.md");

        CopiedProject.Said said = project.run("release");

        assertThat(said.code()).isZero();
        assertThat(said.out())
                .containsExactly("contract 1.4.2 (sha256 " + hash(Sound.contract()) + ") is released already");
        assertThat(project.read("CHANGELOG.md")).isEqualTo(changelog);
    }

    @Test
    void a_release_that_was_interrupted_can_be_made_again() throws IOException {
        Files.delete(folder.resolve(RELEASED));

        assertThat(project.run("release").code()).isZero();
        assertThat(project.read(RELEASED)).isEqualTo(Sound.contract().text());
    }

    @Test
    void a_breaking_change_fails_until_the_major_number_rises() throws IOException {
        Sound narrowed = Sound.contract().with("maxLength: 256", "maxLength: 100");
        project.contract(narrowed);

        CopiedProject.Said said = project.run("check");

        String breaking = narrowed.place("maxLength: 100")
                + ": breaking: StartFlow.flowName.maxLength was 256 and is 100: requests that were right may be refused";
        String told = breaking + "; undo it, or raise the version to 2.0.0 (" + narrowed.place("version: ") + ")";
        assertThat(said).isEqualTo(new CopiedProject.Said(1, List.of(), List.of(told)));
        CopiedProject.Said difference = project.run("diff");
        assertThat(difference.code()).isEqualTo(1);
        assertThat(difference.out()).startsWith(told);
        assertThat(difference.err()).isEmpty();

        project.contract(narrowed.version("1.9.0"));
        assertThat(project.run("check").code()).isEqualTo(1);

        project.contract(narrowed.version("2.0.0"));
        assertThat(project.run("check"))
                .isEqualTo(new CopiedProject.Said(
                        0,
                        List.of(
                                breaking,
                                "contract 2.0.0 (sha256 " + hash(narrowed.version("2.0.0"))
                                        + ") differs from the released 1.4.2, as its version says"),
                        List.of()));
    }

    @Test
    void a_compatible_change_builds_and_cannot_be_released_under_the_old_version() throws IOException {
        Sound widened = Sound.contract().with("maxLength: 256", "maxLength: 300");
        project.contract(widened);

        assertThat(project.run("check"))
                .isEqualTo(new CopiedProject.Said(
                        0,
                        List.of(
                                widened.place("maxLength: 300")
                                        + ": compatible: StartFlow.flowName.maxLength was 256 and is 300",
                                "contract 1.4.2 (sha256 " + hash(widened)
                                        + ") differs from the released 1.4.2: its release"
                                        + " has to be 1.5.0 or higher"),
                        List.of()));
        assertThat(project.run("release").err())
                .containsExactly(widened.place("version: ")
                        + ": the version is 1.4.2, and what changed since the last release needs 1.5.0 or higher");
        assertThat(project.read(RELEASED)).isEqualTo(Sound.contract().text());
    }

    @Test
    void other_words_need_a_patch() throws IOException {
        project.contract(Sound.contract().with("Activates a flow.", "Starts a flow."));

        assertThat(project.run("check").out())
                .singleElement()
                .asString()
                .endsWith(
                        "differs from the released 1.4.2 in words and examples: its release has to be 1.4.3 or higher");
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

    @Test
    void a_version_only_rises() throws IOException {
        Sound lower = Sound.contract().version("1.3.0");
        project.contract(lower);

        assertThat(project.run("check").err())
                .containsExactly(
                        lower.place("version: ") + ": the version 1.3.0 is lower than 1.4.2, which was released");
    }

    @Test
    void a_version_has_three_numbers() throws IOException {
        Sound other = Sound.contract().version("1.5");
        project.contract(other);

        assertThat(project.run("check").err())
                .containsExactly(other.place("version: ") + ": the version '1.5' is not three numbers such as 1.2.0");
    }

    @Test
    void what_openapi_diff_does_not_notice_is_told_with_its_place() throws IOException {
        Sound closed = Sound.contract().with("required: [flowName]", "additionalProperties: false");
        project.contract(closed);

        assertThat(project.run("check").err())
                .singleElement()
                .asString()
                .startsWith(closed.place("additionalProperties")
                        + ": breaking: StartFlow.request body.additionalProperties is new: false: ");
    }

    @Test
    void a_difference_is_told_in_the_words_of_openapi_diff_too() throws IOException {
        project.contract(Sound.contract().with("maxLength: 256", "maxLength: 300"));

        assertThat(String.join("\n", project.run("diff").out())).contains("POST", "/start-flow", "flowName");
    }

    private static String hash(Sound contract) {
        return Project.hash(contract.document());
    }
}
