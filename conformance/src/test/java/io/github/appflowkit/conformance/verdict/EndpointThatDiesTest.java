package io.github.appflowkit.conformance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.conformance.proof.RightEndpoint;
import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.rule.Contract;
import io.github.appflowkit.conformance.setup.ControlSetup;
import io.github.appflowkit.conformance.steps.Stop;
import io.github.appflowkit.conformance.target.Forwarder;
import io.github.appflowkit.conformance.target.HttpSender;
import io.github.appflowkit.conformance.target.Target;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run whose endpoint ceases to answer ends soon, and accuses it of no more than it was seen to do. */
class EndpointThatDiesTest {
    private static final Contract CONTRACT = Contract.load();
    private static final Duration TIMEOUT = Duration.ofMillis(500);
    private static final int SCENARIOS_BEFORE = 100;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void an_endpoint_that_hangs_is_waited_for_three_times_probed_and_left(int workers) throws IOException {
        AtomicLong death = new AtomicLong();
        RunResult result = run(workers, endpoint -> {
            endpoint.hang();
            death.set(System.nanoTime());
        });

        assertThat(result.endedEarly().orElseThrow())
                .matches(
                        "the endpoint has ceased to answer: (POST /.*|a call of the setup) and the requests before it got"
                                + " none \\((no whole answer|nothing) within .*500 ms\\), nor did a valid one after them");
        assertAccusedOfLittle(result, workers);
        // Three time limits, a probe and one cleanup; the rest is what a busy machine takes.
        assertThat(Duration.ofNanos(System.nanoTime() - death.get()))
                .isLessThan(TIMEOUT.multipliedBy(5).plusSeconds(15));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void an_endpoint_that_refuses_connections_is_probed_and_left(int workers) throws IOException {
        RunResult result = run(workers, Forwarder::close);

        assertThat(result.endedEarly().orElseThrow()).contains("(the connection was refused)");
        assertAccusedOfLittle(result, workers);
    }

    private static void assertAccusedOfLittle(RunResult result, int workers) {
        List<RuleResult> broken =
                result.rules().stream().filter(RuleResult::isBroken).toList();

        assertThat(result.with(Verdict.ERROR)).isEmpty();
        assertThat(broken).extracting(rule -> rule.rule().id()).contains("wire.whole-answer");
        // Three, and what was under way: a late answer lets the count begin again.
        assertThat(broken).hasSizeLessThanOrEqualTo(3 + 2 * workers);
        assertThat(broken)
                .allSatisfy(rule -> assertThat(rule.violations()
                                .get(0)
                                .violation()
                                .orElseThrow()
                                .actual())
                        .matches(".*(no whole answer within 500 ms|refused|closed|broke).*"));
        assertThat(result.count(Verdict.PASSED)).isPositive();
        assertThat(result.with(Verdict.UNTESTABLE)).hasSizeGreaterThan(30);
        assertThat(result.with(Verdict.UNTESTABLE))
                .extracting(RuleResult::reason)
                .anySatisfy(reason -> assertThat(reason).startsWith("the endpoint has ceased to answer"));
    }

    private static RunResult run(int workers, Consumer<Forwarder> death) throws IOException {
        AtomicInteger scenarios = new AtomicInteger();
        try (RightEndpoint endpoint = new RightEndpoint();
                Forwarder forwarder = new Forwarder(endpoint.url());
                HttpSender sender = sender(forwarder.url());
                HttpSender control = sender(URI.create(forwarder.url() + "/_control"))) {
            return new Suite(
                            CONTRACT,
                            Catalogue.load().rules(),
                            List.copyOf(CONTRACT.operations().values()),
                            sender,
                            new ControlSetup(control),
                            new Settings("control", 42, workers, false, false, Catalogue.RULE_SET),
                            new Stop())
                    .run(scenario -> {
                        if (scenarios.incrementAndGet() == SCENARIOS_BEFORE) {
                            death.accept(forwarder);
                        }
                    });
        }
    }

    private static HttpSender sender(URI url) {
        return new HttpSender(new Target(url, "us-east-1", TIMEOUT), Optional.empty());
    }
}
