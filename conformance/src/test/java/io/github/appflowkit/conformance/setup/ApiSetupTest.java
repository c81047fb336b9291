package io.github.appflowkit.conformance.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.appflowkit.conformance.proof.RightEndpoint;
import io.github.appflowkit.conformance.rule.Need;
import io.github.appflowkit.conformance.setup.Flow.Trigger;
import io.github.appflowkit.conformance.setup.Ladder.Rung;
import io.github.appflowkit.conformance.target.CannedEndpoint;
import io.github.appflowkit.conformance.target.Header;
import io.github.appflowkit.conformance.target.Request;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Flows that the endpoint's own operations make, show and delete. */
class ApiSetupTest {
    private static final String REGION = "us-east-1";

    private final Rungs rungs = new Rungs();
    private final Ledger ledger = rungs.ledger();

    @Test
    void a_flow_on_demand_that_is_told_as_a_draft_uses_no_profile_for_certain() {
        try (RightEndpoint endpoint = RightEndpoint.withSiblingsAndDrafts();
                Ladder.Choice choice = rungs.choose(endpoint.url(), Rung.API)) {
            Setup setup = choice.setup();
            Profile crm = new Profile("crm", REGION);
            Flow manual = Flow.active("manual", REGION, Trigger.OnDemand);
            setup.put(crm);
            setup.put(manual);

            assertThat(setup.flow("manual", REGION)).as("it is as it was made").hasValue(manual);
            assertThat(setup.inactive("manual", REGION))
                    .hasValue("an active flow is needed, and the endpoint tells that one that runs on demand is Draft");
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
                Ladder.Choice choice = rungs.choose(endpoint.url(), Rung.API)) {
            Profile crm = new Profile("crm", REGION);
            choice.setup().put(crm);
            Flow using = Flow.active("using", REGION, Trigger.OnDemand).readingFrom("crm");

            assertThatThrownBy(() -> choice.setup().put(using))
                    .isInstanceOf(Untestable.class)
                    .hasMessageEndingWith("the endpoint tells that one that runs on demand is Draft");
        }
    }

    @Test
    void a_flow_that_is_made_active_needs_no_start() {
        try (RightEndpoint endpoint = RightEndpoint.withSiblingsAndActiveFlows("StartFlow");
                Ladder.Choice choice = rungs.choose(endpoint.url(), Rung.API)) {
            assertThat(choice.setup().lacks(Need.SCHEDULED_FLOW)).isEmpty();
            assertThat(choice.setup().lacks(Need.FLOW_USING_PROFILE)).isEmpty();
        }
    }

    @Test
    void flows_that_the_api_made_are_read_as_long_as_the_endpoint_tells_them() {
        try (RightEndpoint endpoint = RightEndpoint.withSiblings();
                Ladder.Choice choice = rungs.choose(endpoint.url(), Rung.API)) {
            Setup setup = choice.setup();
            Flow flow = Flow.active("nightly", REGION, Trigger.Event);
            setup.put(flow);

            assertThat(setup.flow("nightly", REGION)).hasValue(flow);
            assertThat(setup.inactive("nightly", REGION)).isEmpty();
            choice.access()
                    .sender("any")
                    .sendRaw(new Request(
                                    "POST",
                                    "/stop-flow",
                                    List.of(new Header("Content-Type", "application/json")),
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
                Ladder.Choice theirs = rungs.choose(endpoint.url(), Rung.API);
                Ladder.Choice ours = new Rungs().choose(endpoint.url(), Rung.API)) {
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
                Ladder.Choice choice = rungs.choose(endpoint.url(), Rung.API)) {
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
                Ladder.Choice choice = rungs.choose(endpoint.url(), Rung.API)) {
            assertThat(choice.setup().lacks(Need.SCHEDULED_FLOW)).isEmpty();
            assertThat(choice.setup().lacks(Need.FLOW_USING_PROFILE)).isEmpty();
        }
        try (RightEndpoint endpoint = RightEndpoint.withSiblings("DeleteFlow", "StartFlow");
                Ladder.Choice choice = rungs.choose(endpoint.url(), Rung.API)) {
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

            assertThat(new Cleanup(Rungs.SIGNER, Optional.empty(), Duration.ofSeconds(5)).remove(ledger, told::add))
                    .isEqualTo(Cleanup.Outcome.SOMETHING_LEFT);

            assertThat(told).singleElement().asString().contains("left the flow nightly", "DeleteFlow answers 404");
            assertThat(ledger.leftovers()).isEqualTo(1);
        }
    }
}
