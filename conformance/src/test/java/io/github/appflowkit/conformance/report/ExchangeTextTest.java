package io.github.appflowkit.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.conformance.target.Answer;
import io.github.appflowkit.conformance.target.Exchange;
import io.github.appflowkit.conformance.target.Header;
import io.github.appflowkit.conformance.target.Request;
import io.github.appflowkit.conformance.target.Target;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExchangeTextTest {
    private static final Target TARGET =
            new Target(URI.create("http://localhost:8080/"), "us-east-1", Duration.ofSeconds(1));
    private static final Header JSON = new Header("Content-Type", "application/json");

    private final ExchangeText text = new ExchangeText(TARGET);

    @Test
    void a_request_is_shown_without_secrets_and_noise() {
        assertThat(text.request(exchange("{\"flowName\":\"a\"}")))
                .containsExactly(
                        "POST http://localhost:8080/stop-flow",
                        "Content-Type: application/json",
                        "Authorization: ***",
                        "X-Amz-Security-Token: ***",
                        "{\"flowName\":\"a\"}");
    }

    @Test
    void an_answer_is_shown_with_its_body() {
        assertThat(text.answer(exchange("{}"))).containsExactly("HTTP/1.1 404", "Content-Type: application/json", "{}");
    }

    @Test
    void a_curl_line_signs_with_the_callers_own_credentials() {
        assertThat(text.curl(exchange("{\"flowName\":\"it's\"}")))
                .containsExactly(
                        "curl -i -X POST 'http://localhost:8080/stop-flow'",
                        "-H 'Content-Type: application/json'",
                        "--aws-sigv4 aws:amz:us-east-1:appflow",
                        "--user \"${AWS_ACCESS_KEY_ID:-test}:${AWS_SECRET_ACCESS_KEY:-test}\"",
                        "--data-binary '{\"flowName\":\"it'\\''s\"}'");
    }

    @Test
    void a_body_that_is_no_text_survives_the_shell() {
        assertThat(text.curl(exchange("a\n\u00e9'\\"))).last().isEqualTo("--data-binary $'a\\x0a\\xc3\\xa9\\'\\\\'");
    }

    private static Exchange exchange(String body) {
        Request request = new Request("POST", "/stop-flow", List.of(JSON), null, "us-east-1").withBody(body);
        List<Header> sent = List.of(
                JSON,
                new Header("Authorization", "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE, Signature=abc"),
                new Header("X-Amz-Security-Token", "secret"),
                new Header("Host", "localhost"));
        Answer answer = new Answer("HTTP/1.1", 404, List.of(JSON), "{}".getBytes());
        return new Exchange(request, sent, answer, null, 10);
    }
}
