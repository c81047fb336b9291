package io.github.appflowkit.conformance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.conformance.rule.Level;
import io.github.appflowkit.conformance.setup.Untestable;
import io.github.appflowkit.conformance.steps.Violation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RepetitionTest {
    private static final Settings SETTINGS = new Settings("none", 1, 1, true, false, "1.0");
    private static final RuleResult PASSED = RuleResultTest.result(Level.MUST, (Throwable) null);
    private static final RuleResult FAILED = RuleResultTest.result(Level.MUST, new Violation("404", "200", null));
    private static final RuleResult UNTESTABLE = RuleResultTest.result(Level.MUST, new Untestable("needs a flow"));

    @Test
    void a_rule_whose_verdict_stays_is_not_flaky() {
        assertThat(repeated(PASSED, PASSED, PASSED)).isEqualTo(PASSED);
        assertThat(repeated(FAILED, FAILED)).isEqualTo(FAILED);
    }

    @Test
    void the_worst_verdict_of_a_flaky_rule_counts_and_all_are_told() {
        RuleResult flaky = repeated(PASSED, FAILED, PASSED);

        assertThat(flaky.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(flaky.violations()).hasSize(1);
        assertThat(flaky.flaky()).containsExactly(Verdict.PASSED, Verdict.FAILED, Verdict.PASSED);
    }

    @Test
    void a_rule_that_could_not_always_be_judged_has_not_passed() {
        assertThat(repeated(PASSED, UNTESTABLE).verdict()).isEqualTo(Verdict.UNTESTABLE);
        assertThat(repeated(PASSED, UNTESTABLE).flaky()).containsExactly(Verdict.PASSED, Verdict.UNTESTABLE);
    }

    @Test
    void a_run_that_was_cut_makes_no_rule_flaky() {
        RunResult whole = ExitCodeTest.result(SETTINGS, PASSED, PASSED);
        RunResult cut = cut(ExitCodeTest.result(SETTINGS, UNTESTABLE, FAILED));
        RunResult result = Repetition.of(List.of(whole, cut));

        assertThat(result.rules().get(0)).isEqualTo(PASSED);
        assertThat(result.rules().get(1).flaky()).containsExactly(Verdict.PASSED, Verdict.FAILED);
        assertThat(result.endedEarly()).hasValue("the time is over");
    }

    private static RuleResult repeated(RuleResult... results) {
        return Repetition.of(Stream.of(results)
                        .map(result -> ExitCodeTest.result(SETTINGS, result))
                        .toList())
                .rules()
                .get(0);
    }

    private static RunResult cut(RunResult run) {
        return new RunResult(
                run.target(),
                run.contract(),
                run.settings(),
                run.started(),
                run.duration(),
                run.exchanges(),
                run.rules(),
                run.leftBehind(),
                run.remarks(),
                Optional.of("the time is over"),
                run.staleBaseline());
    }
}
