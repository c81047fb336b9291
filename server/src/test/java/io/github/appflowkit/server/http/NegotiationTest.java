package io.github.appflowkit.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NegotiationTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "APPLICATION/Json",
                "application/json; charset=utf-8",
                "application/json;charset=\"x",
                " application/json ;"
            })
    void json_is_told_by_its_type_alone(String contentType) {
        assertThat(Negotiation.isJson(List.of(contentType))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "application", "application/*", "*/*", "text/json", "application/json, text/plain", "{}"})
    void anything_else_is_not_json(String contentType) {
        assertThat(Negotiation.isJson(List.of(contentType))).isFalse();
    }

    @Test
    void two_content_types_are_not_json() {
        assertThat(Negotiation.isJson(List.of("application/json", "application/json")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*/*",
                "application/*",
                "application/json",
                "Application/JSON;q=0.1",
                "text/html, application/json;q=0.001",
                "text/html, image/gif, *; q=.2, */*; q=.2",
                "text/html;q=0, */*",
                "application/json, */*;q=0",
                "}{, */*"
            })
    void an_accept_that_has_room_for_json_is_served(String accept) {
        assertThat(Negotiation.takesJson(List.of(accept))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml, text/*", "application/json;q=0, */*", "*/*;q=0.000", "}{"})
    void an_accept_that_excludes_json_is_not(String accept) {
        assertThat(Negotiation.takesJson(List.of(accept))).isFalse();
    }

    @Test
    void several_accept_headers_are_one() {
        assertThat(Negotiation.takesJson(List.of("text/html", "application/json")))
                .isTrue();
    }
}
