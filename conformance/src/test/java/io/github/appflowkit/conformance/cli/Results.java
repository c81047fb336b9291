package io.github.appflowkit.conformance.cli;

import io.github.appflowkit.conformance.proof.NamedFault;
import io.github.appflowkit.conformance.proof.RightEndpoint;
import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.rule.Contract;
import io.github.appflowkit.conformance.steps.Violation;
import io.github.appflowkit.conformance.target.Target;
import io.github.appflowkit.conformance.verdict.RuleResult;
import io.github.appflowkit.conformance.verdict.RunResult;
import io.github.appflowkit.conformance.verdict.ScenarioResult;
import io.github.appflowkit.conformance.verdict.Settings;
import io.github.appflowkit.conformance.verdict.Verdict;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs that came to given verdicts, and an endpoint that comes to one. */
final class Results {
    private Results() {}

    /** An endpoint that stops flows that run on demand. */
    static RightEndpoint brokenEndpoint() {
        return NamedFault.of("a flow on demand is a validation error")
                .endpoint()
                .get();
    }

    /** A run that came to these verdicts, each after its rule. */
    static RunResult of(boolean strict, Object... verdicts) {
        Catalogue catalogue = Catalogue.load();
        List<RuleResult> rules = new ArrayList<>();
        for (int i = 0; i < verdicts.length; i += 2) {
            rules.add(new RuleResult(
                    catalogue.rule((String) verdicts[i]).orElseThrow(),
                    (Verdict) verdicts[i + 1],
                    "none",
                    "",
                    List.of(broken((String) verdicts[i])),
                    Optional.empty(),
                    List.of()));
        }
        return new RunResult(
                new Target(URI.create("http://localhost"), "us-east-1", Duration.ofSeconds(1)),
                Contract.load(),
                new Settings("none", 1, 1, true, strict, "1.0"),
                Instant.EPOCH,
                Duration.ZERO,
                0,
                rules,
                List.of(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    private static ScenarioResult broken(String rule) {
        Violation violation = new Violation("404", "200", null);
        return new ScenarioResult(rule, "", 1, violation, List.of(), List.of(), List.of(), Duration.ZERO);
    }
}
