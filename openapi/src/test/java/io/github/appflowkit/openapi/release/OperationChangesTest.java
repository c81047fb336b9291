package io.github.appflowkit.openapi.release;

import static io.github.appflowkit.openapi.release.ChangesTest.changes;
import static io.github.appflowkit.openapi.release.ChangesTest.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.openapi.document.Sound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a change of what surrounds the members means: operations, callers, bodies, headers, statuses. */
class OperationChangesTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            /start-flow            ; /begin-flow            ; StartFlow.path was /start-flow and is /begin-flow
            post:                  ; put:                   ; StartFlow.method was POST and is PUT
            '200'                  ; '202'                  ; StartFlow.status was 200 and is 202
            localhost              ; localhost/v2           ; http://localhost is gone from the document
            - sigv4: []            ; - {}                   ; StartFlow.security: in header, name Authorization, type apiKey is gone
            in: header             ; in: query              ; StartFlow.security: in header, name Authorization, type apiKey is gone
            security:              ; x-was:                 ; StartFlow.security: in header, name Authorization, type apiKey is gone
            """)
    void an_operation_that_is_called_otherwise_breaks(String from, String to, String told) {
        assertThat(changes(Sound.contract().with(from, to)))
                .contains("breaking: " + told + ": calls that were right no longer are");
    }

    @Test
    void an_operation_that_is_named_otherwise_is_another_one() {
        assertThat(changes(Sound.contract().with("operationId: StartFlow", "operationId: BeginFlow")))
                .containsExactly(
                        "compatible: BeginFlow is a new operation",
                        "breaking: StartFlow is gone: calls that were right no longer are");
    }

    @Test
    void a_security_scheme_may_be_called_otherwise() {
        assertThat(changes(Sound.contract().with("- sigv4: []", "- signed: []").with("    sigv4:", "    signed:")))
                .isEmpty();
    }

    @Test
    void a_body_that_need_not_be_sent_widens_the_request() {
        Sound optional = Sound.contract().with("        required: true\n", "        required: false\n");

        assertThat(changes(optional)).containsExactly("compatible: StartFlow.request body.required is gone");
        assertThat(told(Changes.between(optional.document(), Sound.contract().document())))
                .containsExactly("breaking: StartFlow.request body.required is new: requests that were right may be"
                        + " refused");
    }

    @Test
    void a_header_is_a_part_of_the_answer() {
        Sound more = Sound.contract()
                .with(
                        "          description: The flow was activated.\n",
                        "          description: The flow was activated.\n          headers:\n            x-id:\n"
                                + "              schema: {type: string, format: uuid}\n");
        String breaks = ": clients or implementations that were right may no longer be";

        assertThat(changes(more)).containsExactly("compatible: StartFlow.x-id is a new header of the answer");
        assertThat(told(Changes.between(more.document(), Sound.contract().document())))
                .containsExactly("breaking: StartFlow.x-id is gone from the answer" + breaks);
        assertThat(told(Changes.between(
                        more.document(),
                        more.with("{type: string, format: uuid}", "{type: string}")
                                .document())))
                .containsExactly("breaking: StartFlow.x-id.format is gone, and was uuid" + breaks);
        assertThat(told(Changes.between(
                        more.document(),
                        more.with("x-id:\n", "x-id:\n              required: true\n")
                                .document())))
                .containsExactly("breaking: StartFlow.x-id.required is new" + breaks);
    }

    @Test
    void what_a_component_says_of_several_is_told_once_and_a_use_where_it_is() {
        String header = "X-Id:\n              $ref: '#/components/headers/Id'\n            ";
        Sound both = Sound.contract()
                .with("            X-Amzn-Errortype:", "            " + header + "X-Amzn-Errortype:")
                .with(
                        "        '409':\n          description: The flow runs already.\n          headers:\n            ",
                        "        '409':\n          description: The flow runs already.\n          headers:\n            "
                                + header)
                .with(
                        "  responses:\n    AccessDenied:",
                        "  headers:\n    Id:\n      schema: {type: string, format: uuid}\n"
                                + "  responses:\n    AccessDenied:");

        assertThat(told(Changes.between(
                        both.document(),
                        both.with("format: uuid", "format: byte").document())))
                .containsExactly("breaking: StartFlow.400.X-Id.format (and 1 like it) was uuid and is byte: clients or"
                        + " implementations that were right may no longer be");
        assertThat(Changes.between(Sound.contract().document(), both.document()))
                .hasSize(2)
                .first()
                .asString()
                .startsWith(both.place("X-Id:") + ": compatible: StartFlow.400.X-Id is a new header of the answer");
    }

    @Test
    void an_error_of_a_new_status_is_told_without_its_headers() {
        Sound more = Sound.contract()
                .with(
                        "        '429':\n",
                        "        '410':\n          headers:\n            X-Amzn-Errortype:\n              required: true\n"
                                + "              schema: {type: string, enum: [GoneException]}\n        '429':\n");

        assertThat(changes(more)).containsExactly("compatible: StartFlow.410.GoneException is new");
        assertThat(told(Changes.between(more.document(), Sound.contract().document())))
                .containsExactly("breaking: StartFlow.410.GoneException is gone: clients or implementations that were"
                        + " right may no longer be");
    }

    @Test
    void an_operation_that_is_gone_breaks_and_a_new_one_does_not() {
        Sound two = Sound.contract()
                .with("paths:\n", "paths:\n  /a:\n    get:\n      operationId: A\n      responses: {'200': {}}\n");

        assertThat(changes(two)).containsExactly("compatible: A is a new operation");
        assertThat(told(Changes.between(two.document(), Sound.contract().document())))
                .containsExactly("breaking: A is gone: calls that were right no longer are");
    }
}
