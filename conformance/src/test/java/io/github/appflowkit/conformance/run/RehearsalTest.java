package io.github.appflowkit.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.rule.Contract;
import io.github.appflowkit.conformance.rule.Rule;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RehearsalTest {
    private static final Contract CONTRACT = Contract.load();

    @Test
    void the_requests_of_the_selected_rules_are_counted_before_aws_is_called() throws IOException {
        Matcher told = Pattern.compile(
                        "This run goes to AWS: up to (\\d+) requests, (\\d+) to judge the operations, up to 6"
                                + " for each of (\\d+) resources, and 14 to find out what is served, .*")
                .matcher(estimate("stop-flow.scheduled-stopped"));

        assertThat(told.matches()).isTrue();
        assertThat(number(told, 1)).isEqualTo(number(told, 2) + 6 * number(told, 3) + 14);
        assertThat(number(told, 2)).isBetween(2, 5);
        assertThat(number(told, 3))
                .as("one that is made, and five that are tried")
                .isEqualTo(6);
        assertThat(estimate("stop-flow.unknown-refused")).contains("for each of 5 resources");
    }

    private static int number(Matcher told, int group) {
        return Integer.parseInt(told.group(group));
    }

    private static String estimate(String rule) throws IOException {
        List<Rule> rules = List.of(Catalogue.load().rule(rule).orElseThrow());
        return new Rehearsal(
                        CONTRACT,
                        new RunOptions.Selection(List.of(CONTRACT.operation("StopFlow")), rules),
                        new RunOptions.Pace(1, 7, 1, false, Optional.empty()))
                .estimate();
    }
}
