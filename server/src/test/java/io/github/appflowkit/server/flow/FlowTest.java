package io.github.appflowkit.server.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.appflowkit.server.account.Scope;
import io.github.appflowkit.server.problem.Problem;
import io.github.appflowkit.server.problem.ProblemKind;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FlowTest {
    private static final Scope SCOPE = new Scope("123456789012", "us-east-1");

    @ParameterizedTest
    @CsvSource({"SCHEDULED, ACTIVE", "EVENT, ACTIVE", "SCHEDULED, ERRORED", "EVENT, SUSPENDED"})
    @Tag("StopFlow.flowStatus.Active")
    @Tag("StopFlow.flowStatus.Errored")
    @Tag("StopFlow.flowStatus.Suspended")
    void a_triggered_flow_is_suspended_and_nothing_else_changes(Trigger trigger, FlowStatus status) {
        Flow flow = flow(trigger, status);

        assertThat(flow.stopped())
                .isEqualTo(new Flow(flow.id(), trigger, FlowStatus.SUSPENDED, flow.source(), flow.destinations()));
    }

    @ParameterizedTest
    @EnumSource(value = FlowStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "DELETED")
    void a_flow_that_runs_on_demand_cannot_be_stopped(FlowStatus status) {
        assertThatThrownBy(flow(Trigger.ON_DEMAND, status)::stopped)
                .hasMessage("Flow nightly cannot be stopped: it runs on demand.")
                .extracting("kind")
                .isEqualTo(ProblemKind.UNSUPPORTED);
    }

    @ParameterizedTest
    @CsvSource({"DRAFT, Draft", "DEPRECATED, Deprecated"})
    void a_flow_that_is_not_active_cannot_be_stopped(FlowStatus status, String text) {
        assertThatThrownBy(flow(Trigger.SCHEDULED, status)::stopped)
                .hasMessage("Flow nightly cannot be stopped: its status is " + text + ".")
                .extracting("kind")
                .isEqualTo(ProblemKind.CONFLICT);
    }

    @ParameterizedTest
    @EnumSource(Trigger.class)
    void a_deleted_flow_is_missing(Trigger trigger) {
        assertThatThrownBy(flow(trigger, FlowStatus.DELETED)::stopped)
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .extracting(Problem::kind)
                .isEqualTo(ProblemKind.NOT_FOUND);
    }

    @Test
    void a_flow_uses_its_source_and_its_destinations_in_its_own_account_and_region() {
        Flow flow = flow(Trigger.EVENT, FlowStatus.SUSPENDED);

        assertThat(flow.profiles()).containsExactly(SCOPE.name("crm"), SCOPE.name("lake"), SCOPE.name("archive"));
    }

    @Test
    void a_deleted_flow_uses_nothing() {
        assertThat(flow(Trigger.EVENT, FlowStatus.DELETED).profiles()).isEmpty();
    }

    @Test
    void the_arn_names_region_account_and_flow() {
        assertThat(Flow.arn(SCOPE.name("nightly"))).isEqualTo("arn:aws:appflow:us-east-1:123456789012:flow/nightly");
    }

    private static Flow flow(Trigger trigger, FlowStatus status) {
        return new Flow(SCOPE.name("nightly"), trigger, status, "crm", List.of("lake", "archive"));
    }
}
