package io.github.appflowkit.conformance.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.appflowkit.conformance.proof.RightEndpoint;
import io.github.appflowkit.conformance.rule.Need;
import io.github.appflowkit.conformance.setup.Flow.Trigger;
import io.github.appflowkit.conformance.setup.Ladder.Rung;
import io.github.appflowkit.conformance.target.CannedEndpoint;
import io.github.appflowkit.conformance.target.HttpSender;
import io.github.appflowkit.conformance.target.Sender;
import io.github.appflowkit.conformance.target.Signer;
import io.github.appflowkit.conformance.target.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LadderTest {
    private static final String REGION = "us-east-1";
    private static final Optional<Signer> SIGNER = Optional.of(new Signer(Signer.credentials(Map.of())));

    private final Ledger ledger = Ledger.inMemory();
    private Duration timeout = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    @Test
    void the_control_api_serves_first_and_keeps_nothing_of_its_trial() {
        try (RightEndpoint endpoint = new RightEndpoint();
                Ladder.Choice choice = choose(endpoint.url(), Rung.AUTO)) {
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
                Ladder.Choice choice = choose(endpoint.url(), Rung.AUTO)) {
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
                Ladder.Choice choice = choose(endpoint.url(), Rung.AUTO)) {
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
            try (Ladder.Choice choice = choose(endpoint.url(), Rung.API)) {
                assertThat(choice.setup().lacks(Need.PROFILE))
                        .hasValue(
                                "CreateConnectorProfile answers 400 ValidationException: Singular is not supported here.");
            }
            try (Ladder.Choice choice = choose(endpoint.url(), Rung.API, RequestTemplates.load(Optional.of(folder)))) {
                assertThat(choice.setup().lacks(Need.PROFILE)).isEmpty();
                assertThat(choice.setup().lacks(Need.FLOW_USING_PROFILE)).isEmpty();
            }
        }
    }

    @Test
    void nothing_serves_where_nothing_is_offered_and_each_rung_says_why() {
        try (RightEndpoint endpoint = RightEndpoint.alone();
                Ladder.Choice choice = choose(endpoint.url(), Rung.AUTO)) {
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
            Rung asked = Rung.valueOf(rung.toUpperCase(java.util.Locale.ROOT));
            assertThat(choose(endpoint.url(), asked).refusal(asked))
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
                Ladder.Choice choice = choose(endpoint.url(), Rung.AUTO)) {
            assertThat(choice.setup().rung()).as(choice.passedOver().toString()).isEqualTo("none");
            assertThat(choice.passedOver())
                    .hasSize(2)
                    .allSatisfy(reason -> assertThat(reason).hasLineCount(1).hasSizeLessThan(400));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.0 405 Method Not Allowed\r\nContent-Type: text/html\r\n\r\n<html/>",
                "HTTP/1.1 501 Unsupported method\r\nContent-Type: text/html\r\nContent-Length: 7\r\n\r\n<html/>",
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 7\r\n\r\n<html/>",
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
            })
    void what_was_clearly_not_made_is_not_noted_any_more(String answer) throws IOException {
        try (CannedEndpoint endpoint = CannedEndpoint.answering(answer);
                Ladder.Choice choice = choose(endpoint.url(), Rung.AUTO)) {
            assertThat(choice.setup().rung()).isEqualTo("none");
            assertThat(ledger.noted()).isGreaterThanOrEqualTo(4);
            assertThat(ledger.left()).isEmpty();
        }
    }

    /** This one answers once on each; another might be about to close it. */
    @Test
    void a_connection_serves_one_call() throws IOException {
        try (CannedEndpoint endpoint = CannedEndpoint.answeringAndHanging(
                        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
                Ladder.Choice choice = choose(endpoint.url(), Rung.AUTO)) {
            assertThat(choice.setup().rung()).isEqualTo("none");
            assertThat(ledger.noted()).isGreaterThanOrEqualTo(4);
            assertThat(ledger.left()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 500 Oops\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n",
                "garbage",
                ""
            })
    void what_may_have_been_made_stays_noted(String answer) throws IOException {
        try (CannedEndpoint endpoint = CannedEndpoint.answering(answer);
                Ladder.Choice choice = choose(endpoint.url(), Rung.AUTO)) {
            assertThat(choice.setup().rung()).isEqualTo("none");
            assertThat(ledger.left())
                    .extracting(Ledger.Entry::name)
                    .containsExactly("try-1-profile", "try-1-scheduled", "try-1-event", "try-1-on-demand");
        }
    }

    @ParameterizedTest
    @CsvSource({"404, 0", "405, 0", "501, 0", "500, 1"})
    void what_a_control_api_refuses_to_make_is_not_noted_any_more(int status, int noted) throws IOException {
        HttpServer endpoint = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        endpoint.createContext("/", exchange -> {
            byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(
                    exchange.getRequestURI().getPath().endsWith("/describe") ? 200 : status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        endpoint.start();
        try (Ladder.Choice choice =
                choose(URI.create("http://127.0.0.1:" + endpoint.getAddress().getPort()), Rung.CONTROL)) {
            assertThat(choice.setup().rung()).isEqualTo("none");
            assertThat(ledger.noted()).isEqualTo(1);
            assertThat(ledger.left()).hasSize(noted);
        } finally {
            endpoint.stop(0);
        }
    }

    @Test
    void an_endpoint_that_hangs_is_left_after_three_time_limits() throws IOException {
        timeout = Duration.ofMillis(300);
        try (CannedEndpoint endpoint = CannedEndpoint.answeringAndHanging("HTTP/1.1 200 OK\r\n")) {
            long start = System.nanoTime();
            Ladder.Choice choice = choose(endpoint.url(), Rung.API);

            assertThat(choice.refusal(Rung.API)).get().asString().contains("has no whole answer within 300 ms");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void a_file_of_names_is_used_where_it_is_given_and_protects_on_every_rung() throws IOException {
        Path file = Files.writeString(
                folder.resolve("names.yaml"),
                "flows: [{name: mine, trigger: Scheduled}, {name: theirs, trigger: Scheduled, expendable: true}]");
        try (RightEndpoint endpoint = new RightEndpoint()) {
            Ladder.Choice names = choose(endpoint.url(), Rung.AUTO, file);
            assertThat(names.setup().rung()).isEqualTo("names");
            assertThat(names.oneByOne()).isTrue();

            Ladder.Choice control = choose(endpoint.url(), Rung.CONTROL, file);
            assertThatThrownBy(() -> control.access()
                            .sender("any")
                            .sendRaw(new io.github.appflowkit.conformance.target.Request(
                                            "POST", "/stop-flow", List.of(), null, REGION)
                                    .withBody("{\"flowName\": \"mine\"}")))
                    .isInstanceOf(Untestable.class)
                    .hasMessageContaining("not marked as expendable");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONTROL", "API"})
    void what_a_file_protects_is_neither_made_nor_removed_on_any_rung(Rung rung) throws IOException {
        Path file = Files.writeString(
                folder.resolve("names.yaml"),
                "connectorProfiles: [{name: crm}]\nflows: [{name: mine, trigger: Event}]");
        Flow free = Flow.active("free", REGION, Trigger.Scheduled);
        try (RightEndpoint endpoint = rung == Rung.API ? RightEndpoint.withSiblings() : new RightEndpoint();
                Ladder.Choice choice = choose(endpoint.url(), rung, file)) {
            Setup setup = choice.setup();
            assertThat(setup.rung()).isEqualToIgnoringCase(rung.name());
            List<ThrowingCallable> touches = List.of(
                    () -> setup.put(new Profile("crm", REGION)),
                    () -> setup.put(new Profile("CRM", "eu-west-1")),
                    () -> setup.put(Flow.active("mine", REGION, Trigger.Event)),
                    () -> setup.put(free.readingFrom("crm")),
                    () -> setup.profile("crm", REGION),
                    () -> setup.flow("mine", REGION),
                    () -> setup.remove(new Profile("crm", REGION)),
                    () -> setup.remove(Flow.active("mine", REGION, Trigger.Event)),
                    () -> setup.planError("StopFlow", "mine", REGION, "InternalServerException", 1));

            assertThat(touches)
                    .allSatisfy(touch -> assertThatThrownBy(touch)
                            .isInstanceOf(Untestable.class)
                            .hasMessageEndingWith("is not marked as expendable in " + file));
            setup.put(free);
            assertThat(setup.flow("free", REGION)).hasValue(free);
            setup.remove(free);
        }
    }

    @Test
    void a_flow_on_demand_that_is_told_as_a_draft_uses_no_profile_for_certain() {
        try (RightEndpoint endpoint = RightEndpoint.withSiblingsAndDrafts();
                Ladder.Choice choice = choose(endpoint.url(), Rung.API)) {
            Setup setup = choice.setup();
            Profile crm = new Profile("crm", REGION);
            Flow manual = Flow.active("manual", REGION, Trigger.OnDemand);
            setup.put(crm);
            setup.put(manual);

            assertThat(setup.flow("manual", REGION)).as("it is as it was made").hasValue(manual);
            Flow using = Flow.active("using", REGION, Trigger.OnDemand).readingFrom("crm");
            assertThatThrownBy(() -> setup.put(using))
                    .isInstanceOf(Untestable.class)
                    .hasMessage(
                            "an active flow is needed, and the endpoint tells that one that runs on demand is Draft");
            setup.remove(using);
            setup.remove(manual);
            setup.remove(crm);
            assertThat(ledger.left()).isEmpty();
        }
    }

    @Test
    void a_draft_is_told_by_create_flow_alone_too() {
        try (RightEndpoint endpoint = RightEndpoint.withSiblingsAndDrafts("DescribeFlow");
                Ladder.Choice choice = choose(endpoint.url(), Rung.API)) {
            Profile crm = new Profile("crm", REGION);
            choice.setup().put(crm);
            Flow using = Flow.active("using", REGION, Trigger.OnDemand).readingFrom("crm");

            assertThatThrownBy(() -> choice.setup().put(using))
                    .isInstanceOf(Untestable.class)
                    .hasMessageEndingWith("the endpoint tells that one that runs on demand is Draft");
        }
    }

    @Test
    void a_flow_that_the_control_api_describes_without_a_status_is_active() throws IOException {
        String state = "{\"flows\":[{\"name\":\"nightly\",\"trigger\":\"Scheduled\"}]}";
        try (CannedEndpoint endpoint =
                        CannedEndpoint.answering("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                                + state.length() + "\r\n\r\n" + state);
                Sender sender = new HttpSender(new Target(endpoint.url(), REGION, timeout), SIGNER)) {
            assertThat(new ControlSetup(sender).flow("nightly", REGION))
                    .hasValue(Flow.active("nightly", REGION, Trigger.Scheduled));
        }
    }

    @Test
    void a_flow_that_is_made_active_needs_no_start() {
        try (RightEndpoint endpoint = RightEndpoint.withSiblingsAndActiveFlows("StartFlow");
                Ladder.Choice choice = choose(endpoint.url(), Rung.API)) {
            assertThat(choice.setup().lacks(Need.SCHEDULED_FLOW)).isEmpty();
            assertThat(choice.setup().lacks(Need.FLOW_USING_PROFILE)).isEmpty();
        }
    }

    @Test
    void flows_that_the_api_made_are_read_as_long_as_the_endpoint_tells_them() {
        try (RightEndpoint endpoint = RightEndpoint.withSiblings();
                Ladder.Choice choice = choose(endpoint.url(), Rung.API)) {
            Setup setup = choice.setup();
            Flow flow = Flow.active("nightly", REGION, Trigger.Event);
            setup.put(flow);

            assertThat(setup.flow("nightly", REGION)).hasValue(flow);
            choice.access()
                    .sender("any")
                    .sendRaw(new io.github.appflowkit.conformance.target.Request(
                                    "POST",
                                    "/stop-flow",
                                    List.of(new io.github.appflowkit.conformance.target.Header(
                                            "Content-Type", "application/json")),
                                    null,
                                    REGION)
                            .withBody("{\"flowName\": \"nightly\"}"));
            assertThat(setup.flow("nightly", REGION)).hasValue(flow.withStatus("Suspended"));

            setup.remove(flow);
            assertThat(ledger.left()).isEmpty();
        }
    }

    @Test
    void what_somebody_else_made_is_neither_replaced_nor_removed() {
        try (RightEndpoint endpoint = RightEndpoint.withSiblings();
                Ladder.Choice theirs = choose(endpoint.url(), Rung.API);
                Ladder.Choice ours =
                        choose(endpoint.url(), Rung.API, RequestTemplates.load(Optional.empty()), Ledger.inMemory())) {
            Flow flow = Flow.active("name", REGION, Trigger.Scheduled);
            theirs.setup().put(flow);

            assertThatThrownBy(() -> ours.setup().put(flow))
                    .isInstanceOf(Untestable.class)
                    .hasMessageContaining("CreateFlow answers 409 ConflictException");
            ours.setup().remove(flow);

            assertThat(theirs.setup().flow("name", REGION)).hasValue(flow);
        }
    }

    @Test
    void a_flow_that_cannot_be_deleted_stays_noted() {
        try (RightEndpoint endpoint = RightEndpoint.withSiblings("DeleteFlow");
                Ladder.Choice choice = choose(endpoint.url(), Rung.API)) {
            Flow flow = Flow.active("nightly", REGION, Trigger.Scheduled);
            choice.setup().put(flow);

            assertThatThrownBy(() -> choice.setup().remove(flow))
                    .isInstanceOf(Untestable.class)
                    .hasMessageContaining("the flow nightly in us-east-1: DeleteFlow answers 404 UnknownOperation");
            assertThat(ledger.left()).extracting(Ledger.Entry::name).contains("nightly", "try-1-event");
        }
    }

    @Test
    void that_flows_cannot_be_deleted_says_nothing_of_what_can_be_made() {
        try (RightEndpoint endpoint = RightEndpoint.withSiblings("DeleteFlow");
                Ladder.Choice choice = choose(endpoint.url(), Rung.API)) {
            assertThat(choice.setup().lacks(Need.SCHEDULED_FLOW)).isEmpty();
            assertThat(choice.setup().lacks(Need.FLOW_USING_PROFILE)).isEmpty();
        }
        try (RightEndpoint endpoint = RightEndpoint.withSiblings("DeleteFlow", "StartFlow");
                Ladder.Choice choice = choose(endpoint.url(), Rung.API)) {
            assertThat(choice.setup().lacks(Need.SCHEDULED_FLOW))
                    .get()
                    .asString()
                    .startsWith("StartFlow answers 404 UnknownOperationException");
            assertThat(choice.setup().lacks(Need.ON_DEMAND_FLOW)).isEmpty();
        }
    }

    @Test
    void a_404_that_names_no_error_does_not_tell_that_a_resource_is_gone() throws IOException {
        try (CannedEndpoint endpoint =
                CannedEndpoint.answering("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")) {
            ledger.making(new Ledger.Way(endpoint.url(), "api", null), REGION, Ledger.Kind.FLOW, "nightly", null);
            List<String> told = new ArrayList<>();

            assertThat(new Cleanup(SIGNER, Optional.empty(), Duration.ofSeconds(5)).remove(ledger, told::add))
                    .isEqualTo(Cleanup.Outcome.SOMETHING_LEFT);

            assertThat(told).singleElement().asString().contains("left the flow nightly", "DeleteFlow answers 404");
            assertThat(ledger.leftovers()).isEqualTo(1);
        }
    }

    private Ladder.Choice choose(URI url, Rung rung) {
        return choose(url, rung, RequestTemplates.load(Optional.empty()), ledger);
    }

    private Ladder.Choice choose(URI url, Rung rung, RequestTemplates templates) {
        return choose(url, rung, templates, ledger);
    }

    private Ladder.Choice choose(URI url, Rung rung, Path names) {
        return choose(
                url,
                rung,
                RequestTemplates.load(Optional.empty()),
                Optional.of(ExistingResources.read(names, REGION)),
                ledger);
    }

    private Ladder.Choice choose(URI url, Rung rung, RequestTemplates templates, Ledger ledger) {
        return choose(url, rung, templates, Optional.empty(), ledger);
    }

    private Ladder.Choice choose(
            URI url, Rung rung, RequestTemplates templates, Optional<ExistingResources> names, Ledger ledger) {
        Sender sender = sender(url);
        return new Ladder(
                        sender,
                        new ControlClient(sender(URI.create(url + "/_control"))),
                        SIGNER,
                        templates,
                        names,
                        Set.of("/stop-flow", "/delete-connector-profile"),
                        ledger)
                .choose(rung, "try-1");
    }

    private Sender sender(URI url) {
        return new HttpSender(new Target(url, REGION, timeout), SIGNER);
    }
}
