package io.github.appflowkit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.rule.Contract;
import io.github.appflowkit.conformance.rule.Rule;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RehearsalTest {
    private static final Contract CONTRACT = Contract.load();

    @Test
    void the_requests_of_the_selected_rules_are_counted_before_aws_is_called() throws IOException {
        // One flow is made, stopped, and found again.
        assertThat(estimate("stop-flow.scheduled-stopped"))
                .isEqualTo("This run goes to AWS: up to 52 requests, 2 to judge the operations, up to 6 for each of 6"
                        + " resources, and 14 to find out what is served, as the same rules took just now against the"
                        + " reference server.");
        assertThat(estimate("stop-flow.unknown-refused")).contains("2 to judge", "for each of 5 resources");
    }

    private static String estimate(String rule) throws IOException {
        List<Rule> rules = List.of(Catalogue.load().rule(rule).orElseThrow());
        return new Rehearsal(
                        CONTRACT,
                        new SelectionOptions.Selection(List.of(CONTRACT.operation("StopFlow")), rules),
                        new PaceOptions.Pace(1, 7))
                .estimate();
    }
}
