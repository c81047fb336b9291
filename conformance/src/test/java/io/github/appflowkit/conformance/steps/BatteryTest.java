package io.github.appflowkit.conformance.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.appflowkit.conformance.proof.RightEndpoint;
import io.github.appflowkit.conformance.rule.Contract;
import io.github.appflowkit.conformance.setup.Access;
import io.github.appflowkit.conformance.setup.ControlClient;
import io.github.appflowkit.conformance.setup.ControlSetup;
import io.github.appflowkit.conformance.setup.Flow;
import io.github.appflowkit.conformance.setup.Ledger;
import io.github.appflowkit.conformance.setup.Setup;
import io.github.appflowkit.conformance.target.HttpSender;
import io.github.appflowkit.conformance.target.Target;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BatteryTest {
    private static final Contract CONTRACT = Contract.load();

    private final Ledger ledger = Ledger.inMemory();
    private final Stop stop = new Stop();

    @Test
    void what_was_made_is_removed_though_the_suite_itself_fails() {
        try (RightEndpoint endpoint = new RightEndpoint();
                HttpSender sender = sender(endpoint.url());
                HttpSender control = sender(URI.create(endpoint.url() + "/_control"))) {
            Setup setup = failingAtFlows(new ControlSetup(new ControlClient(control), endpoint.url(), ledger));
            Battery battery = new Battery(new Run(
                    CONTRACT,
                    Access.live(sender, setup),
                    42,
                    List.of(CONTRACT.operation("DeleteConnectorProfile")),
                    new Recording(),
                    stop,
                    Patience.endless(stop)));

            assertThatThrownBy(battery::sendOnce).hasMessage("a fault of the suite");
        }
        assertThat(ledger.noted()).isEqualTo(1);
        assertThat(ledger.leftovers()).isZero();
    }

    private static Setup failingAtFlows(Setup setup) {
        return (Setup) Proxy.newProxyInstance(
                Setup.class.getClassLoader(), new Class<?>[] {Setup.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("put") && arguments[0] instanceof Flow) {
                        throw new IllegalStateException("a fault of the suite");
                    }
                    try {
                        return method.invoke(setup, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static HttpSender sender(URI url) {
        return new HttpSender(new Target(url, "us-east-1", Duration.ofSeconds(5)), Optional.empty());
    }
}
