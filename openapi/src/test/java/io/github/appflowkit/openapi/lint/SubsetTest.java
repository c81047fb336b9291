package io.github.appflowkit.openapi.lint;

import static io.github.appflowkit.openapi.lint.LintTest.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.openapi.document.Sound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the contract does not need of OpenAPI is told with what to write instead. */
class SubsetTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            openapi: 3.0.3       | openapi: 3.1.0            | openapi:    | OpenAPI '3.1.0' is read otherwise than 3.0: write 'openapi: 3.0.3'
            type: integer        | allOf: [{type: integer}]  | allOf:      | StartFlowRequest.priority: 'allOf' is not used in the contract: write the schema out, or refer to one with $ref
            minimum: 1           | oneOf: [{type: integer}]  | oneOf:      | StartFlowRequest.priority: 'oneOf' is not used in the contract: write the schema out, or refer to one with $ref
            minimum: 1           | readOnly: true            | readOnly:   | StartFlowRequest.priority: 'readOnly' is not used in the contract: a request and an answer have schemas of their own: remove it
            requestBody:         | parameters: []\\n      requestBody: | parameters: | POST /start-flow: 'parameters' is not used in the contract: what is asked for is a member of the request's body: make it one
            requestBody:         | servers: []\\n      requestBody: | servers: [] | POST /start-flow: 'servers' is not used in the contract: servers stand at the top of the document: move it there
            application/json:    | text/plain:\\n            schema: {type: string, format: byte}\\n          application/json: | text/plain: | POST /start-flow requestBody.content.text/plain: a body is application/json: remove 'text/plain'
            '409'                | 4XX                       | 4XX:        | StartFlow: '4XX' is no status: write three digits, 2xx for the success, 4xx or 5xx for an error
            '409'                | default                   | default:    | StartFlow: 'default' is no status: write three digits, 2xx for the success, 4xx or 5xx for an error
            '409'                | '44'                      | '44'        | StartFlow: '44' is no status: write three digits, 2xx for the success, 4xx or 5xx for an error
            '400':               | '202': {description: Later.}\\n        '400': | '202' | StartFlow: an operation succeeds with one status, 200 already: remove 202
            '200':               | '599':                    | responses:  | StartFlow: the answer of a success is missing: add it under '200'
            """)
    void what_the_contract_does_not_need_is_told(String from, String to, String at, String told) {
        Sound planted = Sound.contract().with(from, to.replace("\\n", "\n"));

        assertThat(told(planted)).contains(planted.place(at) + ": " + told);
    }

    @Test
    void an_error_has_the_schema_of_all_errors() {
        Sound planted = Sound.contract()
                .with(
                        "$ref: '#/components/schemas/ErrorResponse'",
                        "{type: object, properties: {message: {description: M., type: string, minLength: 7}}}");

        assertThat(told(planted))
                .containsExactly(planted.place("schema:\n                {")
                        + ": StartFlow: the schema is to be named ErrorResponse: write $ref:"
                        + " '#/components/schemas/ErrorResponse'");
    }
}
