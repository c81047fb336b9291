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
            schemas/StartFlowRequest' | schemas/StartFlowReques' | $ref: '#/components/schemas/StartFlowReques' | POST /start-flow requestBody.content.application/json.schema: $ref '#/components/schemas/StartFlowReques' leads nowhere in this file; did you mean '#/components/schemas/StartFlowRequest'?
            '#/components/responses/ | 'other.yaml#/ | $ref: 'other | POST /start-flow responses.403: $ref 'other.yaml#/AccessDenied' leads nowhere
            """)
    void a_reference_that_leads_nowhere_is_all_that_is_told(String from, String to, String at, String told) {
        Sound planted = Sound.contract().with(from, to);

        assertThat(told(planted)).containsExactly(planted.place(at) + ": " + told);
    }

    @Test
    void references_in_a_circle_are_told() {
        Sound planted = Sound.contract()
                .with(
                        "    AccessDenied:\n      description: The caller may not do this.\n",
                        "    AccessDenied:\n      $ref: '#/components/responses/Denied'\n    Denied:\n"
                                + "      $ref: '#/components/responses/AccessDenied'\n    Other:\n"
                                + "      description: The caller may not do this.\n");

        assertThat(told(planted))
                .hasSize(3)
                .contains(planted.place("$ref: '#/components/responses/Denied'")
                        + ": AccessDenied: $ref '#/components/responses/Denied' leads in a circle: write out what it"
                        + " stands for");
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
    void a_component_that_only_itself_uses_is_told() {
        Sound planted = Sound.contract()
                .with(
                        "    ErrorResponse:\n",
                        "    Node:\n      description: A link.\n      type: object\n      properties:\n        next:\n"
                                + "          $ref: '#/components/schemas/Node'\n    ErrorResponse:\n");

        assertThat(told(planted))
                .containsExactly(
                        planted.place("Node:\n") + ": Node: nothing uses this component: remove it, or refer to it");
    }

    @Test
    void a_component_is_used_by_a_reference_into_it() {
        Sound deeper = Sound.contract()
                .with(
                        "          description: How it is started.\n          type: string\n          enum: [Full, Partial]\n",
                        "          $ref: '#/components/schemas/Names/properties/mode'\n")
                .with(
                        "    ErrorResponse:\n",
                        "    Names:\n      description: All names.\n      type: object\n      properties:\n        mode:\n"
                                + "          description: How.\n          type: string\n          enum: [Full]\n"
                                + "    ErrorResponse:\n");

        assertThat(told(deeper)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"security:\n  - sigv4: []", "      requestBody:"})
    void a_scheme_that_is_not_declared_is_told(String before) {
        String indent = before.replaceAll("(?s)\\S.*", "");
        Sound planted = Sound.contract()
                .with(
                        before,
                        indent + "security:\n" + indent + "  - sigv4: []\n" + indent + "  - sigv5: []\n"
                                + (indent.isEmpty() ? "" : before));

        assertThat(told(planted))
                .containsExactly(planted.place("sigv5:") + ": scheme 'sigv5' is not declared: add it to"
                        + " 'securitySchemes' in 'components'; did you mean 'sigv4'?");
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
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            /start-flow: | /startFlow: | operationId: | the operation StartFlow is served at /start-flow, not at /startFlow: rename one of them
            /StartFlowRequest' | /ErrorResponse' | schema: | StartFlow: the schema is to be named StartFlowRequest: write $ref: '#/components/schemas/StartFlowRequest'
            """)
    void an_operation_that_aws_would_shape_otherwise_is_told(String from, String to, String at, String told) {
        Sound planted = Sound.contract().with(from, to);

        assertThat(told(planted)).contains(planted.place(at) + ": " + told);
    }

    static List<String> told(Sound planted) {
        return Lint.contract(planted.document()).stream().map(Finding::toString).toList();
    }
}
