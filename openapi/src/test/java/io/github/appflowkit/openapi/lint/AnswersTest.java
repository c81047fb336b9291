package io.github.appflowkit.openapi.lint;

import static io.github.appflowkit.openapi.lint.LintTest.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.openapi.document.Sound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An operation documents all that it answers, each with an example that fits. */
class AnswersTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            enum: [ThrottlingException] | enum: [SlowException]      | responses:   | StartFlow: 429 ThrottlingException is missing, which every operation answers
            with ConflictException.     | with FlowStateException.   | description: A flow that | StartFlow: the description names FlowStateException, and no response does: add it to the X-Amzn-Errortype of its status, or take it out of the description
            enum: [ConflictException]   | enum: [ValidationException] | '409':      | StartFlow: ValidationException has the status 400 already, and 409 here: an error has one
            enum: [ConflictException]   | enum: [ConflictException, ConflictException] | ConflictException] | POST /start-flow responses.409.headers.X-Amzn-Errortype.schema: 'ConflictException' is here twice: remove one
            enum: [ConflictException]   | enum: [conflict]           | conflict]    | StartFlow 409: 'conflict' is not written like ConflictException
            X-Amzn-Errortype:           | X-Error:                   | '400':       | StartFlow 400: the header X-Amzn-Errortype with the enum of its errors is missing
            """)
    void an_error_that_is_not_documented_in_full_is_told(String from, String to, String at, String told) {
        Sound planted = Sound.contract().with(from, to);

        assertThat(told(planted))
                .contains(planted.place(at) + ": " + told)
                .noneMatch(line -> line.contains("has the status 409 already, and 409"));
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
}
