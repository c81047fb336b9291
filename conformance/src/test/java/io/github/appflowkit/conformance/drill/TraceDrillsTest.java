package io.github.appflowkit.conformance.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.trace.Trace;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a maintainer who changes the contract is told of rules and tests that do not follow by themselves. */
class TraceDrillsTest {
    private static final String FEATURES = "conformance/src/main/resources/features/";

    @Test
    void another_length_and_another_pattern_ask_for_nothing() {
        assertThat(dangling(EditedContract.unchanged().longerFlowNames())).isEmpty();
        assertThat(dangling(EditedContract.unchanged().flowNamesThatBeginWithALetter()))
                .isEmpty();
    }

    @Test
    void an_optional_member_of_a_request_asks_for_nothing_and_is_told() {
        Trace trace = trace(EditedContract.unchanged().optionalRequestMember());

        assertThat(trace.dangling()).isEmpty();
        assertThat(trace.open()).containsExactly("StopFlow.dryRun.type");
    }

    @Test
    void a_required_member_of_an_answer_lacks_a_rule_and_a_test() {
        EditedContract more = EditedContract.unchanged().requiredResponseMember();

        assertThat(dangling(more))
                .contains(
                        line(more, "flowStatus, stoppedBy]")
                                + ": StopFlow.stoppedBy.required: no rule covers it. Write one in " + FEATURES
                                + "stop-flow.feature, or add @covers:StopFlow.stoppedBy.required to the one that does.",
                        line(more, "flowStatus, stoppedBy]")
                                + ": StopFlow.stoppedBy.required: no test of the server bears it as a tag. Add"
                                + " @Tag(\"StopFlow.stoppedBy.required\") to one in server/src/test/java.")
                .allMatch(line -> line.contains(": StopFlow.stoppedBy."));
    }

    @Test
    void another_error_lacks_a_rule_and_a_test() {
        EditedContract more = EditedContract.unchanged().moreErrors();
        String place = line(more, "FlowBusyException]");

        assertThat(dangling(more))
                .containsExactly(
                        place + ": StopFlow.400.FlowBusyException: no rule covers it. Write one in " + FEATURES
                                + "stop-flow.feature, or add @covers:StopFlow.400.FlowBusyException to the one that"
                                + " does.",
                        place + ": StopFlow.400.FlowBusyException: no test of the server bears it as a tag. Add"
                                + " @Tag(\"StopFlow.400.FlowBusyException\") to one in server/src/test/java.");
    }

    @Test
    void an_error_that_is_gone_leaves_its_rules_and_its_tests() {
        String gone = " StopFlow.400.UnsupportedOperationException, which the contract does not hold. Mend the tag, or"
                + " remove ";

        assertThat(dangling(EditedContract.unchanged().fewerErrors()))
                .hasSize(3)
                .anyMatch(line -> line.startsWith(FEATURES + "stop-flow.feature:")
                        && line.endsWith(": stop-flow.on-demand-refused: it covers" + gone + "the rule."))
                .anyMatch(line -> line.startsWith(FEATURES + "stop-flow.feature:")
                        && line.endsWith(": stop-flow.on-demand-spelling: it covers" + gone + "the rule."))
                .anyMatch(line -> line.startsWith("server/src/test/java: OperationsTest.")
                        && line.endsWith(": tagged with" + gone + "it."));
    }

    @Test
    void another_operation_lacks_rules_and_tests_of_all_that_it_has() {
        assertThat(dangling(EditedContract.unchanged().thirdOperation()))
                .anyMatch(line -> line.endsWith(": DescribeFlow.404.ResourceNotFoundException: no rule covers it. Write"
                        + " one in " + FEATURES + "describe-flow.feature (a new one: add it to Catalogue.FEATURES), or"
                        + " add @covers:DescribeFlow.404.ResourceNotFoundException to the one that does."))
                .anyMatch(line -> line.endsWith(": DescribeFlow.flowName.maxLength: no test of the server bears it as a"
                        + " tag. Add @Tag(\"DescribeFlow.flowName.maxLength\") to one in server/src/test/java."))
                .allMatch(line -> line.matches("openapi/appflow\\.yaml:\\d+: DescribeFlow.*"));
    }

    @Test
    void a_renamed_operation_leaves_its_rules_and_lacks_others() {
        EditedContract renamed = EditedContract.unchanged().renamedThroughout();

        assertThat(dangling(renamed))
                .anyMatch(line -> line.startsWith(line(renamed, "operationId: HaltFlow")
                        + ": HaltFlow: no rule covers it. Write one in " + FEATURES
                        + "halt-flow.feature (a new one: add it to Catalogue.FEATURES)"))
                .anyMatch(line -> line.startsWith(FEATURES + "stop-flow.feature:")
                        && line.contains(": stop-flow.unknown-refused: it covers StopFlow.404, which the contract"));
    }

    private static List<String> dangling(EditedContract contract) {
        return trace(contract).dangling();
    }

    private static Trace trace(EditedContract contract) {
        return Trace.of(contract.read(), Catalogue.load().rules());
    }

    /** Where the first of these words stand, without the column. */
    private static String line(EditedContract contract, String words) {
        return contract.place(words).replaceFirst(":\\d+$", "");
    }
}
