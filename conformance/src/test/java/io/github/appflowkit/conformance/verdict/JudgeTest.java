package io.github.appflowkit.conformance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.conformance.proof.RightEndpoint;
import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.rule.Contract;
import io.github.appflowkit.conformance.setup.Access;
import io.github.appflowkit.conformance.setup.ControlClient;
import io.github.appflowkit.conformance.setup.ControlSetup;
import io.github.appflowkit.conformance.setup.Ledger;
import io.github.appflowkit.conformance.steps.Patience;
import io.github.appflowkit.conformance.steps.Recording;
import io.github.appflowkit.conformance.steps.Run;
import io.github.appflowkit.conformance.steps.Stop;
import io.github.appflowkit.conformance.target.HttpSender;
import io.github.appflowkit.conformance.target.Target;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgeTest {
    @Test
    void who_is_interrupted_while_it_judges_ends_the_run_and_stays_interrupted() {
        Contract contract = Contract.load();
        Stop stop = new Stop();
        try (RightEndpoint endpoint = new RightEndpoint();
                HttpSender sender = sender(endpoint.url());
                HttpSender control = sender(URI.create(endpoint.url() + "/_control"))) {
            Run run = new Run(
                    contract,
                    Access.live(
                            sender, new ControlSetup(new ControlClient(control), endpoint.url(), Ledger.inMemory())),
                    42,
                    List.copyOf(contract.operations().values()),
                    new Recording(),
                    stop,
                    Patience.endless(stop));
            Thread.currentThread().interrupt();
            new Judge(run, 1, scenario -> {}).judge(Catalogue.load().rules());

            assertThat(Thread.interrupted()).isTrue();
            assertThat(stop.reason()).hasValue("the run was interrupted");
        } finally {
            // Whatever happens, the tests after this one are not interrupted.
            Thread.interrupted();
        }
    }

    private static HttpSender sender(URI url) {
        return new HttpSender(new Target(url, "us-east-1", Duration.ofSeconds(5)), Optional.empty());
    }
}
