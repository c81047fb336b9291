package io.github.appflowkit.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.appflowkit.server.account.ResourceName;
import io.github.appflowkit.server.account.Scope;
import io.github.appflowkit.server.flow.Flow;
import io.github.appflowkit.server.flow.FlowStatus;
import io.github.appflowkit.server.flow.Trigger;
import io.github.appflowkit.server.problem.Problem;
import io.github.appflowkit.server.problem.ProblemKind;
import io.github.appflowkit.server.profile.ConnectorProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store has to do; a store's own test only says how to make an empty one. */
public abstract class StoreContract {
    private static final Scope HERE = new Scope("123456789012", "us-east-1");
    private static final List<Scope> ELSEWHERE =
            List.of(new Scope("123456789012", "eu-west-1"), new Scope("210987654321", "us-east-1"));
    private static final ResourceName PROFILE = HERE.name("crm");
    private static final ResourceName FLOW = HERE.name("nightly");

    private Store store;

    protected abstract Store emptyStore() throws Exception;

    @BeforeEach
    void start() throws Exception {
        store = emptyStore();
    }

    @AfterEach
    void end() {
        store.close();
    }

    @Test
    void a_stopped_flow_is_suspended() {
        store.put(flow(FLOW, Trigger.SCHEDULED, FlowStatus.ACTIVE));

        assertThat(store.stopFlow(FLOW)).isEqualTo(FlowStatus.SUSPENDED);

        assertThat(store.findFlow(FLOW)).contains(flow(FLOW, Trigger.SCHEDULED, FlowStatus.SUSPENDED));
    }

    @Test
    void a_flow_that_cannot_be_stopped_is_unchanged() {
        Flow flow = flow(FLOW, Trigger.ON_DEMAND, FlowStatus.ACTIVE);
        store.put(flow);

        assertProblem(ProblemKind.UNSUPPORTED, () -> store.stopFlow(FLOW));

        assertThat(store.findFlow(FLOW)).contains(flow);
    }

    @Test
    void a_deleted_profile_is_gone() {
        store.put(new ConnectorProfile(PROFILE));

        store.deleteProfile(PROFILE, false);

        assertThat(store.findProfile(PROFILE)).isEmpty();
        assertProblem(ProblemKind.NOT_FOUND, () -> store.deleteProfile(PROFILE, true));
    }

    @Test
    void a_profile_in_use_is_kept() {
        store.put(new ConnectorProfile(PROFILE));
        store.put(flow(FLOW, Trigger.EVENT, FlowStatus.ACTIVE));

        assertProblem(ProblemKind.CONFLICT, () -> store.deleteProfile(PROFILE, false));

        assertThat(store.findProfile(PROFILE)).isPresent();
    }

    @Test
    void a_profile_is_in_use_by_its_name_as_a_destination_too() {
        store.put(new ConnectorProfile(HERE.name("lake")));
        store.put(flow(FLOW, Trigger.EVENT, FlowStatus.ACTIVE));

        assertProblem(ProblemKind.CONFLICT, () -> store.deleteProfile(HERE.name("lake"), false));
    }

    @Test
    void a_flow_that_is_deleted_uses_nothing() {
        store.put(new ConnectorProfile(PROFILE));
        store.put(flow(FLOW, Trigger.EVENT, FlowStatus.DELETED));

        store.deleteProfile(PROFILE, false);

        assertThat(store.findProfile(PROFILE)).isEmpty();
    }

    @Test
    void a_refusal_names_the_flows_of_the_account_that_use_the_profile() {
        store.put(new ConnectorProfile(PROFILE));
        for (String name : List.of("b", "a", "c")) {
            store.put(flow(HERE.name(name), Trigger.EVENT, FlowStatus.ACTIVE));
        }
        store.put(flow(ELSEWHERE.get(0).name("d"), Trigger.EVENT, FlowStatus.ACTIVE));

        assertThatThrownBy(() -> store.deleteProfile(PROFILE, false)).hasMessageEndingWith("[a, b, c]");
    }

    @Test
    void a_refusal_names_five_of_many_flows() {
        store.put(new ConnectorProfile(PROFILE));
        for (int i = 0; i < 60; i++) {
            store.put(flow(HERE.name("flow-" + (99 - i)), Trigger.EVENT, FlowStatus.ACTIVE));
        }
        store.removeFlow(HERE.name("flow-98"));
        store.put(flow(HERE.name("flow-97"), Trigger.EVENT, FlowStatus.ACTIVE));

        assertThatThrownBy(() -> store.deleteProfile(PROFILE, false))
                .message()
                .doesNotContain("flow-98")
                .containsPattern("\\[flow-\\d\\d(, flow-\\d\\d){4}]$");
    }

