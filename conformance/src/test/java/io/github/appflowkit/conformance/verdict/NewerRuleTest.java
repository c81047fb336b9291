package io.github.appflowkit.conformance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.conformance.proof.NamedFault;
import io.github.appflowkit.conformance.proof.RightEndpoint;
import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.rule.Contract;
import io.github.appflowkit.conformance.rule.Rule;
import io.github.appflowkit.conformance.setup.ControlSetup;
import io.github.appflowkit.conformance.steps.Stop;
import io.github.appflowkit.conformance.target.HttpSender;
import io.github.appflowkit.conformance.target.Target;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A rule that came with a later rule set than a run is held to. */
class NewerRuleTest {
    @Test
    void it_only_warns_until_the_run_moves_to_its_rule_set() {
        RunResult older = run("1.0");
        assertThat(older.rules()).extracting(RuleResult::verdict).containsExactly(Verdict.WARNED);
        assertThat(ExitCode.of(older)).isZero();

        RunResult newer = run("1.1");
        assertThat(newer.rules()).extracting(RuleResult::verdict).containsExactly(Verdict.FAILED);
        assertThat(ExitCode.of(newer)).isEqualTo(1);
    }

    /** A strict run by a rule of version 1.1, which the endpoint breaks. */
    private static RunResult run(String ruleSet) {
        Contract contract = Contract.load();
        try (RightEndpoint endpoint = broken();
                HttpSender sender = new HttpSender(target(endpoint.url()), Optional.empty());
                HttpSender control =
                        new HttpSender(target(URI.create(endpoint.url() + "/_control")), Optional.empty())) {
            return new Suite(
                            contract,
                            List.of(rule()),
                            List.copyOf(contract.operations().values()),
                            sender,
                            new ControlSetup(control),
                            new Settings("control", 1, 1, false, true, ruleSet),
                            new Stop())
                    .run(scenario -> {});
        }
    }

    private static Rule rule() {
        Rule rule = Catalogue.load().rule("stop-flow.on-demand-refused").orElseThrow();
        return new Rule(
                rule.id(),
                rule.sentence(),
                rule.level(),
                rule.evidence(),
                "1.1",
                rule.source(),
                rule.likelyCauses(),
                rule.covers(),
                rule.feature(),
                rule.everyAnswer(),
                rule.tags(),
                rule.scenarios());
    }

    private static RightEndpoint broken() {
        return NamedFault.of("a flow on demand is stopped").endpoint().get();
    }

    private static Target target(URI url) {
        return new Target(url, "us-east-1", Duration.ofSeconds(5));
    }
}
