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
            minimum: 1             ; multipleOf: 2          ; breaking: StartFlow.priority.multipleOf is new: 2
            minimum: 1             ; exclusiveMaximum: true ; breaking: StartFlow.priority.exclusiveMaximum is new: true
            required: [flowName]   ; additionalProperties: false ; breaking: StartFlow.request body.additionalProperties is new: false
            minLength: 2           ; format: byte           ; breaking: StartFlow.flowName.format is new: byte
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
            minimum: 1             ; "nullable: true\\n          minimum: 1" ; compatible: StartFlow.priority.nullable is new: true
            minimum: 1             ; "deprecated: true\\n          minimum: 1" ; compatible: StartFlow.priority.deprecated is new: true
            requestBody:           ; "deprecated: true\\n      requestBody:" ; compatible: StartFlow.deprecated is new: true
            "- sigv4: []"          ; "- sigv4: []\\n  - {}" ; compatible: StartFlow.security: none is new
            "description: A server." ; "description: A server.\\n  - {url: 'http://other', description: B.}" ; compatible: http://other is a new server of the document
            [ConflictException]    ; [ConflictException, BusyException] ; compatible: StartFlow.409.BusyException is new
            """)
    void what_is_widened_or_added_breaks_nothing(String from, String to, String told) {
        Sound present = Sound.contract().with(from, to.replace("\\n", "\n"));

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
            minLength: 1           ; minLength: 2           ; breaking: error.message.minLength was 1 and is 2
            minLength: 1           ; minLength: 0           ; breaking: error.message.minLength is gone, and was 1
            required: [flowStatus] ; additionalProperties: false ; breaking: StartFlow.response body.additionalProperties is new: false
            required: [message]    ; additionalProperties: false ; breaking: error.additionalProperties is new: false
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
            nullable: false ; minItems: 0
            uniqueItems: false ; deprecated: false
            exclusiveMinimum: false ; additionalProperties: true
            """)
    void what_holds_anyway_is_no_change(String one, String other) {
        Sound said = Sound.contract().with("minimum: 1", "minimum: 1\n          " + one + "\n          " + other);

        assertThat(changes(said)).isEmpty();
    }

    @Test
    void a_default_changes_what_a_request_means() {
        String told = "breaking: StartFlow.priority.default %s: requests without it may no longer mean the same";
        Sound one = Sound.contract().with("minimum: 1", "minimum: 1\n          default: 1");

        assertThat(changes(one)).containsExactly(told.formatted("is new: 1"));
        assertThat(told(Changes.between(one.document(), Sound.contract().document())))
                .containsExactly(told.formatted("is gone, and was 1"));
        assertThat(told(Changes.between(
                        one.document(), one.with("default: 1", "default: 2").document())))
                .containsExactly(told.formatted("was 1 and is 2"));
    }

    @Test
    void what_comes_with_a_new_member_is_told_with_it() {
        String options = "options: {type: object, required: [a], properties: {a: {type: string}}}";
        String names = "names: {type: array, items: {type: object, required: [b], properties: {b: {type: string}}}}";
        String tags = "tags: {type: object, additionalProperties: {type: string, maxLength: 9}}";
        Sound more = Sound.contract()
                .with(
                        "        mode:\n",
                        "        " + options + "\n        " + names + "\n        " + tags + "\n        mode:\n");

        assertThat(changes(more))
                .containsExactly(
                        "compatible: StartFlow.options is a new member of the request",
                        "compatible: StartFlow.names is a new member of the request",
                        "compatible: StartFlow.tags is a new member of the request");
        assertThat(told(Changes.between(
                        more.document(),
                        more.with("maxLength: 9", "maxLength: 8").document())))
                .containsExactly("breaking: StartFlow.tags{}.maxLength was 9 and is 8: requests that were right may be"
                        + " refused");
        assertThat(told(Changes.between(
                        more.document(),
                        more.with("{type: string, maxLength: 9}", "false").document())))
                .containsExactly("breaking: StartFlow.tags.additionalProperties was of a schema and is false: requests"
                        + " that were right may be refused");
    }

    @Test
    void a_member_that_holds_itself_is_read() {
        Sound tree = Sound.contract()
                .with("        mode:\n", "        tree: {$ref: '#/components/schemas/Tree'}\n        mode:\n")
                .with(
                        "    ErrorResponse:\n",
                        "    Tree: {type: array, items: {$ref: '#/components/schemas/Tree'}}\n"
                                + "    ErrorResponse:\n");

        assertThat(changes(tree)).containsExactly("compatible: StartFlow.tree is a new member of the request");
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

    static List<String> changes(Sound present) {
        return told(Changes.between(Sound.contract().document(), present.document()));
    }

    static List<String> told(List<Change> changes) {
        return changes.stream()
                .map(change -> change.toString().replaceFirst("^\\S+ ", ""))
                .toList();
    }
}
