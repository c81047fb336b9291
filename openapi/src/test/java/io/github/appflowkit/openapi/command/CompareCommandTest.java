package io.github.appflowkit.openapi.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.openapi.document.Sound;
import java.io.IOException;
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
    void errors_that_all_operations_have_in_common_are_those_of_each() throws IOException {
        CopiedProject.Said said = compare(
                "smithy.json",
                "\"version\": \"2020-08-23\"",
                "\"version\": \"2020-08-23\", \"errors\": [{\"target\": \"example#RunId\"}]");

        assertThat(said.out())
                .contains("DIFFERENT  " + folder.resolve("model.json")
                        + ": StartFlow.500.RunId: contract absent, model documented");
    }

    @Test
    void an_operation_that_the_model_does_not_have_is_told() throws IOException {
        CopiedProject.Said said = compare("botocore.json", "\"StartFlow\": {", "\"BeginFlow\": {");

        assertThat(said.out())
                .contains("DIFFERENT  " + Sound.contract().place("operationId:")
                        + ": StartFlow.path: contract /start-flow, model absent");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            botocore.json ; "mode": {"shape"  ; "again": {"shape": "StartFlowRequest"}, "mode": {"shape"
            botocore.json ; "type": "integer" ; "type": "list", "member": {"shape": "Priority"}
            smithy.json   ; "mode": {         ; "again": {"target": "example#StartFlowRequest"}, "mode": {
            smithy.json   ; "type": "enum",   ; "type": "list", "member": {"target": "example#Mode"},
            """)
    void a_model_that_holds_itself_is_read(String model, String from, String to) throws IOException {
        CopiedProject.Said said = compare(model, from, to);

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).isEmpty();
        assertThat(said.out())
                .anyMatch(line ->
                        line.matches(".*StartFlow.(again|mode|priority).type: contract .*, model (object|array)"));
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

    private CopiedProject.Said compare(String model, String from, String to) throws IOException {
        return compared.compare(model, from, to);
    }
}
