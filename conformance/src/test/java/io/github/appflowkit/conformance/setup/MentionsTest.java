package io.github.appflowkit.conformance.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.conformance.target.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"flowName\": \"nightly/1\"}",
                "{\"flowName\": \"NIGHTLY/1\"}",
                "{\"flowName\": \"\\u006eightly/1\"}",
                "{\"flowName\": \"nightly\\/1\"}",
                "{\"flowName\": \" nightly/1 \"}",
                "{'flowName': 'nightly/1'}",
                "flowName=nightly/1",
                "flowName=nightly%2f1",
                "{\"flowName\": [\"nightly/1\"]}",
                "{\"flowName\": \"nightly/1"
            })
    void a_name_is_found_in_every_form(String body) {
        assertThat(mentions(body, "/stop-flow").of("nightly/1")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"flowName\": \"nightly/12\"}",
                "{\"flowName\": \"nightly/1-2\"}",
                "{\"flowName\": \"my-nightly/1\"}",
                "{\"flowName\": \"nightly\"}",
                ""
            })
    void a_part_of_another_name_is_not_the_name(String body) {
        assertThat(mentions(body, "/stop-flow").of("nightly/1")).isFalse();
    }

    @Test
    void a_name_in_the_path_or_in_another_encoding_is_found() {
        Request utf16 = new Request("POST", "/", List.of(), null, "us-east-1")
                .withBody("{\"flowName\": \"nightly\"}".getBytes(StandardCharsets.UTF_16BE));

        assertThat(new Mentions(utf16).of("nightly")).isTrue();
        assertThat(mentions("", "/stop-flow?flowName=night%6cy").of("nightly")).isTrue();
    }

    private static Mentions mentions(String body, String target) {
        return new Mentions(new Request("POST", target, List.of(), null, "us-east-1").withBody(body));
    }
}
