package io.github.appflowkit.server.http.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.appflowkit.contract.control.model.FlowState;
import io.github.appflowkit.contract.model.DeleteConnectorProfileRequest;
import io.github.appflowkit.contract.model.StopFlowRequest;
import io.github.appflowkit.server.http.error.ErrorType;
import io.github.appflowkit.server.http.error.RefusedRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyReaderTest {
    private static final int MAX = 100_000;

    private final JsonBodyReader reader =
            new JsonBodyReader(Mappers.body(), new BoundedBody(MAX, Duration.ofSeconds(10)));

    @Test
    void an_object_is_read_whatever_else_it_has() {
        assertThat(stopFlow("{\"x\":{\"flowName\":1},\"flowName\":\"\\u0061\",\"y\":[1e999,null]}"))
                .isEqualTo(new StopFlowRequest().flowName("a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", " {} ", "{\"flowName\":null}", "{\"FlowName\":\"a\"}"})
    void a_member_that_is_not_there_is_absent(String body) {
        assertThat(stopFlow(body)).isEqualTo(new StopFlowRequest());
    }

    static Stream<String> malformed() {
        return Stream.of(
                " ",
                "null",
                "true",
                "1",
                "\"a\"",
                "[]",
                "[{\"flowName\":\"a\"}]",
                "{",
                "{\"flowName\":\"a\"",
                "{\"flowName\":\"a\"}x",
                "{\"flowName\":\"a\"}{}",
                "x{\"flowName\":\"a\"}",
                "{\"flowName\":\"a\",}",
                "{\"flowName\":\"a\"/**/}",
                "{\"flowName\":\"a\"}//",
                "{'flowName':'a'}",
                "{flowName:\"a\"}",
                "{\"flowName\":\"a\",\"x\":NaN}",
                "{\"flowName\":\"a\",\"x\":01}",
                "{\"flowName\":\"a\",\"x\":+1}",
                "{\"flowName\":\"a\nb\"}",
                "{\"flowName\":\"\\x61\"}",
                "{\"flowName\":\"a\",\"flowName\":\"a\"}",
                "{\"flowName\":\"a\",\"x\":{\"y\":1,\"y\":2}}",
                "\ufeff{\"flowName\":\"a\"}",
                "{\"flowName\":\"a\",\"x\":\"\\ud800\"}",
                "{\"flowName\":\"a\",\"\\udc00\":1}",
                "{\"flowName\":\"a\",\"x\":" + "[".repeat(1_000) + "]".repeat(1_000) + "}",
                "{\"flowName\":\"a\",\"x\":" + "[".repeat(40_000),
                "{\"flowName\":1}",
                "{\"flowName\":true}",
                "{\"flowName\":[\"a\"]}",
                "{\"flowName\":[]}",
                "{\"flowName\":{}}");
    }

    static Stream<Arguments> told() {
        return Stream.of(
                Arguments.of("{}{}", "The request body goes on behind its JSON object."),
                Arguments.of("{} x", "The request body goes on behind its JSON object."),
                Arguments.of("{}}", "The request body goes on behind its JSON object."),
                Arguments.of("[]", "The request body is not a JSON object."),
                Arguments.of("{\"x\":1,}", "The request body is not valid JSON (line 1, column 8)."),
                Arguments.of(
                        "{\"x\":1,\"x\":2}", "The request body has a member twice in one object (line 1, column 11)."),
                Arguments.of("{\"x\":" + "[".repeat(1_000), "The request body is nested more than 1000 levels deep."),
                Arguments.of(
                        "{\"x\":" + "9".repeat(1_001) + "}",
                        "The request body has a number of more than 1000 digits."));
    }

    @ParameterizedTest
    @MethodSource("told")
    void a_refusal_tells_what_is_wrong(String body, String message) {
        assertThatThrownBy(() -> stopFlow(body)).hasMessage(message);
    }

    @ParameterizedTest
    @MethodSource("malformed")
    @Tag("StopFlow.400.SerializationException")
    @Tag("StopFlow.flowName.type")
    void anything_that_is_not_an_object_of_the_right_types_is_refused(String body) {
        assertRefused(ErrorType.SERIALIZATION, body.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
    void only_utf_8_is_read(String charset) {
        assertRefused(ErrorType.SERIALIZATION, "{\"flowName\":\"a\"}".getBytes(Charset.forName(charset)));
    }

    @Test
    void bytes_that_are_not_utf_8_are_refused() {
        assertRefused(ErrorType.SERIALIZATION, "{\"flowName\":\"\u00e4\"}".getBytes(StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false", "'\"true\"', true", "'\"false\"', false", "null,"})
    @Tag("DeleteConnectorProfile.forceDelete.type")
    void force_delete_is_a_boolean_or_its_name(String value, Boolean expected) {
        assertThat(((DeleteConnectorProfileRequest)
                                read("{\"forceDelete\":" + value + "}", DeleteConnectorProfileRequest.class))
                        .getForceDelete())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"True\"", "\" true\"", "\"\"", "\"1\"", "1", "0", "1.0", "[]", "[true]", "{}"})
    @Tag("DeleteConnectorProfile.400.SerializationException")
    @Tag("DeleteConnectorProfile.forceDelete.type")
    void force_delete_is_nothing_else(String value) {
        assertThatThrownBy(() -> read("{\"forceDelete\":" + value + "}", DeleteConnectorProfileRequest.class))
                .hasMessage("The request body cannot be read: 'forceDelete' must be a boolean.");
    }

    @Test
    void a_list_has_no_holes_and_an_enum_no_other_values() {
        assertThatThrownBy(() -> read("{\"destinations\":[\"a\",null]}", FlowState.class))
                .hasMessage("The request body cannot be read: 'destinations[1]' must be a string.");
        assertThatThrownBy(() -> read("{\"trigger\":\"onDemand\"}", FlowState.class))
                .hasMessage("The request body cannot be read: 'trigger' must be one of [OnDemand, Scheduled, Event].");
    }

    @Test
    void a_body_may_be_as_long_as_allowed_and_no_longer() {
        String longest = "{\"x\":\"" + "a".repeat(MAX - 8) + "\"}";

        assertThat(stopFlow(longest)).isEqualTo(new StopFlowRequest());
        assertRefused(ErrorType.TOO_LARGE, (longest + " ").getBytes(StandardCharsets.UTF_8));
    }

    private void assertRefused(ErrorType type, byte[] body) {
        assertThatThrownBy(() -> read(body, StopFlowRequest.class))
                .isInstanceOf(RefusedRequest.class)
                .extracting("type")
                .isEqualTo(type);
    }

    private Object stopFlow(String body) {
        return read(body, StopFlowRequest.class);
    }

    private Object read(String body, Class<?> type) {
        return read(body.getBytes(StandardCharsets.UTF_8), type);
    }

    @SuppressWarnings("unchecked")
    private Object read(byte[] body, Class<?> type) {
        try {
            return reader.readFrom(
                    (Class<Object>) type,
                    type,
                    new Annotation[0],
                    MediaType.APPLICATION_JSON_TYPE,
                    new MultivaluedHashMap<>(),
                    new ByteArrayInputStream(body));
        } catch (IOException e) {
            throw new AssertionError("Nobody would answer this", e);
        }
    }
}
