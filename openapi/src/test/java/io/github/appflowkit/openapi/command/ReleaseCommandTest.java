package io.github.appflowkit.openapi.command;

import static io.github.appflowkit.openapi.command.CopiedProject.hash;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.openapi.document.Sound;
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
        project = CopiedProject.released(folder);
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
}
