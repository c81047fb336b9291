package io.github.appflowkit.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.conformance.report.ViolationEntry.ExchangeEntry;
import io.github.appflowkit.conformance.target.Answer;
import io.github.appflowkit.conformance.target.Exchange;
import io.github.appflowkit.conformance.target.Header;
import io.github.appflowkit.conformance.target.Request;
import io.github.appflowkit.conformance.target.Target;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExchangeTextTest {
    private static final Target TARGET =
            new Target(URI.create("http://localhost:8080/"), "us-east-1", Duration.ofSeconds(1));
    private static final Header JSON = new Header("Content-Type", "application/json");

    @Test
    void a_request_is_shown_without_secrets_and_noise() {
        ExchangeEntry shown = shown("{\"flowName\":\"a\"}", "{}");

        assertThat(shown.request().line()).isEqualTo("POST http://localhost:8080/stop-flow");
        assertThat(shown.request().headers())
                .containsExactly("Content-Type: application/json", "Authorization: ***", "X-Amz-Security-Token: ***");
        assertThat(shown.request().body()).isEqualTo("{\"flowName\":\"a\"}");
        assertThat(shown.millis()).isEqualTo(2);
    }

    @Test
    void an_answer_is_shown_with_its_body_in_lines() {
        ExchangeEntry shown = shown("{}", "{\"message\":\"no\",\"more\":[1.0]}");

        assertThat(shown.answer().line()).isEqualTo("HTTP/1.1 404");
        assertThat(shown.answer().headers()).containsExactly("Content-Type: application/json", "Set-Cookie: ***");
        assertThat(shown.answer().body()).isEqualTo("{\n  \"message\": \"no\",\n  \"more\": [\n    1.0\n  ]\n}");
    }

    @Test
    void a_long_answer_is_abridged_around_the_fault() {
        ExchangeEntry shown = shown("{}", "<p>" + "x".repeat(50_000) + "java.lang.IllegalStateException</p>");

        assertThat(shown.answer().body())
                .hasSizeLessThan(5_000)
                .startsWith("<p>xxx")
                .contains("characters left out", "IllegalStateException");
    }

    @Test
    void a_curl_line_signs_with_the_callers_own_credentials() {
        assertThat(shown("{\"flowName\":\"it's\"}", "{}").curl().lines())
                .containsExactly(
                        "curl -i -X POST 'http://localhost:8080/stop-flow' \\",
                        "  -H 'Content-Type: application/json' \\",
                        "  --aws-sigv4 aws:amz:us-east-1:appflow \\",
                        "  --user \"${AWS_ACCESS_KEY_ID:-test}:${AWS_SECRET_ACCESS_KEY:-test}\" \\",
                        "  --data-binary '{\"flowName\":\"it'\\''s\"}'");
    }

    @Test
    void a_curl_line_of_the_second_account_asks_for_its_keys() {
        Exchange exchange = exchange(request("{}").bySecondAccount(), "{}");

        assertThat(text().entry(exchange, false, "").curl())
                .startsWith("# Signed by the second account: put its keys into these two variables first.\ncurl -i")
                .contains("--user \"${SECOND_ACCESS_KEY_ID:?}:${SECOND_SECRET_ACCESS_KEY:?}\"")
                .doesNotContain("AWS_ACCESS_KEY_ID");
        assertThat(text().line(exchange)).isEqualTo("POST /stop-flow {} (second account) -> 404 without an error type");
    }

    @Test
    void an_unsigned_curl_line_asks_for_no_keys() {
        Exchange signed = exchange(request("{}").bySecondAccount(), "{}");
        Exchange unsigned = new Exchange(signed.request(), List.of(JSON), signed.answer(), null, 1);

        assertThat(text().entry(unsigned, false, "").curl()).startsWith("curl").doesNotContain("--user", "--aws-sigv4");
    }

    @Test
    void a_body_that_is_no_text_survives_the_shell() {
        assertThat(shown("a\n\u00e9'\\", "{}").curl()).endsWith("--data-binary $'a\\x0a\\xc3\\xa9\\'\\\\'");
    }

    private static ExchangeEntry shown(String sentBody, String body) {
        return text().entry(exchange(request(sentBody), body), false, "");
    }

    private static ExchangeText text() {
        return new ExchangeText(TARGET, Masking.of(List.of()));
    }

    private static Request request(String body) {
        return new Request("POST", "/stop-flow", List.of(JSON), null, "us-east-1").withBody(body);
    }

    private static Exchange exchange(Request request, String body) {
        List<Header> sent = List.of(
                JSON,
                new Header("Authorization", "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE, Signature=abc"),
                new Header("X-Amz-Security-Token", "secret"),
                new Header("Host", "localhost"));
        List<Header> got = List.of(JSON, new Header("Set-Cookie", "a=b"), new Header("Date", "today"));
        Answer answer = new Answer("HTTP/1.1", 404, got, body.getBytes(StandardCharsets.UTF_8));
        return new Exchange(request, sent, answer, null, 2400);
    }
}
