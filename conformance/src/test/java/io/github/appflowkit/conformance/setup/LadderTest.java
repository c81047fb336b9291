package io.github.appflowkit.conformance.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.conformance.proof.RightEndpoint;
import io.github.appflowkit.conformance.rule.Need;
import io.github.appflowkit.conformance.setup.Ladder.Rung;
import io.github.appflowkit.conformance.target.CannedEndpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which way the resources get to an endpoint. */
class LadderTest {
    private final Rungs rungs = new Rungs();
    private final Ledger ledger = rungs.ledger();

    @TempDir
    private Path folder;

    @Test
    void the_control_api_serves_first_and_keeps_nothing_of_its_trial() {
        try (RightEndpoint endpoint = new RightEndpoint();
                Ladder.Choice choice = rungs.choose(endpoint.url(), Rung.AUTO)) {
            assertThat(choice.setup().rung()).isEqualTo("control");
            assertThat(choice.passedOver()).isEmpty();
            assertThat(choice.setup().lacks(Need.PLANNED_ERROR)).isEmpty();
            assertThat(ledger.left()).isEmpty();
            assertThat(ledger.noted()).isEqualTo(2);
        }
    }

    @Test
    void the_endpoints_own_operations_serve_where_there_is_no_control_api() {
        try (RightEndpoint endpoint = RightEndpoint.withSiblings();
                Ladder.Choice choice = rungs.choose(endpoint.url(), Rung.AUTO)) {
            assertThat(choice.setup().rung()).isEqualTo("api");
            assertThat(choice.passedOver())
                    .singleElement()
                    .asString()
                    .contains("control: no state control API", "404 UnknownOperationException");
            assertThat(choice.setup().lacks(Need.FLOW_USING_PROFILE)).isEmpty();
            assertThat(choice.setup().lacks(Need.FLOW_STATUS)).isPresent();
            assertThat(ledger.left()).isEmpty();
            assertThat(ledger.noted()).isEqualTo(5);
        }
    }

    @Test
    void what_the_endpoint_refuses_to_make_is_quoted_and_the_rest_served() {
        try (RightEndpoint endpoint = RightEndpoint.withSiblings("Event");
                Ladder.Choice choice = rungs.choose(endpoint.url(), Rung.AUTO)) {
            assertThat(choice.setup().rung()).isEqualTo("api");
            assertThat(choice.setup().lacks(Need.EVENT_FLOW))
                    .hasValue("CreateFlow answers 400 ValidationException: Event is not supported here.");
            assertThat(choice.setup().lacks(Need.SCHEDULED_FLOW)).isEmpty();
        }
    }

    @Test
    void templates_make_what_the_standard_ones_cannot() throws IOException {
        for (String file : List.of("connector-profile.json", "source.json", "destination.json")) {
            Files.writeString(
                    folder.resolve(file),
                    RequestTemplates.standard(file)
                            .replace("Singular", "Marketo")
                            .replace("\"apiKey\"", "\"clientId\""));
        }
        try (RightEndpoint endpoint = RightEndpoint.withSiblings("Singular")) {
            try (Ladder.Choice choice = rungs.choose(endpoint.url(), Rung.API)) {
                assertThat(choice.setup().lacks(Need.PROFILE))
                        .hasValue(
                                "CreateConnectorProfile answers 400 ValidationException: Singular is not supported here.");
            }
            try (Ladder.Choice choice =
                    rungs.choose(endpoint.url(), Rung.API, RequestTemplates.load(Optional.of(folder)))) {
                assertThat(choice.setup().lacks(Need.PROFILE)).isEmpty();
                assertThat(choice.setup().lacks(Need.FLOW_USING_PROFILE)).isEmpty();
            }
        }
    }

    @Test
    void nothing_serves_where_nothing_is_offered_and_each_rung_says_why() {
        try (RightEndpoint endpoint = RightEndpoint.alone();
                Ladder.Choice choice = rungs.choose(endpoint.url(), Rung.AUTO)) {
            assertThat(choice.setup().rung()).isEqualTo("none");
            assertThat(choice.passedOver()).hasSize(2);
            assertThat(choice.passedOver().get(1)).startsWith("api: CreateConnectorProfile answers 404 Unknown");
            assertThat(choice.refusal(Rung.AUTO)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"control", "api", "names"})
    void a_rung_that_is_insisted_on_and_not_there_is_refused_with_the_reason(String rung) {
        try (RightEndpoint endpoint = RightEndpoint.alone()) {
            Rung asked = Rung.valueOf(rung.toUpperCase(Locale.ROOT));
            assertThat(rungs.choose(endpoint.url(), asked).refusal(asked))
                    .get()
                    .asString()
                    .startsWith(rung + ": ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n[]",
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 7\r\n\r\n<html/>",
                "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\nContent-Length: 7\r\n\r\n<html/>",
                "HTTP/1.1 500 Oops\r\nContent-Type: application/json\r\nContent-Length: 1\r\n\r\n{",
                "HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{",
                "garbage",
                ""
            })
    void an_endpoint_that_answers_one_thing_to_everything_offers_nothing(String answer) throws IOException {
        try (CannedEndpoint endpoint = CannedEndpoint.answering(answer);
                Ladder.Choice choice = rungs.choose(endpoint.url(), Rung.AUTO)) {
            assertThat(choice.setup().rung()).as(choice.passedOver().toString()).isEqualTo("none");
            assertThat(choice.passedOver())
                    .hasSize(2)
                    .allSatisfy(reason -> assertThat(reason).hasLineCount(1).hasSizeLessThan(400));
        }
    }

    @Test
    void an_endpoint_that_hangs_is_left_after_three_time_limits() throws IOException {
        rungs.timeout(Duration.ofMillis(300));
        try (CannedEndpoint endpoint = CannedEndpoint.answeringAndHanging("HTTP/1.1 200 OK\r\n")) {
            long start = System.nanoTime();
            Ladder.Choice choice = rungs.choose(endpoint.url(), Rung.API);

            assertThat(choice.refusal(Rung.API)).get().asString().contains("has no whole answer within 300 ms");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        }
    }
}
