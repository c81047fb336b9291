package io.github.appflowkit.openapi.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.openapi.document.Document;
import io.github.appflowkit.openapi.document.Sound;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a change of the contract means for clients and for implementations. */
class ChangesTest {
    private static final String NEW_MEMBER = """
                    %s:
                      description: New.
                      type: boolean
            """;

    @Test
    void the_same_contract_has_no_changes() {
        assertThat(changes(Sound.contract())).isEmpty();
    }

    @Test
    void words_are_no_change_of_what_is_promised() {
        assertThat(changes(Sound.contract().with("Activates a flow.", "Starts a flow.")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            maxLength: 256         ; maxLength: 100         ; breaking: StartFlow.flowName.maxLength was 256 and is 100
            minLength: 2           ; minLength: 3           ; breaking: StartFlow.flowName.minLength was 2 and is 3
            '^[a-z]+$'             ; '^[a-y]+$'             ; breaking: StartFlow.flowName.pattern was ^[a-z]+$ and is ^[a-y]+$
            [Full, Partial]        ; [Full]                 ; breaking: StartFlow.mode.Partial is gone
            enum: [Full, Partial]  ; pattern: '^[A-Z]+$'    ; breaking: StartFlow.mode.pattern is new: ^[A-Z]+$
            minimum: 1             ; minimum: 2             ; breaking: StartFlow.priority.minimum was 1 and is 2
            maximum: 9             ; maximum: 8             ; breaking: StartFlow.priority.maximum was 9 and is 8
            type: integer          ; type: number           ; breaking: StartFlow.priority.type was integer and is number
            required: [flowName]   ; required: [flowName, mode] ; breaking: StartFlow.mode.required is new
            mode:                  ; style:                 ; breaking: StartFlow.mode is gone from the request
            """)
    void a_request_that_is_narrowed_breaks(String from, String to, String told) {
        assertThat(changes(Sound.contract().with(from, to)))
                .contains(told + ": requests that were right may be refused");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            maxLength: 256         ; maxLength: 300         ; compatible: StartFlow.flowName.maxLength was 256 and is 300
            minLength: 2           ; minLength: 1           ; compatible: StartFlow.flowName.minLength was 2 and is 1
            pattern: '^[a-z]+$'    ; x-was: ''              ; compatible: StartFlow.flowName.pattern is gone, and was ^[a-z]+$
            [Full, Partial]        ; [Full, Partial, Other] ; compatible: StartFlow.mode.Other is new
            maximum: 9             ; maximum: 10            ; compatible: StartFlow.priority.maximum was 9 and is 10
            required: [flowName]   ; x-was: ''              ; compatible: StartFlow.flowName.required is gone
            [ConflictException]    ; [ConflictException, BusyException] ; compatible: StartFlow.409.BusyException is new
            """)
    void what_is_widened_or_added_breaks_nothing(String from, String to, String told) {
        Sound present = Sound.contract().with(from, to);

        assertThat(changes(present)).containsExactly(told);
        assertThat(OpenApiDifference.between(Sound.contract().document(), present.document())
                        .breaks())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            required: [flowStatus] ; required: [flowStatus, runId] ; breaking: StartFlow.runId.required is new
            required: [flowStatus] ; x-was: ''              ; breaking: StartFlow.flowStatus.required is gone
            [Active, Errored]      ; [Active]               ; breaking: StartFlow.flowStatus.Errored is gone
            [Active, Errored]      ; [Active, Errored, New] ; breaking: StartFlow.flowStatus.New is new
            maxLength: 64          ; maxLength: 65          ; breaking: StartFlow.runId.maxLength was 64 and is 65
            maxLength: 64          ; maxLength: 63          ; breaking: StartFlow.runId.maxLength was 64 and is 63
            '^[a-z0-9]+$'          ; '^[a-z]+$'             ; breaking: StartFlow.runId.pattern was ^[a-z0-9]+$ and is ^[a-z]+$
            "        runId:"        ; "        execution:"             ; breaking: StartFlow.runId is gone from the answer
            minLength: 1           ; minLength: 0           ; breaking: error.message.minLength was 1 and is 0
            , SerializationException] ; ]                   ; breaking: StartFlow.400.SerializationException is gone
            responses/AccessDenied'; schemas/ErrorResponse' ; breaking: StartFlow.403.AccessDeniedException is gone
            """)
    void an_answer_that_is_changed_breaks(String from, String to, String told) {
        assertThat(changes(Sound.contract().with(from, to)))
                .contains(told + ": clients or implementations that were right may no longer be");
    }

    @Test
    void a_new_member_breaks_if_it_is_required() {
        Sound request = Sound.contract().with("        mode:\n", NEW_MEMBER.formatted("extra") + "        mode:\n");
        Sound answer = Sound.contract().with("        runId:\n", NEW_MEMBER.formatted("extra") + "        runId:\n");

        assertThat(changes(request)).containsExactly("compatible: StartFlow.extra is a new member of the request");
        assertThat(changes(answer)).containsExactly("compatible: StartFlow.extra is a new member of the answer");
        assertThat(changes(request.with("[flowName]", "[flowName, extra]")))
                .containsExactly("breaking: StartFlow.extra is a new required member of the request: requests that were"
                        + " right may be refused");
        assertThat(changes(answer.with("[flowStatus]", "[flowStatus, extra]")))
                .containsExactly("breaking: StartFlow.extra is a new required member of the answer: clients or"
                        + " implementations that were right may no longer be");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            operationId: StartFlow ; operationId: BeginFlow ; BeginFlow is the new name of StartFlow
            /start-flow            ; /begin-flow            ; StartFlow.path was /start-flow and is /begin-flow
            post:                  ; put:                   ; StartFlow.method was POST and is PUT
            '200'                  ; '202'                  ; StartFlow.status was 200 and is 202
            """)
    void an_operation_that_is_called_otherwise_breaks(String from, String to, String told) {
        assertThat(changes(Sound.contract().with(from, to.replace("'202'", "\"202\""))))
                .containsExactly("breaking: " + told + ": calls that were right no longer are");
    }

    @Test
    void an_operation_that_is_gone_breaks_and_a_new_one_does_not() {
        Sound two = Sound.contract()
                .with("paths:\n", "paths:\n  /a:\n    get:\n      operationId: A\n      responses: {'200': {}}\n");

        assertThat(changes(two)).containsExactly("compatible: A is a new operation");
        assertThat(told(Changes.between(two.document(), Sound.contract().document())))
                .containsExactly("breaking: A is gone: calls that were right no longer are");
    }

    @Test
    void a_change_stands_where_it_is_now_and_what_is_gone_where_it_was() {
        Sound present = Sound.contract().with("maxLength: 256", "maxLength: 1").with("Full, Partial", "Partial");
        Document released = Document.of(
                "openapi/released/appflow-1.4.2.yaml", Sound.contract().text());

        assertThat(Changes.between(released, present.document()))
                .extracting(change -> change.place().toString())
                .containsExactly(
                        present.place("maxLength: 1"),
                        Sound.contract().place("Full").replace("appflow.yaml", "released/appflow-1.4.2.yaml"));
    }

    private static List<String> changes(Sound present) {
        return told(Changes.between(Sound.contract().document(), present.document()));
    }

    private static List<String> told(List<Change> changes) {
        return changes.stream()
                .map(change -> change.toString().replaceFirst("^\\S+ ", ""))
                .toList();
    }
}
