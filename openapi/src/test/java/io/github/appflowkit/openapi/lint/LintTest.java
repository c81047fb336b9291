package io.github.appflowkit.openapi.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.openapi.document.Document;
import io.github.appflowkit.openapi.document.Finding;
import io.github.appflowkit.openapi.document.Sound;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule tells its fault, planted into a sound contract, with the line and the column. */
class LintTest {
    @Test
    void a_sound_contract_breaks_no_rule() {
        assertThat(Lint.contract(Sound.contract().document())).isEmpty();
    }

    @Test
    void the_contract_breaks_no_rule() {
        assertThat(Lint.contract(Document.read(Path.of("appflow.yaml"), "appflow.yaml")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"control.yaml", "service.yaml"})
    void what_is_no_part_of_appflow_breaks_no_rule(String file) {
        Document contract = Document.read(Path.of("appflow.yaml"), "openapi/appflow.yaml");

        assertThat(Lint.other(Document.read(Path.of(file), file), contract)).isEmpty();
    }

    @Test
    void a_reference_into_the_contract_that_leads_nowhere_is_told() {
        String target = "appflow.yaml#/components/schemas/StartFlowRequest/properties/flowNam";
        Document control = Sound.contract()
                .with("#/components/schemas/StartFlowRequest", target)
                .document();

        assertThat(Lint.other(control, Sound.contract().document()))
                .singleElement()
                .asString()
                .endsWith("$ref '" + target + "' leads nowhere; did you mean '" + target + "e'?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            pattern: '^[a-z]+$'  | patern: '^[a-z]+$'   | patern:  | StartFlowRequest.flowName: 'patern' is no member of a schema; did you mean 'pattern'?
            operationId: StartFlow | operationID: StartFlow | operationID: | POST /start-flow: 'operationID' is no member of an operation; did you mean 'operationId'?
            operationId: StartFlow | x-id: StartFlow        | post:    | POST /start-flow: 'operationId' is missing in an operation
            type: object         | type: [object]          | type: [object] | StartFlowRequest.type: a value is needed here, and this is a list
            """)
    void what_openapi_does_not_know_at_a_place_is_told(String from, String to, String at, String told) {
        Sound planted = Sound.contract().with(from, to);

        assertThat(told(planted)).contains(planted.place(at) + ": " + told);
    }

    @Test
    void a_list_in_place_of_names_is_told() {
        Sound planted = Sound.contract().with("properties:", "properties: []\n      x-was:");

        assertThat(told(planted))
                .containsExactly(planted.place("properties: []")
                        + ": StartFlowRequest: a mapping is needed at 'properties', and this is a list");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            schemas/StartFlowRequest' | schemas/StartFlowReques' | $ref: '#/components/schemas/StartFlowReques' | POST /start-flow requestBody.content.application/json.schema: $ref '#/components/schemas/StartFlowReques' leads nowhere in this file; did you mean '#/components/schemas/StartFlowRequest'?
            '#/components/responses/ | 'other.yaml#/ | $ref: 'other | POST /start-flow responses.403: $ref 'other.yaml#/AccessDenied' leads nowhere
            """)
    void a_reference_that_leads_nowhere_is_all_that_is_told(String from, String to, String at, String told) {
        Sound planted = Sound.contract().with(from, to);

        assertThat(told(planted)).containsExactly(planted.place(at) + ": " + told);
    }

    @Test
    void a_component_that_nothing_uses_is_told() {
        Sound planted = Sound.contract()
                .with(
                        "    ErrorResponse:\n",
                        "    Unused:\n      description: Idle.\n      type: string\n      enum: [A]\n"
                                + "    ErrorResponse:\n");

        assertThat(told(planted))
                .containsExactly(
                        planted.place("Unused:") + ": Unused: nothing uses this component: remove it, or refer to it");
    }

    @Test
    void a_security_scheme_that_nothing_requires_is_told() {
        Sound planted = Sound.contract().with("security:\n  - sigv4: []", "security:\n  - {}");

        assertThat(told(planted))
                .containsExactly(
                        planted.place("sigv4:") + ": sigv4: nothing uses this component: remove it, or refer to it");
    }

    @Test
    void a_tag_is_declared_and_used() {
        Sound planted = Sound.contract().with("tags: [Flows]", "tags: [Flow]");

        assertThat(told(planted))
                .containsExactly(
                        planted.place("name: Flows") + ": tag 'Flows' is on no operation: remove it, or use it",
                        planted.place("Flow]")
                                + ": tag 'Flow' is not declared: add it to 'tags' at the top; did you mean 'Flows'?");
    }

    @Test
    void a_member_beside_a_reference_is_told() {
        Sound planted = Sound.contract()
                .with(
                        "$ref: '#/components/responses/AccessDenied'",
                        "$ref: '#/components/responses/AccessDenied'\n" + "          description: No.");

        assertThat(told(planted))
                .containsExactly(
                        planted.place("description: No.")
                                + ": POST /start-flow responses.403: 'description' is ignored beside a $ref: remove one of them");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            operationId: StartFlow | operationId: startFlow | operationId: | POST /start-flow: the name 'startFlow' is not written like StopFlow
            mode:                  | Mode:                  | Mode:        | StartFlowRequest.Mode: the name 'Mode' is not written like flowStatus
            """)
    void a_name_of_another_form_is_told(String from, String to, String at, String told) {
        Sound planted = Sound.contract().with(from, to);

        assertThat(told(planted)).contains(planted.place(at) + ": " + told);
    }

    @Test
    void an_operation_of_a_name_that_is_taken_is_told() {
        Sound planted = Sound.contract()
                .with(
                        "paths:",
                        "paths:\n  /a:\n    get:\n      operationId: StartFlow\n      tags: [Flows]\n"
                                + "      summary: A.\n      responses: {}");

        assertThat(told(planted))
                .anyMatch(line -> line.endsWith("the operationId 'StartFlow' is taken already: choose another"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            summary: Activates a flow.    | summary: Activates a flow | summary: Activates | POST /start-flow: the summary does not end in a full stop: 'Activates a flow'
            description: How it is started. | x-note: None.           | mode:              | StartFlowRequest.mode: a description is missing: say in a sentence what this is
            """)
    void what_is_not_described_in_sentences_is_told(String from, String to, String at, String told) {
        Sound planted = Sound.contract().with(from, to);

        assertThat(told(planted)).containsExactly(planted.place(at) + ": " + told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            [a-z]+       ; the pattern '[a-z]+' is not anchored: write '^[a-z]+$'
            ^[a-z]+      ; the pattern '^[a-z]+' is not anchored: write '^[a-z]+$'
            ^a|b$        ; the pattern '^a|b$' anchors only its outer alternatives: write '^(?:a|b)$'
            ^[a-z$       ; the pattern '^[a-z$' is no regular expression: unclosed character class at its character 6
            """)
    void a_pattern_that_is_not_for_the_whole_value_is_told(String pattern, String told) {
        Sound planted = Sound.contract().with("'^[a-z]+$'", "'" + pattern + "'");

        assertThat(told(planted))
                .containsExactly(planted.place("pattern: '" + pattern) + ": StartFlowRequest.flowName: " + told);
    }

    @Test
    void alternatives_in_brackets_of_either_kind_are_anchored() {
        assertThat(told(Sound.contract().with("'^[a-z]+$'", "'^(nightly|[a|z]+|\\|)+$'")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            type: object         | x-type: object      | StartFlowRequest: D | StartFlowRequest: the type is missing
            minLength: 2         | minLength: 257      | minLength: 257      | StartFlowRequest.flowName: minLength is greater than maxLength: no value fits
            maxLength: 256       | maxLength: many     | maxLength: many     | StartFlowRequest.flowName: maxLength is 'many', no number
            minimum: 1           | maxLength: 1        | maxLength: 1        | StartFlowRequest.priority: maxLength says nothing about the type integer: remove it, or change the type
            required: [flowName] | required: [flowNam] | flowNam]            | StartFlowRequest: 'flowNam' is required and no property: add it to 'properties', or remove it from 'required'
            """)
    void a_constraint_that_does_not_fit_is_told(String from, String to, String at, String told) {
        Sound planted = Sound.contract().with(from, to);

        assertThat(told(planted)).contains(planted.place(at.replace(": D", ":\n")) + ": " + told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            maxLength: 256 | x-none: 0 | flowName:\\n | StartFlowRequest.flowName: a text of a request needs a maxLength and a pattern, or else an enum or a format
            minLength: 1   | x-none: 0 | message:\\n  | ErrorResponse.message: a text needs a length, a pattern, an enum or a format
            """)
    void a_text_without_bounds_is_told(String from, String to, String at, String told) {
        Sound planted = Sound.contract().with(from + "\n", to + "\n");

        assertThat(told(planted)).containsExactly(planted.place(at.replace("\\n", "\n")) + ": " + told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            /start-flow: | /startFlow: | operationId: | the operation StartFlow is served at /start-flow, not at /startFlow: rename one of them
            '403': | '4XX': | '4XX': | StartFlow: '4XX' is no status: write an answer for each, such as '404'
            '403': | '44': | '44': | StartFlow: '44' is no status: write an answer for each, such as '404'
            '403': | default: | default: | StartFlow: 'default' is no status: write an answer for each, such as '404'
            /StartFlowRequest' | /ErrorResponse' | schema: | StartFlow: the schema is to be named StartFlowRequest: write $ref: '#/components/schemas/StartFlowRequest'
            """)
    void an_operation_that_aws_would_shape_otherwise_is_told(String from, String to, String at, String told) {
        Sound planted = Sound.contract().with(from, to);

        assertThat(told(planted)).contains(planted.place(at) + ": " + told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            enum: [ThrottlingException] | enum: [SlowException]      | responses:   | StartFlow: 429 ThrottlingException is missing, which every operation answers
            with ConflictException.     | with FlowStateException.   | description: A flow that | StartFlow: the description names FlowStateException, and no response does: add it to the X-Amzn-Errortype of its status, or take it out of the description
            enum: [ConflictException]   | enum: [ValidationException] | '409':      | StartFlow: ValidationException has the status 400 already, and 409 here: an error has one
            enum: [ConflictException]   | enum: [conflict]           | conflict]    | StartFlow 409: 'conflict' is not written like ConflictException
            X-Amzn-Errortype:           | X-Error:                   | '400':       | StartFlow 400: the header X-Amzn-Errortype with the enum of its errors is missing
            """)
    void an_error_that_is_not_documented_in_full_is_told(String from, String to, String at, String told) {
        Sound planted = Sound.contract().with(from, to);

        assertThat(told(planted)).contains(planted.place(at) + ": " + told);
    }

    @Test
    void the_name_of_an_error_is_always_sent() {
        Sound planted =
                Sound.contract().with("required: true\n              schema", "required: false\n              schema");

        assertThat(told(planted))
                .containsExactly(planted.place("X-Amzn-Errortype")
                        + ": StartFlow 400: X-Amzn-Errortype is to be 'required: true'");
    }

    @Test
    void an_error_without_a_body_is_told() {
        Sound planted = Sound.contract()
                .with(
                        "          content:\n            application/json:\n              schema:\n"
                                + "                $ref: '#/components/schemas/ErrorResponse'\n",
                        "          content:\n" + "            application/json:\n");

        assertThat(told(planted))
                .contains(planted.place("'400':") + ": StartFlow 400: the schema of the error's JSON body is missing");
    }

    @Test
    void a_request_without_an_example_is_told() {
        Sound planted = Sound.contract()
                .with(
                        "            examples:\n              sample:",
                        "            x-none:\n" + "              sample:");

        assertThat(told(planted))
                .containsExactly(planted.place("application/json:")
                        + ": StartFlow request: there is no example: add one under 'examples'");
    }

    @Test
    void an_error_without_an_example_is_told() {
        Sound planted = Sound.contract().with("                SerializationException:", "                Other:");

        assertThat(told(planted))
                .containsExactly(planted.place("examples:\n                ValidationException")
                        + ": StartFlow 400: there is no example of SerializationException: add one that is called so"
                        + " under 'examples'");
    }

    @Test
    void an_example_that_does_not_fit_is_told() {
        Sound planted = Sound.contract().with("value: {flowName: nightly}", "value: {flowName: Nightly}");

        assertThat(told(planted))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith(planted.place("sample:")
                                + ": StartFlow request: the example 'sample' does not fit its schema:" + " flowName: ")
                        .contains("^[a-z]+$"));
    }

    @Test
    void an_example_may_be_known_to_contradict_its_schema_as_long_as_it_does() {
        Sound marked = Sound.contract()
                .with("summary: A name alone.", "summary: A name alone.\n                x-contradicts-schema: true");

        assertThat(told(marked))
                .containsExactly(marked.place("sample:")
                        + ": StartFlow request: the example 'sample' fits its schema: remove x-contradicts-schema");
        assertThat(told(marked.with("{flowName: nightly}", "{flowName: Nightly}")))
                .isEmpty();
    }

    private static List<String> told(Sound planted) {
        return Lint.contract(planted.document()).stream().map(Finding::toString).toList();
    }
}
