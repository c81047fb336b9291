package io.github.appflowkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.appflowkit.conformance.proof.Fault;
import io.github.appflowkit.conformance.proof.Faults;
import io.github.appflowkit.conformance.proof.PermittedDifference;
import io.github.appflowkit.conformance.proof.PermittedDifferences;
import io.github.appflowkit.conformance.proof.RightEndpoint;
import io.github.appflowkit.conformance.proving.FaultOutcome;
import io.github.appflowkit.conformance.proving.Proof;
import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.rule.Level;
import io.github.appflowkit.conformance.rule.Rule;
import io.github.appflowkit.conformance.verdict.RunResult;
import io.github.appflowkit.conformance.verdict.Verdict;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The suite tells wrong from right: every fault is noticed by the rules that name it, no rule blames an endpoint for
 * what it does right. The whole suite judges endpoints that differ in several ways that are permitted, and every thirtieth
 * fault; the other faults are judged by the rules that have to notice them. With {@code -Dproof.step=3} the whole suite
 * judges every third fault, with 1 them all, and each permitted difference by itself.
 */
class ProofTest {
    private static final List<Rule> RULES = Catalogue.load().rules();
    private static final int QUICK = 30;
    private static final int STEP = Integer.getInteger("proof.step", QUICK);

    private final Proof proof = new Proof(RULES);

    @TestFactory
    Stream<DynamicTest> a_fault_is_noticed_by_the_rules_that_it_breaks() {
        return STEP == 1
                ? Stream.empty()
                : proof.byItsOwnRules(Faults.all(), () -> {}).stream()
                        .map(outcome -> dynamicTest(outcome.fault().name(), () -> {
                            assertThat(outcome.errors()).isEmpty();
                            assertThat(outcome.missedBy())
                                    .as(
                                            "%s: rules that miss it",
                                            outcome.fault().name())
                                    .isEmpty();
                        }));
    }

    @TestFactory
    Stream<DynamicTest> a_fault_is_noticed_by_the_rules_that_it_breaks_and_by_no_others() {
        List<Fault> faults = Faults.all();
        List<Fault> selected = IntStream.iterate(0, i -> i < faults.size(), i -> i + STEP)
                .mapToObj(faults::get)
                .toList();
        return proof.byEveryRule(selected, () -> {}).stream().map(ProofTest::exact);
    }

    @TestFactory
    Stream<DynamicTest> a_permitted_difference_is_not_blamed() {
        List<PermittedDifference> differences =
                STEP < QUICK ? PermittedDifferences.all() : PermittedDifferences.together();
        return proof.differences(differences, () -> {}).stream()
                .map(outcome -> dynamicTest(outcome.difference().name(), () -> {
                    assertThat(outcome.errors()).isEmpty();
                    assertThat(outcome.accusedBy())
                            .as(outcome.difference().name())
                            .isEmpty();
                }));
    }

    @Test
    void the_right_endpoint_follows_every_rule() {
        RunResult result = proof.judge(new RightEndpoint(), RULES);

        assertThat(result.rules())
                .allSatisfy(rule -> assertThat(rule.verdict())
                        .as(rule.rule().id())
                        .isEqualTo(rule.rule().level() == Level.MAY ? Verdict.OBSERVED : Verdict.PASSED));
    }

    @Test
    void every_rule_that_judges_has_a_fault() {
        List<String> unproved = RULES.stream()
                .filter(rule -> rule.level() != Level.MAY)
                .map(Rule::id)
                .filter(id -> Faults.of(id).isEmpty())
                .toList();

        assertThat(unproved).isEmpty();
    }

    private static DynamicTest exact(FaultOutcome outcome) {
        return dynamicTest(outcome.fault().name(), () -> {
            assertThat(outcome.errors()).isEmpty();
            assertThat(outcome.missedBy())
                    .as("%s: rules that miss it", outcome.fault().name())
                    .isEmpty();
            assertThat(outcome.accusedWronglyBy())
                    .as("%s: rules that blame it wrongly", outcome.fault().name())
                    .isEmpty();
        });
    }
}
