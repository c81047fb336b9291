package io.github.appflowkit.openapi.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.openapi.release.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractPageTest {
    private static final Project PROJECT = new Project(Path.of(".."));

    @Test
    void operations_members_and_errors_are_told() {
        assertThat(ContractPage.of(PROJECT.contract()))
                .contains("\n## StopFlow\n", "\n`POST /stop-flow`\n")
                .containsPattern(
                        "\\| `flowName` \\| string \\| yes \\| maxLength `\\d+`, pattern `\\^[^`]+\\$` \\| .+\\. \\|\n")
                .containsPattern("\\| `flowStatus` \\| string \\| yes \\| one of .*Suspended")
                .containsPattern("\\| 404 \\| ResourceNotFoundException \\| .+\\. \\|\n");
    }

    @Test
    void a_page_that_is_not_what_the_contract_says_is_noticed_and_written_anew(@TempDir Path folder)
            throws IOException {
        Path contract = Files.createDirectory(folder.resolve("openapi")).resolve("appflow.yaml");
        Files.copy(Path.of("appflow.yaml"), contract);
        Project project = new Project(folder);
        assertThat(ContractPage.isRight(project)).isFalse();

        ContractPage.write(project);
        assertThat(ContractPage.isRight(project)).isTrue();

        Files.writeString(contract, Files.readString(contract).replaceFirst("maxLength: \\d+", "maxLength: 99"));
        assertThat(ContractPage.isRight(project)).isFalse();
        ContractPage.write(project);
        assertThat(project.folder().resolve(ContractPage.FILE)).content().contains("maxLength `99`");
    }
}
