package io.github.appflowkit.conformance.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CoverageTest {
    private final Contract contract = Contract.load();

    @Test
    void operations_statuses_errors_constraints_and_values_are_elements() {
        assertThat(new Coverage(contract, List.of()).uncovered())
                .contains(
                        "StopFlow",
                        "StopFlow.200",
                        "StopFlow.400.UnsupportedOperationException",
                        "StopFlow.flowName.required",
                        "StopFlow.flowName.maxLength",
                        "StopFlow.flowArn.pattern",
                        "StopFlow.flowStatus.Suspended",
                        "DeleteConnectorProfile.forceDelete.type",
                        "error.message.required");
    }

    @Test
    void an_element_that_the_contract_lost_is_unknown() {
        Rule orphan = new Rule(
                "stop-flow.orphan",
                "It is covered",
                Level.MUST,
                Evidence.DOCUMENTED,
                "1.0",
                "nowhere",
                List.of(),
                List.of("StopFlow.410.GoneException"),
                "StopFlow",
                false,
                Set.of(),
                List.of());

        assertThat(new Coverage(contract, List.of(orphan)).unknown()).containsExactly("StopFlow.410.GoneException");
    }
}
