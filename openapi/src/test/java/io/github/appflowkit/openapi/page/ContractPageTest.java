package io.github.appflowkit.openapi.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.openapi.document.Sound;
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
    void all_that_a_member_may_be_and_holds_is_told() {
        String tree = "\n          items: {$ref: '#/components/schemas/StartFlowRequest/properties/tree'}\n";
        Sound more = Sound.contract()
                .with(
                        "description: How it is started.",
                        "description: |-\n            How it\n\n            is | started.")
                .with("          minimum: 1\n", "          minimum: 1\n          format: int32\n")
                .with(
                        "        priority:\n",
                        "        tree:\n          description: T.\n          type: array" + tree
                                + "        names:\n          description: N.\n          type: array\n          maxItems: 3\n"
                                + "          items: {type: object, required: [a], properties: {a: {type: string, description: A.,"
                                + " enum: [X]}}}\n        tags:\n          description: M.\n          type: object\n"
                                + "          additionalProperties: {type: number}\n        priority:\n");

        assertThat(ContractPage.of(more.document()))
                .contains(
                        "\n| `mode` | string | no | one of Full, Partial | How it is \\| started. |\n",
                        "\n| `tree` | array | no |  | T. |\n| `tree[]` | array | no |  | T. |\n"
                                + "| `names` | array | no | maxItems `3` | N. |\n"
                                + "| `names[]` | object | no |  |  |\n"
                                + "| `names[].a` | string | yes | one of X | A. |\n"
                                + "| `tags` | object | no |  | M. |\n"
                                + "| `tags{}` | number | no |  |  |\n"
                                + "| `priority` | integer | no | minimum `1`, format `int32`, maximum `9` | Which flow goes"
                                + " first. |\n");
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
