package io.github.appflowkit.openapi.lint;

import static io.github.appflowkit.openapi.lint.LintTest.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.openapi.document.Sound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A schema says what its values are, by rules that hold for every tool. */
class SchemasTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            [a-z]+       ; the pattern '[a-z]+' is not anchored: write '^[a-z]+$'
            ^[a-z]+      ; the pattern '^[a-z]+' is not anchored: write '^[a-z]+$'
            ^a|b$        ; the pattern '^a|b$' anchors only its outer alternatives: write '^(?:a|b)$'
            ^[a-z]+\\$    ; the pattern '^[a-z]+\\$' is not anchored: write '^[a-z]+\\$$'
            ^[a-z]+\\\\\\$  ; the pattern '^[a-z]+\\\\\\$' is not anchored: write '^[a-z]+\\\\\\$$'
            ^[a-z$       ; the pattern '^[a-z$' is no regular expression: unclosed character class at its character 6
            """)
    void a_pattern_that_is_not_for_the_whole_value_is_told(String pattern, String told) {
        Sound planted = Sound.contract().with("'^[a-z]+$'", "'" + pattern + "'");

        assertThat(told(planted))
                .containsExactly(planted.place("pattern: '" + pattern) + ": StartFlowRequest.flowName: " + told);
    }

    @Test
    void a_backslash_before_the_anchor_is_no_part_of_it() {
        assertThat(told(Sound.contract().with("'^[a-z]+$'", "'^[a-z]+\\\\*$'"))).isEmpty();
        assertThat(told(Sound.contract().with("'^[a-z]+$'", "'^[a-z]+|\\\\$'")))
                .singleElement()
                .asString()
                .endsWith("write '^(?:[a-z]+|\\\\)$'");
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
            required: [flowName] | required: [flowName, flowName] | flowName] | StartFlowRequest: 'flowName' is required twice: remove one
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
            type: integer         | type: bolean          | type: bolean | StartFlowRequest.priority: the type 'bolean' is none of array, boolean, integer, number, object, string; did you mean 'boolean'?
            type: integer         | type: array           | type: array  | StartFlowRequest.priority: 'items' is missing: say what the list holds
            type: integer         | type: integer\\n          format: uuid | format: uuid | StartFlowRequest.priority: the format 'uuid' is none of the type integer: int32, int64
            type: integer         | type: integer\\n          default: high | default: high | StartFlowRequest.priority: 'high' is no integer
            enum: [Full, Partial] | format: uuuid         | format: uuuid | StartFlowRequest.mode: the format 'uuuid' is none of the type string: binary, byte, date, date-time, email, hostname, ipv4, ipv6, password, uri, uuid; did you mean 'uuid'?
            enum: [Full, Partial] | enum: []              | enum: []      | StartFlowRequest.mode: the enum is empty: no value fits
            enum: [Full, Partial] | enum: [Full, No]      | No]           | StartFlowRequest.mode: 'No' is no string: put it in quotes
            enum: [Full, Partial] | enum: [Full, Full]    | Full]         | StartFlowRequest.mode: 'Full' is here twice: remove one
            """)
    void a_type_that_does_not_fit_is_told(String from, String to, String at, String told) {
        Sound planted = Sound.contract().with(from, to.replace("\\n", "\n"));

        assertThat(told(planted)).contains(planted.place(at) + ": " + told);
    }

    @Test
    void a_text_of_a_request_is_one_wherever_its_schema_stands() {
        Sound planted = Sound.contract()
                .with("        mode:\n", "        nick:\n          $ref: '#/components/schemas/Nick'\n        mode:\n")
                .with(
                        "    ErrorResponse:\n",
                        "    Nick:\n      description: Another name.\n      type: string\n      minLength: 1\n"
                                + "    ErrorResponse:\n");

        assertThat(told(planted))
                .containsExactly(planted.place("Nick:\n")
                        + ": Nick: a text of a request needs a maxLength and a pattern, or else an enum or a format");
    }
}
