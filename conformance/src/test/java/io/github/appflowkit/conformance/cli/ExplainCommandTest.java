package io.github.appflowkit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainCommandTest {
    @Test
    void a_rule_is_explained_with_the_faults_that_prove_it() {
        assertThat(explained("stop-flow.on-demand-refused"))
                .contains("proved by an endpoint where a flow on demand is stopped")
                .contains("'appflow-conformance prove --rule stop-flow.on-demand-refused'");
        assertThat(explained("stop-flow.again-status")).doesNotContain("proved by");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "stop-flow.on-demand-refused | sends POST /stop-flow {\"flowName\": \"<name of the manual flow>\"}",
                "stop-flow.sample-request | sends POST /stop-flow { \"flowName\": \"name\" }",
                "delete-profile.forced | sends POST /delete-connector-profile {\"connectorProfileName\": \"<name of the sales profile>\", \"forceDelete\": true}",
                "stop-flow.name-required | sends POST /stop-flow <body>"
            })
    void the_request_is_told_as_far_as_it_is_known(String rule, String sends) {
        assertThat(explained(rule)).contains(sends);
    }

    @Test
    void nothing_is_said_of_a_request_that_only_examples_know() {
        assertThat(explained("wire.path-exact")).doesNotContain("sends POST");
    }

    private static String explained(String rule) {
        StringWriter out = new StringWriter();
        Main.run(new PrintWriter(out), new PrintWriter(new StringWriter()), "explain", rule);
        assertThat(out.toString().lines()).allMatch(line -> line.length() <= 80);
        return out.toString().replaceAll("\\s+", " ");
    }
}
