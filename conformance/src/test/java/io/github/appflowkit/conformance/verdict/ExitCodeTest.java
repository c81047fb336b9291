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
    private static final Settings STRICT = new Settings("none", 1, 1, true, true, "1.0");
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
    void a_baseline_that_is_out_of_date_outweighs_passes_and_no_failure() {
        assertThat(ExitCode.of(result(STRICT, PASSED).withStaleBaseline(List.of("known.yaml:1: delete line 1"))))
                .isEqualTo(5);
        assertThat(ExitCode.of(result(STRICT, UNTESTABLE).withStaleBaseline(List.of("known.yaml:1: delete line 1"))))
                .isEqualTo(5);
        assertThat(ExitCode.of(result(STRICT, FAILED).withStaleBaseline(List.of("known.yaml:1: delete line 1"))))
                .isEqualTo(1);
        assertThat(ExitCode.of(result(STRICT, NOT_ROUTED).withStaleBaseline(List.of("known.yaml:1: delete line 1"))))
                .isEqualTo(3);
    }

    @Test
    void a_known_failure_does_not_fail_the_run() {
        KnownFailure known = new KnownFailure("stop-flow.one", "not built yet", Optional.empty(), Optional.empty());

        assertThat(code(false, PASSED, FAILED.knownAs(known))).isZero();
        assertThat(code(true, PASSED, WARNED.knownAs(known))).isZero();
    }

    @Test
    void less_than_the_required_share_of_judged_rules_is_not_conformant() {
        assertThat(ExitCode.of(result(requiring(50), PASSED, UNTESTABLE, OBSERVED)))
                .isZero();
        assertThat(ExitCode.of(result(requiring(51), PASSED, UNTESTABLE, OBSERVED)))
                .isEqualTo(4);
    }

    @Test
    void rules_that_are_newer_than_the_rule_set_neither_fail_a_run_nor_have_to_be_judged() {
        RuleResult newer = RuleResultTest.result(Level.MUST, "1.10", new Violation("404", "200", null));
        RuleResult open = RuleResultTest.result(Level.MUST, "1.10", new Untestable("needs a flow"));
        Settings older = new Settings("none", 1, 1, true, true, "1.9", 100);

        assertThat(ExitCode.of(result(older, PASSED, newer, open))).isZero();
        assertThat(ExitCode.of(result(new Settings("none", 1, 1, true, true, "1.10"), PASSED, newer)))
                .isEqualTo(1);
    }

    @Test
    void the_suites_own_failure_comes_first() {
        assertThat(code(false, ERROR, FAILED, NOT_ROUTED)).isEqualTo(6);
    }

    private static int code(boolean strict, RuleResult... rules) {
        return ExitCode.of(result(new Settings("none", 1, 1, true, strict, "1.0"), rules));
    }

    private static Settings requiring(int percent) {
        return new Settings("none", 1, 1, true, false, "1.0", percent);
    }

    static RunResult result(Settings settings, RuleResult... rules) {
        Target target = new Target(URI.create("http://localhost"), "us-east-1", Duration.ofSeconds(1));
        return new RunResult(
                target,
                Contract.load(),
                settings,
                Instant.EPOCH,
                Duration.ZERO,
                0,
                List.of(rules),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of());
    }
}
