package io.github.appflowkit.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.conformance.proof.Fault;
import io.github.appflowkit.conformance.proof.Faults;
import io.github.appflowkit.conformance.proving.Proof;
import io.github.appflowkit.conformance.rule.Rule;
import io.github.appflowkit.conformance.verdict.RunResult;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CausesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            stop-flow.on-demand-refused | a flow on demand is stopped                      | the flow's trigger is not looked at
            stop-flow.again             | a stop deletes the flow                          | stopping deletes the flow
            stop-flow.name-shortest     | any name is valid                                | was read as
            stop-flow.name-shortest     | a flow's name has three characters               | more than two characters
            stop-flow.status-suspended  | a stop makes the flow a draft                    | such as Draft
            wire.serialization-type     | a name may be a number                           | one error name is used
            wire.error-body             | an error has no message                          | the body is empty
            wire.whole-answer           | a stop promises a longer body than it sends      | Content-Length is greater
            """)
    void a_rules_cause_follows_from_what_was_seen(String ruleId, String fault, String cause) {
        assertThat(cause(ruleId, fault)).contains(cause);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            stop-flow.on-demand-refused    | a flow on demand is an internal error         | makes the endpoint fail inside
            stop-flow.unknown-refused      | the type of what is not found is missing      | the error's name is left out
            wire.unknown-path-error        | an unknown path is moved elsewhere            | redirects
            wire.other-route-no-effect     | another method answers 501                    | not implemented
            """)
    void some_answers_tell_their_cause_whatever_the_rule(String ruleId, String fault, String cause) {
        assertThat(cause(ruleId, fault)).contains(cause);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            stop-flow.on-demand-refused    | a flow on demand is a conflict
            stop-flow.unknown-refused      | what is not found is a NotFoundException
            stop-flow.scheduled-stopped    | a stop answers 204
            delete-profile.in-use-kept     | a profile in use is a validation error
            stop-flow.on-demand-refused    | the connection is reset on a flow that runs on demand
            """)
    void no_cause_is_told_that_does_not_follow(String ruleId, String fault) {
        assertThat(cause(ruleId, fault)).isNull();
    }

    private static String cause(String ruleId, String faultName) {
        Fault fault = Faults.all().stream()
                .filter(each -> each.name().equals(faultName))
                .findFirst()
                .orElseThrow();
        List<Rule> rule = List.of(SampleReports.rule(ruleId));
        RunResult result = new Proof(SampleReports.RULES).judge(fault.endpoint().get(), rule);
        RuleEntry entry = SampleReports.report(result).rules().get(0);
        assertThat(entry.violations()).as("how %s breaks the rule", faultName).isNotEmpty();
        return entry.likelyCause();
    }
}
