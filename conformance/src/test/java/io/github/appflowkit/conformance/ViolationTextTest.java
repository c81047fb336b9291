package io.github.appflowkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.conformance.proof.Fault;
import io.github.appflowkit.conformance.proof.NamedFault;
import io.github.appflowkit.conformance.proving.Proof;
import io.github.appflowkit.conformance.report.Reports;
import io.github.appflowkit.conformance.report.RuleEntry;
import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.rule.Rule;
import io.github.appflowkit.conformance.verdict.RunResult;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a broken rule is told with: what would be right, the part of the answer that was judged, a likely cause. */
class ViolationTextTest {
    private static final List<Rule> RULES = Catalogue.load().rules();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            wire.error-body            | the message of an error is called error         | in its member message          | the body {"error":"Connector profile
            wire.error-body            | an error has no body                            | a JSON object as the body      | no body, in an answer with status 404
            wire.error-body            | an error ends in a comma                        | a JSON object as the body      | that is no JSON: Unexpected character ('}' (code 125)): was expecting double-quote to start field name, at character
            wire.error-message-case    | the message of an error has a capital           | in lower case                  | the body {"Message":
            wire.json-declared         | an error is plain text                          | Content-Type: application/json | Content-Type: text/plain, in
            wire.json-exact            | answers do not declare what they are            | Content-Type: application/json | no Content-Type
            wire.error-type            | what is not found is a NotFoundException        | error name of its status       | X-Amzn-Errortype: NotFoundException, in an answer with status 404; documented for 404: ResourceNotFoundException
            wire.error-type            | the type of an error is a number                | __type or code                 | "code": 404 in the body
            wire.error-type            | the type of an error is empty                   | __type or code                 | an empty X-Amzn-Errortype
            wire.error-type            | the type of an error is a member called type    | __type or code                 | neither X-Amzn-Errortype nor __type nor code, with the body {"message"
            wire.error-type-header     | the type of an error has a namespace            | without a namespace before     | X-Amzn-Errortype: com.amazonaws.appflow#ResourceNotFoundException
            wire.error-type-header     | the type of an error is in the body only        | in X-Amzn-Errortype            | "__type": "ResourceNotFoundException" in the body
            wire.no-null-members       | the message of an error is null                 | left out of the body           | "message": null in the body
            wire.request-id            | answers have no id                              | a UUID in x-amzn-RequestId     | no x-amzn-RequestId
            wire.no-internals          | an error is an HTML page                        | no HTML                        | <html>
            wire.member-case           | members in another case are read                | as a request without its name  | 404 ResourceNotFoundException
            wire.accept                | whatever may be accepted is refused             | as a valid request             | 406 NotAcceptableException
            delete-profile.conflict-names | a conflict tells no flow                     | a message that names myTestFlow1 | the message: Conflict executing request
            delete-profile.sample-request | forcing answers 200 and keeps a profile in use | for the first deletion was done with 200 | 409 ConflictException
            stop-flow.answer-members   | the status of a stopped flow is not told        | fits the schema of StopFlow    | required property 'flowStatus' not found, in the body {"flowArn"
            stop-flow.arn-pattern      | the ARN is too long                             | at most                        | characters: arn:aws
            stop-flow.scheduled-stopped | a stop is told and not done                    | to be Suspended afterwards     | a flow that is Active when it is read back
            stop-flow.name-length      | names of one character more than the longest are valid | 400 ValidationException, in each of 2 answers | 1 more is wrong
            """)
    void a_broken_rule_shows_what_was_judged(String ruleId, String faultName, String expected, String actual) {
        assertThat(judge(ruleId, faultName).violations()).anySatisfy(violation -> {
            assertThat(violation.expected()).contains(expected);
            assertThat(violation.actual()).contains(actual);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            stop-flow.on-demand-refused | a flow on demand is stopped                      | the flow's trigger is not looked at
            stop-flow.again             | a stop deletes the flow                          | stopping deletes the flow
            stop-flow.name-shortest     | any name is valid                                | was read as
            stop-flow.name-shortest     | a flow's shortest name is too short              | more characters than documented
            stop-flow.status-suspended  | a stop makes the flow a draft                    | such as Draft
            wire.serialization-type     | a name may be a number                           | one error name is used
            wire.error-body             | an error has no message                          | the body is empty
            delete-profile.throttled    | a delete that fails is done all the same         | deleted before the planned error
            stop-flow.conflict          | a stop that fails is done all the same           | stopped before the planned error
            stop-flow.throttled         | a stop that fails is done all the same           | stopped before the planned error
            wire.whole-answer           | a stop promises a longer body than it sends      | Content-Length is greater
            """)
    void a_rules_cause_follows_from_what_was_seen(String ruleId, String fault, String cause) {
        assertThat(judge(ruleId, fault).likelyCause()).contains(cause);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            stop-flow.on-demand-refused    | a flow on demand is an internal error         | makes the endpoint fail inside
            stop-flow.unknown-refused      | the type of what is not found is missing      | the error's name is left out
            wire.unknown-path-error        | an unknown path is moved elsewhere            | redirects
            wire.other-route-no-effect     | another method answers 501                    | not implemented
            """)
    void some_answers_tell_their_cause_whatever_the_rule(String ruleId, String fault, String cause) {
        assertThat(judge(ruleId, fault).likelyCause()).contains(cause);
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
        assertThat(judge(ruleId, fault).likelyCause()).isNull();
    }

    private static RuleEntry judge(String ruleId, String faultName) {
        Fault fault = NamedFault.of(faultName);
        List<Rule> rule =
                RULES.stream().filter(each -> each.id().equals(ruleId)).toList();
        RunResult result = new Proof(RULES).judge(fault.endpoint().get(), rule);
        RuleEntry entry = new Reports("1", List.of()).of(result).rules().get(0);
        assertThat(entry.violations()).as("how %s breaks the rule", faultName).isNotEmpty();
        return entry;
    }
}
