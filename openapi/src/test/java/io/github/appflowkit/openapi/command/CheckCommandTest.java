package io.github.appflowkit.openapi.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.appflowkit.openapi.document.FaultException;
import io.github.appflowkit.openapi.document.Sound;
import io.github.appflowkit.openapi.release.Project;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A fault of a document fails the command and the build with the line to mend. */
class CheckCommandTest {
    @TempDir
    private Path folder;

    private final List<String> told = new ArrayList<>();
    private CopiedProject project;

    @BeforeEach
    void copy() throws IOException {
        project = new CopiedProject(folder);
    }

    @Test
    void sound_documents_are_let_through() {
        assertThat(project.run("check").code()).isZero();
        assertThatCode(() -> BuildCheck.check(folder, told::add)).doesNotThrowAnyException();
    }

    @Test
    void a_fault_is_one_line_of_the_command_and_of_the_build() throws IOException {
        Sound planted = Sound.contract().with("'^[a-z]+$'", "'[a-z]+'");
        project.contract(planted);
        String fault = planted.place("pattern: '[")
                + ": StartFlowRequest.flowName: the pattern '[a-z]+' is not anchored:" + " write '^[a-z]+$'";

        CopiedProject.Said said = project.run("check");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).containsExactly(fault);
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> BuildCheck.check(folder, told::add))
                .withMessage(fault)
                .satisfies(thrown -> assertThat(thrown.toString()).isEqualTo(fault))
                .satisfies(thrown -> assertThat(thrown.getStackTrace()).isEmpty());
    }

    @Test
    void several_faults_fail_the_build_with_the_first() throws IOException {
        project.contract(Sound.contract().with("'^[a-z]+$'", "'[a-z]+'").with("a flow.\n", "a flow\n"));

        assertThat(project.run("check").err()).hasSize(2);
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> BuildCheck.check(folder, told::add))
                .withMessageContaining("does not end in a full stop")
                .withMessageEndingWith("(the first of 2, see above)");
        assertThat(told).hasSize(2);
    }

    @Test
    void every_document_is_checked() throws IOException {
        String control = project.read("openapi/control.yaml");
        project.write("openapi/control.yaml", control.replaceFirst("operationId: \\w+", "operationId: lower"));

        assertThat(project.run("check").err())
                .singleElement()
                .asString()
                .startsWith("openapi/control.yaml:")
                .endsWith("the name 'lower' is not written like StopFlow");
    }

    @Test
    void what_refers_to_a_broken_contract_is_not_told() throws IOException {
        project.contract(Sound.contract().with("properties:", "propertie:"));

        assertThat(project.run("check").err())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).startsWith("openapi/appflow.yaml:"));
    }

    @Test
    void what_cannot_be_read_is_told_in_one_line() throws IOException {
        project.write("openapi/appflow.yaml", "openapi: [3.0.3\npaths: {}\n");

        CopiedProject.Said said = project.run("check");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).singleElement().asString().startsWith("openapi/appflow.yaml:2:6: not YAML: ");
    }

    @Test
    void a_failure_of_the_command_itself_is_one_line_too() {
        StringWriter err = new StringWriter();

        int code = ContractCommand.run(new Project(null), new PrintWriter(err), new PrintWriter(err, true), "check");

        assertThat(code).isEqualTo(3);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("contract: failed by a fault of its own, please report it: ")
                .contains("NullPointerException", ", at io.github.appflowkit.openapi.release.Project.");
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> BuildCheck.main("\0"))
                .withMessageContaining("InvalidPathException")
                .satisfies(thrown -> assertThat(thrown.getStackTrace()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "diff", "release", "compare none.json"})
    void a_fault_of_the_contract_is_told_before_anything_is_judged_by_it(String command) throws IOException {
        Sound planted = Sound.contract().with("- sigv4: []", "- sigv4: []\n  - sigv5: []");
        project.contract(planted);

        assertThat(project.run(command.split(" ")))
                .isEqualTo(new CopiedProject.Said(
                        1,
                        List.of(),
                        List.of(planted.place("sigv5") + ": scheme 'sigv5' is not declared: add it to 'securitySchemes'"
                                + " in 'components'; did you mean 'sigv4'?")));
    }

    @Test
    void a_wrong_call_is_told_what_is_right() {
        assertThat(project.run().err())
                .containsExactly(
                        "contract: no command is given: use check, diff, release, compare", "Try 'contract --help'.");
        assertThat(project.run("chek").code()).isEqualTo(2);
        assertThat(project.run("chek").err())
                .first()
                .isEqualTo("contract: 'chek' is no command: use check, diff, release, compare");
        assertThat(project.run("diff", "1.0.0").err())
                .first()
                .isEqualTo("contract diff: '1.0.0' is more than it takes");
        assertThat(project.run("compare").err())
                .first()
                .asString()
                .startsWith("contract compare: MODEL is missing: A file");
        assertThat(project.run("compare", "--nope").err())
                .containsExactly("contract compare: '--nope' is no option", "Try 'contract compare --help'.");
        assertThat(project.run("--nope").err()).first().isEqualTo("contract: '--nope' is no option");
        assertThat(project.run("check", "--help").out()).anyMatch(line -> line.contains("as every build does"));
    }

    @Test
    void a_build_makes_what_is_stale_anew() throws IOException {
        project.write("openapi/target/generated-sources/openapi/src/Old.java", "class Old {}");

        BuildCheck.check(folder, told::add);

        assertThat(Files.exists(folder.resolve("openapi/target/generated-sources/openapi")))
                .isFalse();
    }

    @Test
    void the_page_is_written_where_people_work_and_only_checked_elsewhere() {
        Project copy = new Project(folder);

        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> BuildCheck.page(copy, true, told::add))
                .withMessage("openapi/CONTRACT.md: it is not what the contract says: build once without CI=true, and"
                        + " commit it");
        assertThat(folder.resolve("openapi/CONTRACT.md")).doesNotExist();

        BuildCheck.page(copy, false, told::add);
        assertThat(told).containsExactly("openapi/CONTRACT.md is written anew: commit it with the contract");
        assertThatCode(() -> BuildCheck.page(copy, true, told::add)).doesNotThrowAnyException();
        assertThat(told).hasSize(1);
    }
}
