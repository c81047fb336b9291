package io.github.appflowkit.conformance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.conformance.steps.Violation;
import io.github.appflowkit.conformance.target.Answer;
import io.github.appflowkit.conformance.target.Exchange;
import io.github.appflowkit.conformance.target.Header;
import io.github.appflowkit.conformance.target.Request;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenarioResultTest {
    private static final Exchange REFUSED = exchange("{\"connectorProfileName\":\"a\"}", 409, "ConflictException");
    private static final Exchange GONE = exchange("{\"connectorProfileName\":\"b\"}", 404, "ResourceNotFoundException");
    private static final Exchange LATER = exchange("", 404, "ResourceNotFoundException");

    @Test
    void what_led_to_a_violation_is_what_was_exchanged_before_it() {
        assertThat(scenario(new Violation("200", "404", GONE)).before()).containsExactly(REFUSED);
        assertThat(scenario(new Violation("200", "404", REFUSED)).before()).isEmpty();
    }

    @Test
    void a_violation_that_no_exchange_of_the_scenario_shows_has_nothing_before_it() {
        assertThat(scenario(new Violation("200", "404", null)).before()).isEmpty();
        assertThat(scenario(new Violation("200", "404", exchange("{}", 200, "")))
                        .before())
                .isEmpty();
        assertThat(scenario(null).before()).isEmpty();
    }

    @Test
    void an_exchange_is_told_in_a_line() {
        assertThat(REFUSED.line())
                .isEqualTo("POST /delete-connector-profile {\"connectorProfileName\":\"a\"} -> 409 ConflictException");
        assertThat(LATER.line()).isEqualTo("POST /delete-connector-profile -> 404 ResourceNotFoundException");
    }

    private static ScenarioResult scenario(Throwable failure) {
        return new ScenarioResult(
                "delete-profile.in-use-kept",
                "It is kept",
                1,
                failure,
                List.of(),
                List.of(REFUSED, GONE, LATER),
                List.of(),
                Duration.ZERO);
    }

    private static Exchange exchange(String body, int status, String type) {
        Request request = new Request("POST", "/delete-connector-profile", List.of(), null, "us-east-1").withBody(body);
        Answer answer = new Answer("HTTP/1.1", status, List.of(new Header("X-Amzn-Errortype", type)), new byte[0]);
        return new Exchange(request, List.of(), answer, null, 1);
    }
}
