package io.github.appflowkit.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.server.account.ResourceName;
import io.github.appflowkit.server.account.Scope;
import io.github.appflowkit.server.problem.Problem;
import io.github.appflowkit.server.problem.ProblemKind;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private static final ResourceName FLOW = new Scope("123456789012", "us-east-1").name("nightly");
    private static final ResourceName OTHER = FLOW.scope().name("hourly");
    private static final Calls NIGHTLY = new Calls(Operation.STOP_FLOW, "nightly", "123456789012", "us-east-1");
    private static final Calls ALL_STOPS = new Calls(Operation.STOP_FLOW, null, null, null);
    private static final Calls ALL = new Calls(null, null, null, null);

    private static final Fault THROTTLED = error(ProblemKind.THROTTLED);
    private static final Fault FAILED = error(ProblemKind.INTERNAL);

    private final Faults faults = new Faults(List.of());

    @Test
    void a_plan_is_used_up_by_as_many_calls_as_it_says() {
        faults.plan(always(NIGHTLY, THROTTLED, 2));

        assertThat(stop(FLOW)).isSameAs(THROTTLED);
        assertThat(stop(FLOW)).isSameAs(THROTTLED);
        assertThat(stop(FLOW).isNone()).isTrue();
    }

    @Test
    void a_plan_without_end_lasts_until_a_reset() {
        faults.plan(always(NIGHTLY, THROTTLED, FaultPlan.UNTIL_RESET));

        assertThat(IntStream.range(0, 100).mapToObj(i -> stop(FLOW))).containsOnly(THROTTLED);
        faults.reset();
        assertThat(stop(FLOW).isNone()).isTrue();
    }

    @Test
    void a_plan_is_for_the_calls_that_it_means() {
        faults.plan(always(NIGHTLY, THROTTLED, 1));

        assertThat(faults.take(Operation.DELETE_CONNECTOR_PROFILE, FLOW).isNone())
                .isTrue();
        assertThat(stop(OTHER).isNone()).isTrue();
        assertThat(stop(new Scope("123456789012", "eu-west-1").name("nightly")).isNone())
                .isTrue();
        assertThat(stop(new Scope("210987654321", "us-east-1").name("nightly")).isNone())
                .isTrue();
        assertThat(stop(FLOW)).isSameAs(THROTTLED);
    }

    @Test
    void a_plan_that_says_little_is_for_many_calls() {
        faults.plan(always(ALL, THROTTLED, 2));

        assertThat(stop(OTHER)).isSameAs(THROTTLED);
        assertThat(faults.take(Operation.DELETE_CONNECTOR_PROFILE, FLOW)).isSameAs(THROTTLED);
    }

    @Test
    void the_plan_that_says_best_which_calls_it_means_goes_first() {
        faults.plan(always(ALL, error(ProblemKind.CONFLICT), 1));
        faults.plan(always(ALL_STOPS, FAILED, 1));
        faults.plan(always(NIGHTLY, THROTTLED, 1));

        assertThat(List.of(stop(FLOW), stop(FLOW))).containsExactly(THROTTLED, FAILED);
        assertThat(faults.plans()).extracting(FaultPlan::calls).containsExactly(ALL);
    }

    @Test
    void a_plan_replaces_the_one_of_the_same_calls() {
        faults.plan(always(NIGHTLY, THROTTLED, 5));
        faults.plan(always(NIGHTLY, FAILED, 1));

        assertThat(stop(FLOW)).isSameAs(FAILED);
        assertThat(stop(FLOW).isNone()).isTrue();
    }

    @Test
    void a_plan_of_no_calls_removes_all_of_the_same_calls() {
        faults.plan(share(NIGHTLY, THROTTLED, 0.5));
        faults.plan(share(NIGHTLY, FAILED, 0.5));
        faults.plan(always(NIGHTLY, Fault.NONE, 0));

        assertThat(faults.plans()).isEmpty();
    }

    @Test
    void a_share_of_the_calls_is_met_and_always_the_same_ones() {
        faults.plan(share(ALL_STOPS, THROTTLED, 0.1));
        List<Fault> once = stops(1_000);
        faults.reset();
        faults.plan(share(ALL_STOPS, THROTTLED, 0.1));

        assertThat(stops(1_000)).isEqualTo(once);
        assertThat(once.stream().filter(fault -> !fault.isNone()).count()).isBetween(70L, 130L);
    }

    @Test
    void shares_stand_beside_each_other() {
        faults.plan(share(ALL_STOPS, THROTTLED, 0.5));
        faults.plan(share(ALL_STOPS, FAILED, 0.5));

        assertThat(stops(200)).contains(THROTTLED, FAILED, Fault.NONE);
    }

    @Test
    void a_reset_returns_to_the_plans_at_start_as_if_no_call_had_been() {
        Faults planned = new Faults(List.of(always(NIGHTLY, THROTTLED, 1)));
        planned.take(Operation.STOP_FLOW, FLOW);
        planned.plan(always(ALL, FAILED, 1));

        planned.reset();

        assertThat(planned.plans()).containsExactly(always(NIGHTLY, THROTTLED, 1));
    }

    private List<Fault> stops(int calls) {
        return IntStream.range(0, calls).mapToObj(i -> stop(FLOW)).toList();
    }

    private Fault stop(ResourceName flow) {
        return faults.take(Operation.STOP_FLOW, flow);
    }

    private static FaultPlan always(Calls calls, Fault fault, int times) {
        return new FaultPlan(calls, fault, 1, 0, times);
    }

    private static FaultPlan share(Calls calls, Fault fault, double share) {
        return new FaultPlan(calls, fault, share, fault == FAILED ? 7 : 0, FaultPlan.UNTIL_RESET);
    }

    private static Fault error(ProblemKind kind) {
        return new Fault(Duration.ZERO, new Problem(kind, kind.message()), Fault.Connection.KEPT);
    }
}
