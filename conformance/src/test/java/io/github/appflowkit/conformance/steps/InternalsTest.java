package io.github.appflowkit.conformance.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.conformance.target.Answer;
import io.github.appflowkit.conformance.target.Exchange;
import io.github.appflowkit.conformance.target.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InternalsTest {
    private static final Request REQUEST = new Request("POST", "/stop-flow", List.of(), null, "us-east-1")
            .withBody("{\"flowName\":\"net.sales.Daily\"}");

    @Test
    void what_an_answer_repeats_of_its_request_is_no_leak() {
        assertThat(Internals.leaked(answered("Flow net.sales.Daily does not exist.")))
                .isEmpty();
        assertThat(Internals.leaked(answered("Flow net.sales.Daily is none of net.sales.FlowEntity.")))
                .hasValue("net.sales.FlowEntity");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.Text.Json.JsonException: '}' is invalid. Path: $",
                "JSONDecodeError: Expecting property name",
                "json: cannot unmarshal number into Go struct field StopFlowInput.flowName of type string",
                "json_decode(): Syntax error in /var/www/html/index.php on line 12",
                "SyntaxError: Unexpected token } in JSON",
                "sqlalchemy.exc.NoResultFound"
            })
    void what_only_a_library_says_is_one(String message) {
        assertThat(Internals.leaked(answered(message))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Unexpected token at position 5",
                "Syntax error: a name is needed",
                "ValidationException: Value null at 'flowName'",
                "The type is in error: see the documentation.",
                "Flow a.b.Nightly does not exist.",
                "com.amazonaws.appflow#ValidationException"
            })
    void what_an_endpoint_may_say_is_none(String message) {
        assertThat(Internals.leaked(answered(message))).isEmpty();
    }

    private static Exchange answered(String message) {
        byte[] body = ("{\"message\":\"" + message + "\"}").getBytes(StandardCharsets.UTF_8);
        return new Exchange(REQUEST, List.of(), new Answer("HTTP/1.1", 404, List.of(), body), null, 1);
    }
}
