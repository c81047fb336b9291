package io.github.appflowkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.appflowkit.conformance.proof.Faults;
import io.github.appflowkit.conformance.proof.RightEndpoint;
import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.rule.Contract;
import io.github.appflowkit.conformance.rule.Level;
import io.github.appflowkit.conformance.rule.Need;
import io.github.appflowkit.conformance.rule.Rule;
import io.github.appflowkit.conformance.setup.ControlClient;
import io.github.appflowkit.conformance.setup.Ladder;
import io.github.appflowkit.conformance.setup.Ledger;
import io.github.appflowkit.conformance.setup.RequestTemplates;
import io.github.appflowkit.conformance.steps.Stop;
import io.github.appflowkit.conformance.target.HttpSender;
import io.github.appflowkit.conformance.target.Sender;
import io.github.appflowkit.conformance.target.Signer;
import io.github.appflowkit.conformance.target.Target;
import io.github.appflowkit.conformance.verdict.RuleResult;
import io.github.appflowkit.conformance.verdict.RunResult;
import io.github.appflowkit.conformance.verdict.Settings;
import io.github.appflowkit.conformance.verdict.Suite;
import io.github.appflowkit.conformance.verdict.Verdict;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Rules that need resources also tell wrong from right where the endpoint's own operations make these. */
class ApiProofTest {
    private static final Contract CONTRACT = Contract.load();
    private static final List<Rule> RULES = Catalogue.load().rules();
    private static final Set<Need> NOT_MADE = Set.of(Need.PLANNED_ERROR, Need.FLOW_STATUS, Need.SECOND_ACCOUNT);

    private final Ledger ledger = Ledger.inMemory();

    @Test
    void an_endpoint_that_makes_its_own_resources_follows_every_rule_that_they_allow_to_judge() {
        RunResult result = run(RightEndpoint.withSiblings(), RULES);

        assertThat(result.rules())
                .allSatisfy(rule -> assertThat(rule.verdict())
                        .as(rule.rule().id() + " " + rule.reason())
                        .isEqualTo(expected(rule.rule())));
        assertThat(result.leftBehind()).isEmpty();
        assertThat(ledger.leftovers()).isZero();
        assertThat(result.rules())
                .filteredOn(rule -> !rule.rule().everyAnswer())
                .allSatisfy(rule ->
                        assertThat(rule.setup()).isEqualTo(needs(rule.rule()).isEmpty() ? "none" : "api"));
    }

    @TestFactory
    Stream<DynamicTest> a_fault_is_noticed_by_the_rule_that_names_it() {
        return RULES.stream()
                .filter(rule -> rule.level() != Level.MAY && !needs(rule).isEmpty())
                .filter(rule -> needs(rule).stream().noneMatch(NOT_MADE::contains))
                .map(rule -> dynamicTest(rule.id(), () -> {
                    RuleResult judged = Faults.all().stream()
                            .filter(fault -> fault.rules().contains(rule.id()))
                            .map(fault -> run(fault.endpoint().get(), List.of(rule)))
                            .map(result -> result.rules().get(0))
                            .filter(result -> !makesNothing(result))
                            .findFirst()
                            .orElseThrow();

                    assertThat(judged.isBroken())
                            .as(judged.verdict() + " " + judged.reason())
                            .isTrue();
                }));
    }

    /**
     * An endpoint that takes every path for an operation of its own can make no resource by the others, and one that has a
     * name once for all regions cannot make it in a second one: another mistake has to be noticed then.
     */
    private static boolean makesNothing(RuleResult result) {
        return result.verdict() == Verdict.UNTESTABLE;
    }

    private static Verdict expected(Rule rule) {
        if (needs(rule).stream().anyMatch(NOT_MADE::contains)) {
            return Verdict.UNTESTABLE;
        }
        return rule.level() == Level.MAY ? Verdict.OBSERVED : Verdict.PASSED;
    }

    private static List<Need> needs(Rule rule) {
        return rule.scenarios().stream()
                .flatMap(scenario -> scenario.needs().stream())
                .toList();
    }

    private RunResult run(RightEndpoint started, List<Rule> rules) {
        Optional<Signer> signer = Optional.of(new Signer(Signer.credentials(Map.of())));
        try (RightEndpoint endpoint = started;
                Sender sender = new HttpSender(target(endpoint.url()), signer);
                Sender control = new HttpSender(target(URI.create(endpoint.url() + "/_control")), signer);
                Ladder.Choice choice = new Ladder(
                                sender,
                                new ControlClient(control),
                                signer,
                                RequestTemplates.load(Optional.empty()),
                                Optional.empty(),
                                Set.of(),
                                ledger)
                        .choose(Ladder.Rung.API, "try-1")) {
            return new Suite(
                            CONTRACT,
                            rules,
                            List.copyOf(CONTRACT.operations().values()),
                            choice.access(),
                            new Settings("api", 42, 2, true, false, Catalogue.RULE_SET),
                            new Stop())
                    .run(scenario -> {});
        }
    }

    private static Target target(URI url) {
        return new Target(url, "us-east-1", Duration.ofSeconds(5));
    }
}