    @Test
    void a_flow_that_uses_a_profile_twice_is_named_once() {
        store.put(new ConnectorProfile(PROFILE));
        store.put(new Flow(FLOW, Trigger.EVENT, FlowStatus.ACTIVE, "crm", List.of("crm", "crm")));

        assertThatThrownBy(() -> store.deleteProfile(PROFILE, false)).hasMessageEndingWith("[nightly]");

        store.removeFlow(FLOW);
        store.deleteProfile(PROFILE, false);
    }

    @Test
    void a_profile_that_a_flow_used_before_it_was_replaced_is_free() {
        store.put(new ConnectorProfile(PROFILE));
        store.put(flow(FLOW, Trigger.EVENT, FlowStatus.ACTIVE));
        store.put(new Flow(FLOW, Trigger.EVENT, FlowStatus.ACTIVE, "erp", List.of()));
        store.put(new ConnectorProfile(HERE.name("erp")));

        store.deleteProfile(PROFILE, false);
        assertProblem(ProblemKind.CONFLICT, () -> store.deleteProfile(HERE.name("erp"), false));
    }

    @Test
    void a_reset_takes_back_who_uses_a_profile() {
        State state = new State(
                List.of(new ConnectorProfile(PROFILE), new ConnectorProfile(HERE.name("erp"))),
                List.of(flow(FLOW, Trigger.EVENT, FlowStatus.ACTIVE)));
        store.replaceAll(state);
        for (int round = 0; round < 2; round++) {
            store.stopFlow(FLOW);
            store.put(new Flow(FLOW, Trigger.EVENT, FlowStatus.ACTIVE, "erp", List.of()));
            store.deleteProfile(PROFILE, false);

            store.replaceAll(state);

            assertThat(store.snapshot()).isEqualTo(state);
            assertProblem(ProblemKind.CONFLICT, () -> store.deleteProfile(PROFILE, false));
            store.deleteProfile(HERE.name("erp"), false);
        }
    }

    @Test
    void a_flow_is_kept_as_it_is() {
        for (Trigger trigger : Trigger.values()) {
            for (FlowStatus status : FlowStatus.values()) {
                ResourceName id = HERE.name(trigger + "-" + status);
                Flow flow = new Flow(id, trigger, status, null, List.of("z", "a", "a"));
                store.put(flow);
                assertThat(store.findFlow(id)).contains(flow);
            }
        }
        store.put(new Flow(FLOW, Trigger.EVENT, FlowStatus.ACTIVE, null, List.of()));
        assertThat(store.findFlow(FLOW)).get().returns(null, Flow::source).returns(List.of(), Flow::destinations);
    }

    @Test
    void a_forced_delete_keeps_the_flows() {
        Flow flow = flow(FLOW, Trigger.EVENT, FlowStatus.ACTIVE);
        store.put(new ConnectorProfile(PROFILE));
        store.put(flow);

        store.deleteProfile(PROFILE, true);

        assertThat(store.snapshot()).isEqualTo(new State(List.of(), List.of(flow)));
    }

    @Test
    void accounts_and_regions_do_not_see_each_other() {
        store.put(new ConnectorProfile(PROFILE));
        for (Scope scope : ELSEWHERE) {
            store.put(flow(scope.name("nightly"), Trigger.EVENT, FlowStatus.ACTIVE));
            assertProblem(ProblemKind.NOT_FOUND, () -> store.deleteProfile(scope.name("crm"), false));
        }

        assertProblem(ProblemKind.NOT_FOUND, () -> store.stopFlow(FLOW));
        store.deleteProfile(PROFILE, false);
    }

    @Test
    void names_are_kept_exactly() {
        store.put(new ConnectorProfile(HERE.name("CRM")));

        assertProblem(ProblemKind.NOT_FOUND, () -> store.deleteProfile(PROFILE, false));
    }

    @Test
    void what_is_put_replaces_what_has_its_name() {
        store.put(flow(FLOW, Trigger.EVENT, FlowStatus.DRAFT));
        store.put(flow(FLOW, Trigger.ON_DEMAND, FlowStatus.ACTIVE));

        assertThat(store.snapshot().flows()).containsExactly(flow(FLOW, Trigger.ON_DEMAND, FlowStatus.ACTIVE));
    }

