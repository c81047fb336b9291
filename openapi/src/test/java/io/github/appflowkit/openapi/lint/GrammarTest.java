package io.github.appflowkit.openapi.lint;

import static io.github.appflowkit.openapi.lint.LintTest.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.openapi.document.Sound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What OpenAPI does not know at a place is told with the word that was probably meant. */
class GrammarTest {
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
        Sound planted = Sound.contract().with("properties:", "properties: [{a: b}]\n      x-was:");

        assertThat(told(planted))
                .containsExactly(planted.place("properties: [")
                        + ": StartFlowRequest: a mapping is needed at 'properties', and this is a list");
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
            required: [flowName]  | required: flowName    | required: flowName | StartFlowRequest: a list is needed at 'required', and this is a value
            enum: [Full, Partial] | enum: Full            | enum: Full         | StartFlowRequest.mode: a list is needed at 'enum', and this is a value
            tags: [Flows]         | tags: Flows           | tags: Flows        | POST /start-flow: a list is needed at 'tags', and this is a value
            sigv4: []             | sigv4: admin          | sigv4: admin       | security.0: a list is needed at 'sigv4', and this is a value
            maxLength: 256        | maxLength: many       | maxLength: many    | StartFlowRequest.flowName.maxLength: a whole number from 0 to 999999999 is needed here, and this is 'many'
            maxLength: 256        | maxLength: 2.5        | maxLength: 2.5     | StartFlowRequest.flowName.maxLength: a whole number from 0 to 999999999 is needed here, and this is '2.5'
            maxLength: 256        | maxLength: -1         | maxLength: -1      | StartFlowRequest.flowName.maxLength: a whole number from 0 to 999999999 is needed here, and this is '-1'
            maxLength: 256        | maxLength: 0400       | maxLength: 0400    | StartFlowRequest.flowName.maxLength: a whole number from 0 to 999999999 is needed here, and this is '0400'
            maxLength: 256        | maxLength: 9999999999 | maxLength: 9999999999 | StartFlowRequest.flowName.maxLength: a whole number from 0 to 999999999 is needed here, and this is '9999999999'
            $ref: '#/components/schemas/StartFlowRequest' | $ref: [a] | $ref: [a] | POST /start-flow requestBody.content.application/json.schema.$ref: a value is needed here, and this is a list
            maxLength: 256        | maxLength: '256'      | maxLength: '256'   | StartFlowRequest.flowName.maxLength: a whole number from 0 to 999999999 is needed here, and '256' is a text: remove its quotes
            minimum: 1            | minimum: one          | minimum: one       | StartFlowRequest.priority.minimum: a number is needed here, and this is 'one'
            minimum: 1            | nullable: maybe       | nullable: maybe    | StartFlowRequest.priority.nullable: true or false is needed here, and this is 'maybe'
            required: true        | required: 'true'      | required: 'true'   | POST /start-flow requestBody.required: true or false is needed here, and 'true' is a text: remove its quotes
            minimum: 1            | additionalProperties: no | additionalProperties: no | StartFlowRequest.priority.additionalProperties: true or false is needed here, and this is 'no'
            """)
    void a_value_of_another_form_is_told(String from, String to, String at, String told) {
        Sound planted = Sound.contract().with(from, to);

        assertThat(told(planted)).containsExactly(planted.place(at) + ": " + told);
    }

    @Test
    void what_a_map_holds_is_read_as_a_schema() {
        String map = "type: object\n          additionalProperties: {%s}\n        x-was:";

        assertThat(told(Sound.contract().with("type: integer", map.formatted("patern: a"))))
                .singleElement()
                .asString()
                .endsWith("'patern' is no member of a schema; did you mean 'pattern'?");
        assertThat(told(Sound.contract().with("type: integer", map.formatted("$ref: '#/components/schemas/None'"))))
                .singleElement()
                .asString()
                .contains("$ref '#/components/schemas/None' leads nowhere");
    }
}
