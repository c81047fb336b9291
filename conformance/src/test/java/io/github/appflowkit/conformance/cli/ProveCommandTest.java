package io.github.appflowkit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.conformance.proof.Fault;
import io.github.appflowkit.conformance.proof.PermittedDifference;
import io.github.appflowkit.conformance.proof.PermittedDifferences;
import io.github.appflowkit.conformance.proof.RightEndpoint;
import io.github.appflowkit.conformance.proving.DifferenceOutcome;
import io.github.appflowkit.conformance.proving.FaultOutcome;
import io.github.appflowkit.conformance.proving.Proof;
import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.rule.Rule;
import io.github.appflowkit.conformance.verdict.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProveCommandTest {
    private static final List<Rule> RULES = Catalogue.load().matching("stop-flow.unknown-refused");
    private static final PermittedDifference NOTHING = PermittedDifferences.none();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void a_rule_is_proved_by_its_faults() {
        int exitCode = Main.run(
                new PrintWriter(out),
                new PrintWriter(err),
                "prove",
                "--rule",
                "stop-flow.on-demand-refused",
                "--quick");

        assertThat(out.toString().lines())
                .contains("  a flow on demand is stopped", "      stop-flow.on-demand-refused", "  nothing differs")
                .allMatch(line -> line.length() <= 80);
        assertThat(out.toString().lines().reduce("", (before, line) -> line))
                .matches("(\\d+) of \\1 faults caught, 0 of \\d+ differences accused, 1 of 1 rule proved");
        assertThat(err.toString()).contains("25 of ", " endpoints judged");
        assertThat(exitCode).isEqualTo(ExitCode.CONFORMANT);
    }

    @Test
    void a_fault_that_no_rule_notices_survives() {
        Fault harmless = new Fault("no fault at all", List.of("stop-flow.unknown-refused"), RightEndpoint::new);
        KillMatrix matrix = new KillMatrix(RULES, new Proof(RULES).byEveryRule(List.of(harmless), () -> {}), List.of());

        assertThat(printed(matrix))
                .contains(
                        "      none",
                        "      SURVIVES stop-flow.unknown-refused",
                        "No fault proves stop-flow.unknown-refused",
                        "1 endpoint judged in 3 s.",
                        "0 of 1 fault caught, 0 of 0 differences accused, 0 of 1 rule proved");
        assertThat(matrix.exitCode()).isEqualTo(ExitCode.NOT_CONFORMANT);
    }

    @Test
    void wrong_accusations_are_told() {
        Fault caught = new Fault("odd", List.of("stop-flow.unknown-refused"), RightEndpoint::new);
        KillMatrix matrix = new KillMatrix(
                RULES,
                List.of(new FaultOutcome(
                        caught,
                        List.of("stop-flow.unknown-refused"),
                        List.of("stop-flow.unknown-refused", "wire.order"),
                        List.of())),
                List.of(new DifferenceOutcome(NOTHING, List.of("wire.order"), List.of())));

        assertThat(printed(matrix))
                .contains(
                        "      ACCUSED of more by wire.order",
                        "      ACCUSED by wire.order",
                        "2 endpoints judged in 3 s; 1 with one fault accused of more.",
                        "1 of 1 fault caught, 1 of 1 difference accused, 1 of 1 rule proved");
        assertThat(matrix.exitCode()).isEqualTo(ExitCode.NOT_CONFORMANT);
    }

    @Test
    void a_failure_of_the_suite_itself_is_told_and_goes_first() {
        KillMatrix matrix = new KillMatrix(
                RULES, List.of(), List.of(new DifferenceOutcome(NOTHING, List.of(), List.of("wire.order"))));

        assertThat(printed(matrix)).contains("      THE SUITE FAILED over wire.order");
        assertThat(matrix.exitCode()).isEqualTo(ExitCode.SUITE_FAILED);
    }

    private List<String> printed(KillMatrix matrix) {
        matrix.print(new PrintWriter(out), Duration.ofSeconds(3));
        return out.toString().lines().toList();
    }
}
