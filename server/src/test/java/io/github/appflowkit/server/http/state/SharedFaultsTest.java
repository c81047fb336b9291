package io.github.appflowkit.server.http.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.server.account.ResourceName;
import io.github.appflowkit.server.account.Scope;
import io.github.appflowkit.server.control.Calls;
import io.github.appflowkit.server.control.Fault;
import io.github.appflowkit.server.control.FaultPlan;
import io.github.appflowkit.server.control.Operation;
import io.github.appflowkit.server.problem.Problem;
import io.github.appflowkit.server.problem.ProblemKind;
import io.github.appflowkit.server.store.FaultsText;
import io.github.appflowkit.server.store.InMemoryStore;
import io.github.appflowkit.server.store.Store;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Faults that several servers on one store share. */
class SharedFaultsTest {
    private static final ResourceName FLOW = new Scope("123456789012", "us-east-1").name("nightly");
    private static final Calls ALL = new Calls(null, null, null, null);

    private final Store store = new InMemoryStore();

    @Test
    void a_plan_comes_back_as_it_was_made() {
        FaultPlan plan = new FaultPlan(
                new Calls(Operation.STOP_FLOW, "nightly\0\ud800", "123456789012", "eu-west-1"),
                new Fault(
                        Duration.ofMillis(20),
                        new Problem(ProblemKind.CONFLICT, "Grüße\0\ud800\ud83d\ude00"),
                        Fault.Connection.TRUNCATED),
                0.25,
                -7,
                FaultPlan.UNTIL_RESET);

        SharedFaults.start(store, List.of()).plan(plan);

        assertThat(SharedFaults.start(store, List.of()).plans())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("fault.error.stackTrace")
                .containsExactly(plan);
        assertThat(store.faults().text()).matches("\\p{ASCII}+").doesNotContain("\0");
    }

    @Test
    void what_a_newer_server_says_of_a_plan_is_passed_over() {
        SharedFaults.start(store, List.of()).plan(throttling(2));
        FaultsText written = store.faults();
        store.replaceFaults(written, written.text().replaceFirst("\\{", "{\"newer\":{\"x\":[1]},"));
        written = store.faults();
        store.replaceFaults(written, written.text().replaceFirst("\"times\"", "\"newer\":1,\"times\""));

        assertThat(store.faults().text()).containsPattern("newer.*newer");
        assertThat(SharedFaults.start(store, List.of()).plans())
                .singleElement()
                .extracting(FaultPlan::times)
                .isEqualTo(2);
    }

    @Test
    void a_plan_of_one_server_is_used_up_by_calls_to_another() {
        SharedFaults one = SharedFaults.start(store, List.of());
        SharedFaults other = SharedFaults.start(store, List.of());
        one.plan(throttling(2));

        assertThat(other.take(Operation.STOP_FLOW, FLOW).error().kind()).isEqualTo(ProblemKind.THROTTLED);
        assertThat(one.plans()).singleElement().extracting(FaultPlan::times).isEqualTo(1);
        assertThat(one.take(Operation.STOP_FLOW, FLOW).isNone()).isFalse();
        assertThat(other.take(Operation.STOP_FLOW, FLOW).isNone()).isTrue();
    }

    @Test
    void draws_go_on_at_another_server() {
        FaultPlan half = new FaultPlan(ALL, throttling(1).fault(), 0.5, 0, FaultPlan.UNTIL_RESET);
        SharedFaults one = SharedFaults.start(store, List.of(half));
        String alone = draws(one, one);
        one.reset();

        assertThat(draws(one, SharedFaults.start(store, List.of(half))))
                .isEqualTo(alone)
                .contains("+")
                .contains("-");
    }

    @Test
    void a_call_that_nothing_is_planned_for_changes_nothing() {
        SharedFaults faults = SharedFaults.start(store, List.of());
        faults.take(Operation.STOP_FLOW, FLOW);
        faults.reset();
        assertThat(store.faults()).isEqualTo(FaultsText.NONE);

        faults.plan(new FaultPlan(ALL, throttling(1).fault(), 1, 0, FaultPlan.UNTIL_RESET));
        FaultsText planned = store.faults();
        faults.take(Operation.STOP_FLOW, FLOW);
        assertThat(store.faults()).isEqualTo(planned);
    }

    @Test
    void a_server_that_starts_with_the_same_finds_what_is_left() {
        SharedFaults.start(store, List.of(throttling(2))).take(Operation.STOP_FLOW, FLOW);

        SharedFaults restarted = SharedFaults.start(store, List.of(throttling(2)));

        assertThat(restarted.plans())
                .singleElement()
                .extracting(FaultPlan::times)
                .isEqualTo(1);
        restarted.reset();
        assertThat(restarted.plans())
                .singleElement()
                .extracting(FaultPlan::times)
                .isEqualTo(2);
    }

    @Test
    void a_server_that_starts_with_something_else_plans_that() {
        SharedFaults.start(store, List.of(throttling(2))).plan(throttling(7));

        assertThat(SharedFaults.start(store, List.of(throttling(3))).plans())
                .singleElement()
                .extracting(FaultPlan::times)
                .isEqualTo(3);
        assertThat(SharedFaults.start(store, List.of()).plans()).isEmpty();
        assertThat(store.faults().text()).isEmpty();
    }

    @Test
    void what_was_planned_since_outlasts_a_restart() {
        SharedFaults.start(store, List.of()).plan(throttling(7));

        assertThat(SharedFaults.start(store, List.of()).plans()).hasSize(1);
    }

    private static FaultPlan throttling(int times) {
        return new FaultPlan(
                ALL,
                new Fault(Duration.ZERO, new Problem(ProblemKind.THROTTLED, "Slow."), Fault.Connection.KEPT),
                1,
                0,
                times);
    }

    /** Twenty calls, in turn to both. */
    private static String draws(SharedFaults one, SharedFaults other) {
        StringBuilder draws = new StringBuilder();
        for (int call = 0; call < 20; call++) {
            Fault fault = (call % 2 == 0 ? one : other).take(Operation.STOP_FLOW, FLOW);
            draws.append(fault.isNone() ? '-' : '+');
        }
        return draws.toString();
    }
}
