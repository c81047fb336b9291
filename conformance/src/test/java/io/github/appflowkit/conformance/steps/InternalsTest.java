package io.github.appflowkit.conformance.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.conformance.target.Answer;
import io.github.appflowkit.conformance.target.Exchange;
import io.github.appflowkit.conformance.target.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

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

    private static Exchange answered(String message) {
        byte[] body = ("{\"message\":\"" + message + "\"}").getBytes(StandardCharsets.UTF_8);
        return new Exchange(REQUEST, List.of(), new Answer("HTTP/1.1", 404, List.of(), body), null, 1);
    }
}
