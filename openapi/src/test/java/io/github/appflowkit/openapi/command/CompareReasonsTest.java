package io.github.appflowkit.openapi.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.openapi.document.Sound;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A reason says what differs and why, and explains nothing else. */
class CompareReasonsTest {
    @TempDir
    private Path folder;

    private ComparedProject compared;
    private CopiedProject project;

    @BeforeEach
    void copy() throws IOException {
        compared = new ComparedProject(folder);
        project = compared.project();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            botocore.json ; "max": 256              ; "max": 255         ; maxLength: 256 ; StartFlow.flowName.maxLength: contract 256, model 255
            botocore.json ; "min": 2                ; "min": 0           ; minLength: 2   ; StartFlow.flowName.minLength: contract 2, model absent
            botocore.json ; [a-z]+"                 ; [a-z]*"            ; pattern: '^[a-z]+$' ; StartFlow.flowName.pattern: contract ^[a-z]+$, model ^[a-z]*$
            botocore.json ; "Full", "Partial"       ; "Full"             ; Partial]       ; StartFlow.mode.Partial: contract documented, model absent
            botocore.json ; "required": ["flowName"] ; "required": []    ; flowName:\\n   ; StartFlow.flowName.required: contract true, model absent
            botocore.json ; "type": "integer"       ; "type": "double"   ; priority:      ; StartFlow.priority.type: contract integer, model number
            botocore.json ; /start-flow"            ; /begin-flow"       ; operationId:   ; StartFlow.path: contract /start-flow, model /begin-flow
            botocore.json ; "POST"                  ; "PUT"              ; operationId:   ; StartFlow.method: contract POST, model PUT
            botocore.json ; "/start-flow"           ; "/start-flow", "responseCode": 202 ; '200' ; StartFlow.status: contract 200, model 202
            smithy.json   ; "max": 256              ; "max": 255         ; maxLength: 256 ; StartFlow.flowName.maxLength: contract 256, model 255
            smithy.json   ; "^[a-z]+$"              ; "^[a-z]+"          ; pattern: '^[a-z]+$' ; StartFlow.flowName.pattern: contract ^[a-z]+$, model ^[a-z]+.*$
            smithy.json   ; {"value": "Errored"}    ; {"value": "Failed"} ; Errored]      ; StartFlow.flowStatus.Errored: contract documented, model absent
            smithy.json   ; "max": 9                ; "max": 10          ; maximum: 9     ; StartFlow.priority.maximum: contract 9, model 10
            smithy.json   ; "code": 200             ; "code": 202        ; '200'          ; StartFlow.status: contract 200, model 202
            """)
    void a_difference_without_a_reason_is_told_where_the_contract_says_it(
            String model, String from, String to, String at, String told) throws IOException {
        CopiedProject.Said said = compare(model, from, to);

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).contains("DIFFERENT  " + Sound.contract().place(at.replace("\\n", "\n")) + ": " + told);
    }

    @Test
    void a_reason_without_a_difference_is_told() throws IOException {
        project.write(
                CompareCommand.REASONS,
                ComparedProject.REASONS
                        + "  - {elements: [StartFlow.runId.required], contract: absent, model: 'true', reason: Old.}\n");

        CopiedProject.Said said = compare("botocore.json", "", "");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out())
                .contains(
                        "UNUSED     openapi/model-differences.yaml:10:17: no difference StartFlow.runId.required: contract"
                                + " absent, model true");
    }

    @Test
    void a_reason_explains_the_values_that_it_names_alone() throws IOException {
        project.write(
                CompareCommand.REASONS,
                ComparedProject.REASONS
                        + "  - {elements: [StartFlow.flowName.maxLength], contract: '256', model: '255', reason: Known.}\n");

        assertThat(compare("botocore.json", "\"max\": 256", "\"max\": 255").code())
                .isZero();
        assertThat(compare("botocore.json", "\"max\": 256", "\"max\": 254").code())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            model: absent               ; x: y                       ; 8:5: 'x' is not known here
            `    model: absent\\n`      ; ``                         ; 2:5: 'model' is missing: elements, contract, model, reason are needed
            reason: All                 ; reasn: All                 ; `9:5: 'reasn' is not known here; did you mean 'reason'?`
            reason: All actions have these in common. ; reason: ' '   ; 9:5: a text is needed here, and this is empty
            contract: documented        ; contract: [documented]     ; 7:5: a text is needed here, and this is a list
            differences:                ; difference:                ; `1:1: 'difference' is not known here; did you mean 'differences'?`
            """)
    void a_reason_that_is_not_said_in_full_is_told(String from, String to, String told) throws IOException {
        String reasons = ComparedProject.REASONS.replace(from.replace("\\n", "\n"), to);
        assertThat(reasons).isNotEqualTo(ComparedProject.REASONS);
        project.write(CompareCommand.REASONS, reasons);

        CopiedProject.Said said = compare("smithy.json", "", "");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err())
                .singleElement()
                .asString()
                .startsWith(CompareCommand.REASONS + ":")
                .endsWith(told);
    }

    @Test
    void the_elements_of_a_reason_are_a_list() throws IOException {
        project.write(
                CompareCommand.REASONS,
                "differences:\n  - {elements: error.message.minLength, contract: a, model: b, reason: C.}\n");

        assertThat(compare("smithy.json", "", "").err())
                .containsExactly(CompareCommand.REASONS + ":2:6: a list is needed at 'elements', and this is a value");
    }

    private CopiedProject.Said compare(String model, String from, String to) throws IOException {
        return compared.compare(model, from, to);
    }
}
