package io.github.appflowkit.conformance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.conformance.rule.Contract;
import io.github.appflowkit.conformance.rule.Level;
import io.github.appflowkit.conformance.setup.Untestable;
import io.github.appflowkit.conformance.steps.Violation;
import io.github.appflowkit.conformance.target.Target;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExitCodeTest {
    private static final RuleResult PASSED = RuleResultTest.result(Level.MUST, (Throwable) null);
    private static final RuleResult FAILED = RuleResultTest.result(Level.MUST, new Violation("404", "200", null));
    private static final RuleResult WARNED = RuleResultTest.result(Level.SHOULD, new Violation("404", "200", null));
    private static final RuleResult UNTESTABLE = RuleResultTest.result(Level.MUST, new Untestable("needs a flow"));
    private static final RuleResult OBSERVED = RuleResultTest.result(Level.MAY, (Throwable) null);
    private static final RuleResult ERROR = RuleResultTest.result(Level.MUST, new IllegalStateException());
    private static final RuleResult NOT_ROUTED = RuleResult.notRouted(PASSED.rule(), "none", "not served");

    @Test
    void a_run_without_a_broken_rule_is_conformant() {
        assertThat(code(false, PASSED, UNTESTABLE, OBSERVED)).isZero();
    }

    @Test
    void a_failed_rule_is_not_conformant() {
        assertThat(code(false, PASSED, FAILED)).isEqualTo(1);
    }

    @Test
    void a_warning_counts_in_a_strict_run_alone() {
        assertThat(code(false, PASSED, WARNED)).isZero();
        assertThat(code(true, PASSED, WARNED)).isEqualTo(1);
    }

    @Test
    void an_operation_that_is_not_routed_outweighs_passes_and_no_failure() {
        assertThat(code(false, PASSED, NOT_ROUTED)).isEqualTo(3);
        assertThat(code(false, NOT_ROUTED)).isEqualTo(3);
        assertThat(code(false, FAILED, NOT_ROUTED)).isEqualTo(1);
    }

    @Test
    void a_run_without_a_judgement_is_never_conformant() {
        assertThat(code(false, UNTESTABLE, OBSERVED)).isEqualTo(4);
        assertThat(code(false)).isEqualTo(4);
    }

    @Test
    void the_suites_own_failure_comes_first() {
        assertThat(code(false, ERROR, FAILED, NOT_ROUTED)).isEqualTo(6);
    }

    private static int code(boolean strict, RuleResult... rules) {
        Target target = new Target(URI.create("http://localhost"), "us-east-1", Duration.ofSeconds(1));
        RunResult result = new RunResult(
                target,
                Contract.load(),
                new Settings("none", 1, 1, true, strict, "1.0"),
                Instant.EPOCH,
                Duration.ZERO,
                0,
                List.of(rules),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of());
        return ExitCode.of(result);
    }
}
