package io.github.appflowkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.conformance.proof.NamedFault;
import io.github.appflowkit.conformance.proof.RightEndpoint;
import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.rule.Contract;
import io.github.appflowkit.conformance.setup.ControlSetup;
import io.github.appflowkit.conformance.setup.NoSetup;
import io.github.appflowkit.conformance.setup.Setup;
import io.github.appflowkit.conformance.steps.Stop;
import io.github.appflowkit.conformance.target.Exchange;
import io.github.appflowkit.conformance.target.HttpSender;
import io.github.appflowkit.conformance.target.Sender;
import io.github.appflowkit.conformance.target.Signer;
import io.github.appflowkit.conformance.target.Target;
import io.github.appflowkit.conformance.verdict.RuleResult;
import io.github.appflowkit.conformance.verdict.ScenarioResult;
import io.github.appflowkit.conformance.verdict.Settings;
import io.github.appflowkit.conformance.verdict.Suite;
import io.github.appflowkit.conformance.verdict.Verdict;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run of a single rule tells. */
class SuiteTest {
    private static final Contract CONTRACT = Contract.load();
    private static final Optional<Signer> SIGNER = Optional.of(new Signer(Signer.credentials(Map.of())));

    @ParameterizedTest
    @CsvSource({
        "what is not found has no message",
        "an invalid request has an array of messages",
        "a conflict has no message",
        "an internal error has no body"
    })
    void a_rule_about_every_answer_sees_every_kind_when_it_runs_alone(String fault) {
        assertThat(run("wire.error-body", fault(fault), ControlSetup::new).verdict())
                .isEqualTo(Verdict.FAILED);
    }

    @Test
    void a_rule_about_every_answer_is_judged_by_the_kinds_that_need_no_resource_where_none_can_be_made() {
        assertThat(run("wire.error-body", new RightEndpoint(), sender -> new NoSetup())
                        .verdict())
                .isEqualTo(Verdict.PASSED);
    }

    @Test
    void a_scenario_tells_the_state_and_what_led_to_the_violation() {
        RuleResult result = run("delete-profile.forced", fault("forcing makes no difference"), ControlSetup::new);

        ScenarioResult broken = result.violations().get(0);
        assertThat(broken.given())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).matches("the profile sales-profile-\\w+ exists"))
                .anySatisfy(line -> assertThat(line)
                        .matches("the flow nightly-flow-\\w+ runs on a schedule, is Active and reads from the profile"
                                + " sales-profile-\\w+"));
        assertThat(broken.before())
                .extracting(Exchange::line)
                .singleElement()
                .asString()
                .startsWith("POST /delete-connector-profile {\"connectorProfileName\":\"sales-profile-")
                .endsWith("\"} -> 409 ConflictException");
    }

    @Test
    void the_state_tells_of_planned_errors_and_of_other_regions() {
        assertThat(run("stop-flow.throttled", new RightEndpoint(), ControlSetup::new)
                        .scenarios()
                        .get(0)
                        .given())
                .anySatisfy(line -> assertThat(line)
                        .matches("the next StopFlow of nightly-flow-\\w+ is to fail with ThrottlingException"));
        assertThat(run("stop-flow.arn-region", new RightEndpoint(), ControlSetup::new)
                        .scenarios()
                        .get(1)
                        .given())
                .singleElement()
                .asString()
                .endsWith(" runs on a schedule and is Active, in the region eu-west-1");
    }

    @Test
    void without_a_second_account_it_is_told_what_to_give() {
        RuleResult result = run("wire.account-scope", new RightEndpoint(), ControlSetup::new);

        assertThat(result.verdict()).isEqualTo(Verdict.UNTESTABLE);
        assertThat(result.reason())
                .isEqualTo("needs the credentials of a second account: give --second-credentials PROFILE");
    }

    private static RightEndpoint fault(String name) {
        return NamedFault.of(name).endpoint().get();
    }

    private static RuleResult run(String rule, RightEndpoint started, Function<Sender, Setup> setup) {
        try (RightEndpoint endpoint = started;
                Sender sender = sender(endpoint.url());
                Sender control = sender(URI.create(endpoint.url() + "/_control"))) {
            return new Suite(
                            CONTRACT,
                            Catalogue.load().matching(rule),
                            List.copyOf(CONTRACT.operations().values()),
                            sender,
                            setup.apply(control),
                            new Settings("control", 42, 2, true, false, Catalogue.RULE_SET),
                            new Stop())
                    .run(scenario -> {})
                    .rules()
                    .get(0);
        }
    }

    private static Sender sender(URI url) {
        return new HttpSender(new Target(url, "us-east-1", Duration.ofSeconds(10)), SIGNER);
    }
}
