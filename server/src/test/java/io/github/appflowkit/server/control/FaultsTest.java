package io.github.appflowkit.server.control;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.appflowkit.server.account.ResourceName;
import io.github.appflowkit.server.account.Scope;
import io.github.appflowkit.server.problem.Problem;
import io.github.appflowkit.server.problem.ProblemKind;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private static final ResourceName FLOW = new Scope("123456789012", "us-east-1").name("nightly");
    private static final Problem THROTTLED = new Problem(ProblemKind.THROTTLED, "Slow down.");

    private final Faults faults = new Faults();

    @Test
    void a_plan_is_used_up_by_as_many_calls_as_it_says() {
        faults.plan(Operation.STOP_FLOW, FLOW, THROTTLED, 2);

        assertFails();
        assertFails();
        assertPasses();
    }

    @Test
    void a_plan_is_for_one_operation_and_one_resource() {
        faults.plan(Operation.STOP_FLOW, FLOW, THROTTLED, 1);

        faults.check(Operation.DELETE_CONNECTOR_PROFILE, FLOW);
        faults.check(Operation.STOP_FLOW, FLOW.scope().name("hourly"));
        faults.check(Operation.STOP_FLOW, new Scope("123456789012", "eu-west-1").name("nightly"));
        assertFails();
    }

    @Test
    void a_plan_of_no_calls_cancels_the_one_before() {
        faults.plan(Operation.STOP_FLOW, FLOW, THROTTLED, 5);
        faults.plan(Operation.STOP_FLOW, FLOW, THROTTLED, 0);

        assertPasses();
    }

    private void assertFails() {
        assertThatThrownBy(() -> faults.check(Operation.STOP_FLOW, FLOW)).isSameAs(THROTTLED);
    }

    private void assertPasses() {
        assertThatCode(() -> faults.check(Operation.STOP_FLOW, FLOW)).doesNotThrowAnyException();
    }
}
