package io.github.appflowkit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.rule.Contract;
import io.github.appflowkit.conformance.rule.Rule;
import io.github.appflowkit.conformance.setup.Ladder;
import io.github.appflowkit.conformance.setup.RequestTemplates;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RehearsalTest {
    private static final Contract CONTRACT = Contract.load();

    @Test
    void the_requests_of_the_selected_rules_are_counted_before_aws_is_called() throws IOException {
        // One flow is made, stopped, and found again.
        assertThat(estimate("stop-flow.scheduled-stopped"))
                .isEqualTo(
                        "This run goes to AWS: up to 21 requests, 2 to the judged operations and up to 5 for each of 1"
                                + " resources, as counted just now by the same rules against the reference server.");
        assertThat(estimate("stop-flow.unknown-refused"))
                .contains("to the judged operations and up to 5 for each of 0 resources");
    }

    private static String estimate(String rule) throws IOException {
        List<Rule> rules = List.of(Catalogue.load().rule(rule).orElseThrow());
        return new Rehearsal(new RunOptions(
                        CONTRACT,
                        new EndpointOptions.Reach(
                                Optional.empty(),
                                "us-east-1",
                                Optional.empty(),
                                Optional.empty(),
                                Duration.ofSeconds(5)),
                        new SetupOptions.Choice(
                                Ladder.Rung.AUTO, null, Optional.empty(), RequestTemplates.load(Optional.empty())),
                        new SelectionOptions.Selection(List.of(CONTRACT.operation("StopFlow")), rules),
                        new VerdictOptions.Standard(false, Catalogue.RULE_SET),
                        new PaceOptions.Pace(1, 7),
                        Path.of("unused"),
                        Optional.empty()))
                .estimate();
    }
}