    @Test
    void everything_is_told_from_old_to_new_and_what_was_replaced_is_new() {
        for (String name : List.of("z", "a", "m")) {
            store.put(new ConnectorProfile(HERE.name(name)));
            store.put(flow(HERE.name(name), Trigger.EVENT, FlowStatus.ACTIVE));
        }
        store.put(new ConnectorProfile(HERE.name("a")));
        store.put(flow(HERE.name("a"), Trigger.EVENT, FlowStatus.ACTIVE));
        store.stopFlow(HERE.name("z"));

        State state = store.snapshot();

        assertThat(state.profiles()).extracting(profile -> profile.id().name()).containsExactly("z", "a", "m");
        assertThat(state.flows()).extracting(flow -> flow.id().name()).containsExactly("z", "m", "a");
    }

    @Test
    void a_name_that_nobody_can_have_is_not_there() {
        ResourceName impossible = HERE.name("a\0b");

        assertThat(store.findProfile(impossible)).isEmpty();
        assertThat(store.findFlow(impossible)).isEmpty();
        assertThat(store.removeProfile(impossible)).isEmpty();
        assertThat(store.removeFlow(impossible)).isEmpty();
    }

    @Test
    void a_state_is_loaded_once() {
        State state = new State(
                List.of(new ConnectorProfile(PROFILE)), List.of(flow(FLOW, Trigger.SCHEDULED, FlowStatus.ERRORED)));

        assertThat(store.load(state)).isTrue();
        assertThat(store.snapshot()).isEqualTo(state);

        store.removeProfile(PROFILE);
        store.removeFlow(FLOW);
        assertThat(store.load(state)).isFalse();
        assertThat(store.snapshot()).isEqualTo(State.EMPTY);
    }

    @Test
    void no_state_is_loaded_over_what_is_there() {
        store.put(new ConnectorProfile(PROFILE));

        assertThat(store.load(new State(List.of(new ConnectorProfile(HERE.name("other"))), List.of())))
                .isFalse();

        assertThat(store.snapshot().profiles()).containsExactly(new ConnectorProfile(PROFILE));
    }

    @Test
    void a_store_that_is_open_is_ready() {
        assertThat(store.isReady()).isTrue();
    }

    @Test
    void removing_tells_what_was_there() {
        ConnectorProfile profile = new ConnectorProfile(PROFILE);
        Flow flow = flow(FLOW, Trigger.EVENT, FlowStatus.ACTIVE);
        store.put(profile);
        store.put(flow);

        assertThat(store.removeProfile(PROFILE)).contains(profile);
        assertThat(store.removeFlow(FLOW)).contains(flow);
        assertThat(store.removeProfile(PROFILE)).isEmpty();
        assertThat(store.removeFlow(FLOW)).isEmpty();
    }

    @Test
    void replacing_all_forgets_what_was_there() {
        store.put(new ConnectorProfile(PROFILE));
        State state = new State(
                List.of(new ConnectorProfile(HERE.name("other"))),
                List.of(flow(FLOW, Trigger.SCHEDULED, FlowStatus.ERRORED)));

        store.replaceAll(state);

        assertThat(store.snapshot()).isEqualTo(state);
    }

    @Test
    void of_deletes_at_one_time_exactly_one_succeeds() throws Exception {
        for (int round = 0; round < 200; round++) {
            store.put(new ConnectorProfile(PROFILE));

            List<String> outcomes = atOneTime(
                    () -> store.deleteProfile(PROFILE, false),
                    () -> store.deleteProfile(PROFILE, true),
                    () -> store.deleteProfile(PROFILE, false));

            assertThat(outcomes).containsExactlyInAnyOrder("done", "NOT_FOUND", "NOT_FOUND");
        }
    }

    @Test
    void a_profile_that_was_seen_beside_a_flow_that_uses_it_is_not_deleted() throws Exception {
        for (int round = 0; round < 100; round++) {
            store.put(new ConnectorProfile(PROFILE));
            store.removeFlow(FLOW);
            AtomicBoolean seen = new AtomicBoolean();

            List<String> outcomes = atOneTime(() -> store.deleteProfile(PROFILE, false), () -> {
                store.put(flow(FLOW, Trigger.EVENT, FlowStatus.ACTIVE));
                seen.set(store.findProfile(PROFILE).isPresent());
            });

            assertThat(outcomes.get(0)).isEqualTo(seen.get() ? "CONFLICT" : "done");
            assertThat(store.findProfile(PROFILE).isPresent()).isEqualTo(seen.get());
        }
    }

