package io.github.appflowkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.appflowkit.conformance.proof.Fault;
import io.github.appflowkit.conformance.proof.Faults;
import io.github.appflowkit.conformance.proof.PermittedDifferences;
import io.github.appflowkit.conformance.proof.RightEndpoint;
import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.rule.Contract;
import io.github.appflowkit.conformance.rule.Level;
import io.github.appflowkit.conformance.rule.Rule;
import io.github.appflowkit.conformance.setup.ControlSetup;
import io.github.appflowkit.conformance.steps.Stop;
import io.github.appflowkit.conformance.target.HttpSender;
import io.github.appflowkit.conformance.target.Sender;
import io.github.appflowkit.conformance.target.Signer;
import io.github.appflowkit.conformance.target.Target;
import io.github.appflowkit.conformance.verdict.RunResult;
import io.github.appflowkit.conformance.verdict.Settings;
import io.github.appflowkit.conformance.verdict.Suite;
import io.github.appflowkit.conformance.verdict.Verdict;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The suite tells wrong from right: every rule notices an endpoint with its fault, no rule blames an endpoint for what
 * it does right. A build runs one fault a rule and every permitted difference; {@code -Dproof=all} runs all faults.
 */
class ProofTest {
    private static final Contract CONTRACT = Contract.load();
    private static final List<Rule> RULES = Catalogue.load().rules();
    private static final boolean ALL = "all".equals(System.getProperty("proof"));

    @TestFactory
    Stream<DynamicTest> a_fault_is_noticed_by_the_rules_that_it_breaks_and_by_no_others() {
        return selected().stream()
                .map(fault -> dynamicTest(fault.name(), () -> {
                    RunResult result = run(fault.endpoint().get());
                    Set<String> broken = broken(result);

                    assertThat(result.with(Verdict.ERROR)).isEmpty();
                    assertThat(fault.missedBy(broken))
                            .as("%s: rules that miss it", fault.name())
                            .isEmpty();
                    assertThat(fault.accusedWronglyBy(broken))
                            .as("%s: rules that blame it wrongly", fault.name())
                            .isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_permitted_difference_is_not_blamed() {
        return PermittedDifferences.all().stream()
                .map(difference -> dynamicTest(difference.name(), () -> {
                    RunResult result = run(difference.endpoint().get());

                    assertThat(result.with(Verdict.ERROR)).isEmpty();
                    assertThat(difference.accusedBy(ids(result, Verdict.FAILED), ids(result, Verdict.WARNED)))
                            .as(difference.name())
                            .isEmpty();
                }));
    }

    @Test
    void the_right_endpoint_follows_every_rule() {
        RunResult result = run(new RightEndpoint());

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
                .filter(id -> faultsOf(id).findAny().isEmpty())
                .toList();

        assertThat(unproved).isEmpty();
    }

    /** All faults, or for each rule the first that breaks it. */
    private static Set<Fault> selected() {
        if (ALL) {
            return new LinkedHashSet<>(Faults.all());
        }
        return RULES.stream()
                .flatMap(rule -> faultsOf(rule.id()).findFirst().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<Fault> faultsOf(String ruleId) {
        return Faults.all().stream().filter(fault -> fault.rules().contains(ruleId));
    }

    private static RunResult run(RightEndpoint started) {
        Optional<Signer> signer = Optional.of(new Signer(Signer.credentials(Map.of())));
        try (RightEndpoint endpoint = started;
                Sender sender = new HttpSender(target(endpoint.url()), signer);
                Sender control = new HttpSender(target(URI.create(endpoint.url() + "/_control")), signer)) {
            return new Suite(
                            CONTRACT,
                            RULES,
                            List.copyOf(CONTRACT.operations().values()),
                            sender,
                            new ControlSetup(control),
                            new Settings("control", 42, 2, true, false, Catalogue.RULE_SET),
                            new Stop())
                    .run(scenario -> {});
        }
    }

    private static Target target(URI url) {
        return new Target(url, "us-east-1", Duration.ofSeconds(2));
    }

    private static Set<String> broken(RunResult result) {
        return Stream.of(Verdict.FAILED, Verdict.WARNED)
                .flatMap(verdict -> ids(result, verdict).stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> ids(RunResult result, Verdict verdict) {
        return result.with(verdict).stream().map(rule -> rule.rule().id()).collect(Collectors.toSet());
    }
}
