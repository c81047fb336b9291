package io.github.appflowkit.openapi.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.openapi.document.Sound;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the contract and a model of AWS's do not say alike needs its reason. */
class CompareCommandTest {
    private static final String REASONS = """
            differences:
              - elements:
                  - StartFlow.400.ValidationException
                  - StartFlow.400.SerializationException
                  - StartFlow.403.AccessDeniedException
                  - StartFlow.429.ThrottlingException
                contract: documented
                model: absent
                reason: All actions have these in common.
            """;

    @TempDir
    private Path folder;

    private CopiedProject project;

    @BeforeEach
    void copy() throws IOException {
        project = new CopiedProject(folder);
        project.write(CompareCommand.REASONS, REASONS);
    }

    @ParameterizedTest
    @CsvSource({"botocore.json, botocore", "smithy.json, Smithy"})
    void what_is_alike_in_every_respect_needs_the_reasons_alone(String model, String form) throws IOException {
        CopiedProject.Said said = compare(model, "", "");

        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
        assertThat(said.out())
                .containsExactly(
                        "openapi/appflow.yaml 1.4.2 and the " + form + " model of API version 2020-08-23",
                        "",
                        "explained  StartFlow.400.ValidationException: contract documented, model absent",
                        "explained  StartFlow.400.SerializationException: contract documented, model absent",
                        "explained  StartFlow.403.AccessDeniedException: contract documented, model absent",
                        "explained  StartFlow.429.ThrottlingException: contract documented, model absent",
                        "           All actions have these in common.",
                        "",
                        "4 differences, 4 explained, 0 reasons without a difference. 1 operation of the model is not in"
                                + " the contract.");
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

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            botocore.json ; "mode": {"shape"          ; "tag": {"shape": "Mode"}, "mode": {"shape" ; StartFlow.tag.type: contract absent, model string
            botocore.json ; {"shape": "ConflictException"} ; {"shape": "ConflictException"}, {"shape": "Mode"} ; StartFlow.400.Mode: contract absent, model documented
            botocore.json ; 409                       ; 410              ; StartFlow.410.ConflictException: contract absent, model documented
            botocore.json ; "flowName": {             ; "flowName": {"location": "uri",  ; StartFlow.flowName.in: contract absent, model path
            botocore.json ; "min": 1}                 ; "min": 1, "max": 9} ; error.message.maxLength: contract absent, model 9
            smithy.json   ; "smithy.api#httpError": 409 ; "x#y": 1       ; StartFlow.400.ConflictException: contract absent, model documented
            smithy.json   ; "Partial": {              ; "OTHER": {"target": "smithy.api#Unit"}, "Partial": { ; StartFlow.mode.OTHER: contract absent, model documented
            """)
    void what_only_the_model_says_is_told(String model, String from, String to, String told) throws IOException {
        CopiedProject.Said said = compare(model, from, to);

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).contains("DIFFERENT  " + folder.resolve("model.json") + ": " + told);
    }

    @Test
    void an_operation_that_the_model_does_not_have_is_told() throws IOException {
        CopiedProject.Said said = compare("botocore.json", "\"StartFlow\": {", "\"BeginFlow\": {");

        assertThat(said.out())
                .contains("DIFFERENT  " + Sound.contract().place("operationId:")
                        + ": StartFlow.path: contract /start-flow, model absent");
    }

    @Test
    void a_reason_without_a_difference_is_told() throws IOException {
        project.write(
                CompareCommand.REASONS,
                REASONS
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
                REASONS
                        + "  - {elements: [StartFlow.flowName.maxLength], contract: '256', model: '255', reason: Known.}\n");

        assertThat(compare("botocore.json", "\"max\": 256", "\"max\": 255").code())
                .isZero();
        assertThat(compare("botocore.json", "\"max\": 256", "\"max\": 254").code())
                .isEqualTo(1);
    }

    @Test
    void a_model_that_holds_itself_is_read() throws IOException {
        CopiedProject.Said said = compare(
                "botocore.json",
                "\"mode\": {\"shape\"",
                "\"again\": {\"shape\": \"StartFlowRequest\"}, \"mode\": {\"shape\"");

        assertThat(said.out()).anyMatch(line -> line.endsWith("StartFlow.again.type: contract absent, model object"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": 1}", "[]"})
    void a_file_that_is_no_model_is_told(String text) throws IOException {
        project.write("model.json", text);

        CopiedProject.Said said =
                project.run("compare", folder.resolve("model.json").toString());

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err())
                .containsExactly(folder.resolve("model.json") + ": is no API model: Smithy's JSON AST has 'smithy' and"
                        + " 'shapes', botocore's service-2.json 'operations' and 'shapes'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"smithy\": \"2.0\", \"shapes\": {}}", "{\"metadata\": {}, \"operations\": {}, \"shapes\": {}}"
            })
    void a_model_without_operations_is_told(String text) throws IOException {
        project.write("model.json", text);

        CopiedProject.Said said =
                project.run("compare", folder.resolve("model.json").toString());

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err())
                .containsExactly(folder.resolve("model.json") + ": is the model of an API without operations");
    }

    @Test
    void a_file_that_cannot_be_read_is_told() throws IOException {
        project.write("model.json", "{\n  \"a\": }");

        assertThat(project.run("compare", folder.resolve("model.json").toString())
                        .err())
                .singleElement()
                .asString()
                .startsWith(folder.resolve("model.json") + ":2:")
                .doesNotContain("REDACTED");
        assertThat(project.run("compare", "none.json"))
                .isEqualTo(new CopiedProject.Said(2, List.of(), List.of("none.json: there is no such file")));
        assertThat(project.run("compare").code()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            botocore.json ; "apiVersion": ; "endpointPrefix": "mediaconnect", "apiVersion":
            smithy.json   ; "version":    ; "traits": {"aws.api#service": {"endpointPrefix": "mediaconnect"}}, "version":
            """)
    void the_model_of_another_service_is_told(String model, String from, String to) throws IOException {
        Sound ours = Sound.contract().with("http://localhost", "https://appflow.{region}.amazonaws.com");
        project.contract(ours);

        assertThat(compare(model, from, to))
                .isEqualTo(new CopiedProject.Said(
                        2,
                        List.of(),
                        List.of(folder.resolve("model.json")
                                + ": is the model of another service: its endpointPrefix is 'mediaconnect', and the"
                                + " contract is that of 'appflow' (" + ours.place("url: ") + ")")));
        assertThat(compare(model, from, to.replace("mediaconnect", "appflow")).code())
                .isZero();
        assertThat(compare(model, "", "").code()).isZero();
    }

    @Test
    void a_shape_that_is_missing_is_told() throws IOException {
        assertThat(compare("smithy.json", "\"example#RunId\": {", "\"example#Other\": {")
                        .err())
                .containsExactly(folder.resolve("model.json") + ": the shape example#RunId is used and not defined");
    }

    @Test
    void a_reason_says_everything() throws IOException {
        project.write(CompareCommand.REASONS, "differences:\n  - elements: [a]\n    contract: b\n    reason: c\n");

        assertThat(compare("smithy.json", "", "").err())
                .containsExactly(
                        "openapi/model-differences.yaml:2:5: 'model' is missing: elements, contract, model, reason"
                                + " are needed");
    }

    private CopiedProject.Said compare(String model, String from, String to) throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/" + model)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).contains(from);
            project.write("model.json", from.isEmpty() ? text : text.replace(from, to));
        }
        return project.run("compare", folder.resolve("model.json").toString());
    }
}
