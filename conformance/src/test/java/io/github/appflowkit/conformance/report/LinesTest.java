package io.github.appflowkit.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinesTest {
    @Test
    void words_wrap_at_80_columns_under_the_end_of_the_head() {
        assertThat(Lines.wrap("  source  ", "word ".repeat(30)))
                .hasSize(3)
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(80).startsWith("  "))
                .first()
                .asString()
                .startsWith("  source  word word");
    }

    @Test
    void a_word_without_end_is_broken() {
        assertThat(Lines.wrap("> ", "x".repeat(200)))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(String.join("", Lines.wrap("> ", "x".repeat(200)))).contains("x".repeat(70));
    }

    @Test
    void what_is_to_be_copied_is_never_broken() {
        String path = "/a folder/" + "x".repeat(200) + "/report.html";

        assertThat(Lines.verbatim(path)).isEqualTo("  " + path);
    }

    @Test
    void a_noun_follows_its_number() {
        assertThat(Lines.counted(0, "rule")).isEqualTo("0 rules");
        assertThat(Lines.counted(1, "rule")).isEqualTo("1 rule");
        assertThat(Lines.counted(2, "rule")).isEqualTo("2 rules");
    }

    @Test
    void an_empty_text_is_its_head() {
        assertThat(Lines.wrap("  head", "")).containsExactly("  head");
    }

    @Test
    void control_characters_are_shown_and_long_texts_cut() {
        assertThat(Lines.oneLine("a\n\u0000b", 80)).isEqualTo("a\\u000a\\u0000b");
        assertThat(Lines.oneLine("x".repeat(100), 10)).isEqualTo("xxxxxxxxx…");
    }
}
