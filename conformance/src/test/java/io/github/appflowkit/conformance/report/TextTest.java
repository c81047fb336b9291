package io.github.appflowkit.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of endpoints on their way into reports. */
class TextTest {
    @Test
    void control_characters_and_halves_of_characters_are_made_visible() {
        assertThat(Printable.of("a\r\n\tb\u0000\u001b[31m\u0085\u202e\ud800\ufffeé漢😀"))
                .isEqualTo("a\n\tb\\u0000\\u001b[31m\\u0085\\u202e\\ud800\\ufffeé漢😀");
    }

    @Test
    void json_is_laid_out_and_otherwise_as_it_was_sent() {
        assertThat(JsonIndent.of("{\"a\":[1.50,{}, [ ] ],\"a\":\"{,\\\"\",\"\\u00e9\" :null}"))
                .isEqualTo(
                        "{\n  \"a\": [\n    1.50,\n    {},\n    []\n  ],\n  \"a\": \"{,\\\"\",\n  \"\\u00e9\": null\n}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no", "{\"a\":1} x", "{\"a\":", "]", "{\u0000}", "<html>", "\"a"})
    void what_is_no_json_stays_as_it_is(String text) {
        assertThat(JsonIndent.of(text)).isEqualTo(text);
    }

    @Test
    void a_short_text_is_no_excerpt() {
        assertThat(Excerpt.of("short", 5, "")).isEqualTo("short");
    }

    @Test
    void a_long_text_keeps_its_start_and_the_part_that_a_violation_names() {
        String text = "start" + "x".repeat(5_000) + "\"flowStatus\": 7" + "y".repeat(5_000) + "end";

        assertThat(Excerpt.of(text, 400, "flowStatus: Suspended"))
                .startsWith("startxxx")
                .contains("\"flowStatus\": 7", " characters left out] ")
                .hasSizeLessThan(500);
    }

    @Test
    void a_long_text_without_such_a_part_is_cut() {
        assertThat(Excerpt.of("😀".repeat(500), 101, "404"))
                .startsWith("😀".repeat(50) + " … [900 characters left out]");
    }
}
