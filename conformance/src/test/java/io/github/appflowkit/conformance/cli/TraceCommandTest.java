package io.github.appflowkit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceCommandTest {
    @TempDir
    private Path folder;

    private CommandRun command;

    @BeforeEach
    void start() {
        command = new CommandRun(folder);
    }

    @Test
    void everything_is_two_tables_and_their_sum() {
        assertThat(command.execute("trace")).isZero();

        assertThat(lines())
                .anyMatch(line -> line.matches("StopFlow +rules +scenarios +faults +server tests"))
                .anyMatch(line -> line.matches("  404 +[1-9]\\d* +[1-9]\\d* +[1-9]\\d* +[1-9]\\d*"))
                .anyMatch(line -> line.matches("  stop-flow\\.name-length +[1-9]\\d* +[1-9]\\d* +[1-9]\\d* +[1-9]\\d*"))
                .allMatch(line -> line.length() <= 80)
                .last()
                .asString()
                .endsWith(": everything hangs together.");
    }

    @Test
    void all_that_hangs_on_an_element_is_named_once_with_its_place() {
        assertThat(command.execute("trace", "StopFlow.flowArn.type")).isZero();

        assertThat(lines())
                .startsWith("StopFlow.flowArn.type")
                .anyMatch(line -> line.matches("  stands at openapi/appflow\\.yaml:\\d+"))
                .contains("  rule      stop-flow.answer-members", "    scenario  The answer fits its schema")
                .contains("  fault     the ARN is an identifier")
                .anyMatch(line -> line.startsWith("  server    OperationsTest."))
                .allMatch(line -> line.length() <= 80)
                .doesNotHaveDuplicates();
    }

    @Test
    void all_that_hangs_on_a_rule_is_named_once_and_not_the_tests_of_the_whole_operation() {
        assertThat(command.execute("trace", "delete-profile.deletes")).isZero();

        assertThat(lines())
                .startsWith("delete-profile.deletes", "  element   DeleteConnectorProfile")
                .contains("  scenario  A deleted profile is gone", "  fault     a delete answers 204")
                .contains("  server    OperationsTest.a_profile_is_deleted_with_an_empty_answer")
                .noneMatch(line -> line.contains("a_profile_s_name_is_a_string_of_limited_length"))
                .allMatch(line -> line.length() <= 80)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            StopFlow.flowName      | did you mean one of StopFlow.flowName.maxLength, StopFlow.flowName.pattern, StopFlow.flowName.required, StopFlow.flowName.type?
            stop-flow.on-demand-r  | did you mean stop-flow.on-demand-refused?
            stopflow.flowname.max  | did you mean StopFlow.flowName.maxLength?
            StopFlow.flowName.patern | did you mean StopFlow.flowName.pattern?
            """)
    void a_name_that_is_none_is_told_with_those_that_begin_so_or_are_near(String name, String told) {
        assertThat(command.execute("trace", name)).isEqualTo(2);

        assertThat(command.err())
                .startsWith("appflow-conformance trace: no element of the contract and no rule is called " + name)
                .contains(told);
    }

    @Test
    void a_name_with_which_many_begin_is_told_with_five_of_them_and_the_number_of_the_others() {
        assertThat(command.execute("trace", "stop-flow.")).isEqualTo(2);

        assertThat(command.err())
                .containsPattern("did you mean one of (stop-flow\\.[a-z-]+, ){5}or one of [1-9]\\d* more\\?");
    }

    private List<String> lines() {
        return command.out().lines().toList();
    }
}
