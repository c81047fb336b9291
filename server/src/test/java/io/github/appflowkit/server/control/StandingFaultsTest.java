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

class StandingFaultsTest {
    private static final ResourceName FLOW = new Scope("123456789012", "us-east-1").name("nightly");
    private static final ResourceName OTHER = FLOW.scope().name("hourly");
    private static final Calls NIGHTLY = new Calls(Operation.STOP_FLOW, "nightly", "123456789012", "us-east-1");
    private static final Calls ALL_STOPS = new Calls(Operation.STOP_FLOW, null, null, null);
    private static final Calls ALL = new Calls(null, null, null, null);

    private static final Fault THROTTLED = error(ProblemKind.THROTTLED);
    private static final Fault FAILED = error(ProblemKind.INTERNAL);

    private StandingFaults faults = StandingFaults.NONE;

    @Test
    void a_plan_is_used_up_by_as_many_calls_as_it_says() {
        plan(always(NIGHTLY, THROTTLED, 2));

        assertThat(stop(FLOW)).isSameAs(THROTTLED);
        assertThat(stop(FLOW)).isSameAs(THROTTLED);
        assertThat(stop(FLOW).isNone()).isTrue();
    }

    @Test
    void a_plan_without_end_is_never_used_up() {
        plan(always(NIGHTLY, THROTTLED, FaultPlan.UNTIL_RESET));
        StandingFaults planned = faults;

        assertThat(stops(100)).containsOnly(THROTTLED);
        assertThat(faults).isEqualTo(planned);
    }

    @Test
    void a_plan_is_for_the_calls_that_it_means() {
        plan(always(NIGHTLY, THROTTLED, 1));

        assertThat(take(Operation.DELETE_CONNECTOR_PROFILE, FLOW).isNone()).isTrue();
        assertThat(stop(OTHER).isNone()).isTrue();
        assertThat(stop(new Scope("123456789012", "eu-west-1").name("nightly")).isNone())
                .isTrue();
        assertThat(stop(new Scope("210987654321", "us-east-1").name("nightly")).isNone())
                .isTrue();
        assertThat(stop(FLOW)).isSameAs(THROTTLED);
    }

    @Test
    void a_plan_that_says_little_is_for_many_calls() {
        plan(always(ALL, THROTTLED, 2));

        assertThat(stop(OTHER)).isSameAs(THROTTLED);
        assertThat(take(Operation.DELETE_CONNECTOR_PROFILE, FLOW)).isSameAs(THROTTLED);
    }

    @Test
    void the_plan_that_says_best_which_calls_it_means_goes_first() {
        plan(always(ALL, error(ProblemKind.CONFLICT), 1));
        plan(always(ALL_STOPS, FAILED, 1));
        plan(always(NIGHTLY, THROTTLED, 1));

        assertThat(List.of(stop(FLOW), stop(FLOW))).containsExactly(THROTTLED, FAILED);
        assertThat(faults.plans()).extracting(FaultPlan::calls).containsExactly(ALL);
    }

    @Test
    void a_plan_replaces_the_one_of_the_same_calls() {
        plan(always(NIGHTLY, THROTTLED, 5));
        plan(always(NIGHTLY, FAILED, 1));

        assertThat(stop(FLOW)).isSameAs(FAILED);
        assertThat(stop(FLOW).isNone()).isTrue();
    }

    @Test
    void a_plan_of_no_calls_removes_all_of_the_same_calls() {
        plan(share(NIGHTLY, THROTTLED, 0.5));
        plan(share(NIGHTLY, FAILED, 0.5));
        plan(always(NIGHTLY, Fault.NONE, 0));

        assertThat(faults.plans()).isEmpty();
    }

    @Test
    void a_share_of_the_calls_is_met_and_always_the_same_ones() {
        plan(share(ALL_STOPS, THROTTLED, 0.1));
        StandingFaults planned = faults;
        List<Fault> once = stops(1_000);
        faults = planned;

        assertThat(stops(1_000)).isEqualTo(once);
        assertThat(once.stream().filter(fault -> !fault.isNone()).count()).isBetween(70L, 130L);
    }

    @Test
    void another_seed_and_a_seed_beside_it_draw_other_calls() {
        assertThat(List.of(drawn(0), drawn(1), drawn(2), drawn(Long.MIN_VALUE))).doesNotHaveDuplicates();
    }

    @Test
    void a_draw_is_told_by_its_number_alone() {
        plan(share(ALL_STOPS, THROTTLED, 0.5));
        List<Fault> all = stops(20);
        FaultPlan plan = faults.plans().get(0);

        faults = new StandingFaults(List.of(new StandingFault(plan, 12)));

        assertThat(stops(8)).isEqualTo(all.subList(12, 20));
    }

    @Test
    void a_call_that_is_drawn_uses_a_plan_for_a_share_up() {
        plan(new FaultPlan(ALL_STOPS, THROTTLED, 0.5, 0, 3));

        assertThat(stops(100)).filteredOn(fault -> fault == THROTTLED).hasSize(3);
        assertThat(faults).isEqualTo(StandingFaults.NONE);
    }

    @Test
    void shares_stand_beside_each_other() {
        plan(share(ALL_STOPS, THROTTLED, 0.5));
        plan(share(ALL_STOPS, FAILED, 0.5));

        assertThat(stops(200)).contains(THROTTLED, FAILED, Fault.NONE);
    }

    private List<Fault> stops(int calls) {
        return IntStream.range(0, calls).mapToObj(i -> stop(FLOW)).toList();
    }

    private List<Fault> drawn(long seed) {
        faults = StandingFaults.of(List.of(new FaultPlan(ALL_STOPS, THROTTLED, 0.5, seed, FaultPlan.UNTIL_RESET)));
        return stops(64);
    }

    private Fault stop(ResourceName flow) {
        return take(Operation.STOP_FLOW, flow);
    }

    private void plan(FaultPlan plan) {
        faults = faults.plan(plan);
    }

    private Fault take(Operation operation, ResourceName resource) {
        StandingFaults.Taken taken = faults.take(operation, resource);
        faults = taken.rest();
        return taken.fault();
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
