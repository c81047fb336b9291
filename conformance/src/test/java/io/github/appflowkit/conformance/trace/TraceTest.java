package io.github.appflowkit.conformance.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.appflowkit.conformance.proof.Fault;
import io.github.appflowkit.conformance.proof.Faults;
import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.rule.Contract;
import io.github.appflowkit.conformance.rule.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TraceTest {
    private static final Contract CONTRACT = Contract.load();
    private static final List<Rule> RULES = Catalogue.load().rules();
    private static final List<Fault> FAULTS = Faults.all();
    private static final Map<String, List<String>> SERVER_TESTS = ServerTests.load();

    @Test
    void everything_hangs_together() {
        assertThat(Trace.load().dangling()).isEmpty();
    }

    @Test
    void an_element_leads_to_its_rules_their_faults_and_the_server_s_tests_of_it_and_its_parts() {
        Trace trace = Trace.load();

        assertThat(trace.rulesOf("StopFlow.flowName.maxLength"))
                .extracting(Rule::id)
                .containsExactly("stop-flow.name-length");
        assertThat(trace.faultsOf(trace.rulesOf("StopFlow.flowName.maxLength")))
                .contains("names of any length are valid");
        assertThat(trace.serverTestsOf("StopFlow.flowName.maxLength"))
                .contains("OperationsTest.length_counts_code_points");
        assertThat(trace.serverTestsOf("StopFlow.404")).isNotEmpty();
    }

    @Test
    void a_rule_that_is_gone_leaves_its_elements_and_its_faults() {
        List<Rule> fewer = RULES.stream()
                .filter(rule -> !rule.id().equals("stop-flow.name-length"))
                .toList();

        assertThat(new Trace(CONTRACT, fewer, FAULTS, SERVER_TESTS).dangling())
                .anyMatch(line -> line.startsWith("StopFlow.flowName.maxLength: no rule covers it."))
                .anyMatch(line -> line.startsWith("The fault \"names of any length are valid\": it breaks the rule"
                        + " stop-flow.name-length, which there is not."));
    }

    @Test
    void a_rule_that_no_fault_proves_is_named() {
        List<Fault> fewer = FAULTS.stream()
                .filter(fault -> !fault.rules().contains("stop-flow.name-length"))
                .toList();

        assertThat(new Trace(CONTRACT, RULES, fewer, SERVER_TESTS).dangling())
                .contains("stop-flow.name-length: no fault proves it. Add one to the proof's faults.");
    }

    @Test
    void the_build_goes_on_when_all_hangs_together_and_else_fails_with_the_first_loose_end() {
        List<Rule> fewer = RULES.stream()
                .filter(rule -> !rule.id().equals("stop-flow.name-length"))
                .toList();

        assertThatCode(BuildTrace::main).doesNotThrowAnyException();
        assertThatIllegalStateException()
                .isThrownBy(() -> BuildTrace.check(new Trace(CONTRACT, fewer, FAULTS, SERVER_TESTS)))
                .withMessageStartingWith("StopFlow.flowName.maxLength: no rule covers it.")
                .withMessageContaining(" (the first of ");
    }

    @Test
    void an_element_without_a_test_and_a_test_without_an_element_are_named() {
        Map<String, List<String>> tests = new HashMap<>(SERVER_TESTS);
        tests.remove("StopFlow.flowName.maxLength");
        tests.put("StopFlow.410.GoneException", List.of("GoneTest.it_is_gone"));

        assertThat(new Trace(CONTRACT, RULES, FAULTS, tests).dangling())
                .containsExactly(
                        "StopFlow.flowName.maxLength: no test of the server bears it as a tag. Add"
                                + " @Tag(\"StopFlow.flowName.maxLength\") to one.",
                        "GoneTest.it_is_gone: tagged with StopFlow.410.GoneException, which the contract does not hold."
                                + " Mend the tag, or remove it.");
    }
}