    @Test
    void a_reset_at_the_time_of_other_changes_comes_before_or_after_them() throws Exception {
        State initial = new State(
                List.of(new ConnectorProfile(PROFILE)), List.of(flow(FLOW, Trigger.EVENT, FlowStatus.ACTIVE)));
        for (int round = 0; round < 50; round++) {
            store.replaceAll(initial);

            List<String> outcomes = atOneTime(
                    () -> store.replaceAll(initial),
                    () -> store.deleteProfile(PROFILE, true),
                    () -> store.stopFlow(FLOW),
                    () -> store.put(new ConnectorProfile(HERE.name("other"))));

            assertThat(outcomes).containsOnly("done");
        }
    }

    @Test
    void stops_of_a_flow_that_is_being_replaced_all_succeed() throws Exception {
        Flow flow = flow(FLOW, Trigger.EVENT, FlowStatus.ACTIVE);
        store.put(flow);
        for (int round = 0; round < 100; round++) {
            assertThat(atOneTime(() -> store.stopFlow(FLOW), () -> store.put(flow), () -> store.stopFlow(FLOW)))
                    .containsOnly("done");
        }
    }

    @Test
    void there_are_no_faults_at_first() {
        assertThat(store.faults()).isEqualTo(FaultsText.NONE);
    }

    @Test
    void faults_are_replaced_by_who_saw_them_alone() {
        FaultsText seen = store.faults();

        assertThat(store.replaceFaults(seen, "one")).isTrue();
        assertThat(store.replaceFaults(seen, "other")).isFalse();

        assertThat(store.faults().text()).isEqualTo("one");
        assertThat(store.replaceFaults(store.faults(), "other")).isTrue();
        assertThat(store.faults().text()).isEqualTo("other");
    }

    @Test
    void faults_that_became_the_same_again_were_replaced_all_the_same() {
        FaultsText seen = store.faults();
        store.replaceFaults(seen, "one");
        store.replaceFaults(store.faults(), seen.text());

        assertThat(store.replaceFaults(seen, "late")).isFalse();
    }

    @Test
    void many_faults_are_kept_as_they_are() {
        String text = "{\"message\": \"\\u0000\"}\n\t ".repeat(100_000);

        store.replaceFaults(store.faults(), text);

        assertThat(store.faults().text()).isEqualTo(text);
    }

    @Test
    void faults_outlast_a_reset_of_the_state() {
        store.replaceFaults(store.faults(), "planned");

        store.replaceAll(State.EMPTY);

        assertThat(store.faults().text()).isEqualTo("planned");
    }

    @Test
    void no_replacement_of_faults_is_lost_at_one_time() throws Exception {
        Runnable longer = () -> {
            for (int i = 0; i < 50; i++) {
                boolean replaced = false;
                while (!replaced) {
                    FaultsText seen = store.faults();
                    replaced = store.replaceFaults(seen, seen.text() + "x");
                }
            }
        };

        assertThat(atOneTime(longer, longer, longer)).containsOnly("done");

        assertThat(store.faults().text()).isEqualTo("x".repeat(150));
    }

    private static List<String> atOneTime(Runnable... actions) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(actions.length);
        try {
            CyclicBarrier together = new CyclicBarrier(actions.length);
            List<Callable<String>> calls = new ArrayList<>();
            for (Runnable action : actions) {
                calls.add(() -> {
                    together.await(10, TimeUnit.SECONDS);
                    try {
                        action.run();
                        return "done";
                    } catch (Problem problem) {
                        return problem.kind().name();
                    }
                });
            }
            List<String> outcomes = new ArrayList<>();
            for (Future<String> outcome : threads.invokeAll(calls, 20, TimeUnit.SECONDS)) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }

    private static void assertProblem(ProblemKind kind, Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOf(Problem.class)
                .extracting("kind")
                .isEqualTo(kind);
    }

    private static Flow flow(ResourceName id, Trigger trigger, FlowStatus status) {
        return new Flow(id, trigger, status, "crm", List.of("lake"));
    }
}
