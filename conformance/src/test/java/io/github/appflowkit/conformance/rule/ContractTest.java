package io.github.appflowkit.conformance.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class ContractTest {
    private static final ObjectNode EMPTY = JsonNodeFactory.instance.objectNode();

    private final Operation stop = Contract.load().operation("StopFlow");

    @Test
    void a_body_is_held_against_the_schema_of_its_status() {
        assertThat(stop.violations(200, EMPTY)).anyMatch(told -> told.contains("'flowArn' not found"));
        assertThat(stop.violations(404, EMPTY.deepCopy().put("message", "no"))).isEmpty();
    }

    @Test
    void a_body_that_there_is_no_schema_for_is_not_taken_for_a_right_one() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stop.violations(410, EMPTY))
                .withMessage("StopFlow has no schema of a name for the body of a 410");
    }
}
