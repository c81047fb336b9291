package io.github.appflowkit.conformance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.conformance.rule.Evidence;
import io.github.appflowkit.conformance.rule.Level;
import io.github.appflowkit.conformance.rule.Rule;
import io.github.appflowkit.conformance.setup.Untestable;
import io.github.appflowkit.conformance.steps.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleResultTest {
    private static final Throwable PASS = null;
    private static final Throwable BROKEN = new Violation("404", "200", null);
    private static final Throwable UNTESTABLE = new Untestable("needs a connector profile");
    private static final Throwable ERROR = new IllegalStateException("a step is UNDEFINED");

    @Test
    void a_rule_passes_when_all_its_scenarios_pass() {
        assertThat(verdict(Level.MUST, PASS, PASS)).isEqualTo(Verdict.PASSED);
    }

    @Test
    void a_broken_must_fails_and_a_broken_should_warns() {
        assertThat(verdict(Level.MUST, PASS, BROKEN)).isEqualTo(Verdict.FAILED);
        assertThat(verdict(Level.SHOULD, PASS, BROKEN)).isEqualTo(Verdict.WARNED);
    }

    @Test
    void a_missing_prerequisite_hides_no_violation() {
        assertThat(verdict(Level.MUST, UNTESTABLE, BROKEN)).isEqualTo(Verdict.FAILED);
    }

    @Test
    void a_missing_prerequisite_is_never_a_pass() {
        assertThat(verdict(Level.MUST, PASS, UNTESTABLE)).isEqualTo(Verdict.UNTESTABLE);
    }

    @Test
    void a_rule_none_of_whose_scenarios_ran_is_no_pass() {
        assertThat(verdict(Level.MUST)).isEqualTo(Verdict.UNTESTABLE);
    }

    @Test
    void a_may_rule_is_never_judged() {
        assertThat(verdict(Level.MAY, PASS)).isEqualTo(Verdict.OBSERVED);
        assertThat(verdict(Level.MAY, BROKEN)).isEqualTo(Verdict.OBSERVED);
        assertThat(verdict(Level.MAY, UNTESTABLE)).isEqualTo(Verdict.UNTESTABLE);
    }

    @Test
    void the_suites_own_failure_outweighs_everything() {
        assertThat(verdict(Level.MUST, BROKEN, ERROR)).isEqualTo(Verdict.ERROR);
        assertThat(verdict(Level.MAY, PASS, ERROR)).isEqualTo(Verdict.ERROR);
    }

    @Test
    void the_missing_prerequisite_is_named_once() {
        assertThat(result(Level.MUST, UNTESTABLE, UNTESTABLE).reason()).isEqualTo("needs a connector profile");
    }

    private static Verdict verdict(Level level, Throwable... failures) {
        return result(level, failures).verdict();
    }

    static RuleResult result(Level level, Throwable... failures) {
        return result(level, "1.0", failures);
    }

    static RuleResult result(Level level, String since, Throwable... failures) {
        Rule rule = new Rule(
                "stop-flow.one",
                "A flow is stopped",
                level,
                Evidence.DOCUMENTED,
                since,
                "the page",
                List.of(),
                List.of(),
                "StopFlow",
                false,
                Set.of(),
                List.of());
        return RuleResult.of(
                rule,
                "none",
                Stream.of(failures)
                        .map(failure -> new ScenarioResult(
                                rule.id(), "It stops", 1, failure, List.of(), List.of(), List.of(), Duration.ZERO))
                        .toList());
    }
}
