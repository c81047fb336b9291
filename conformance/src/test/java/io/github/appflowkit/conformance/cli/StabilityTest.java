package io.github.appflowkit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.appflowkit.conformance.proof.Fault;
import io.github.appflowkit.conformance.proof.Faults;
import io.github.appflowkit.conformance.proof.RightEndpoint;
import io.github.appflowkit.conformance.proving.Proof;
import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.rule.Rule;
import io.github.appflowkit.conformance.run.ReferenceServer;
import io.github.appflowkit.conformance.verdict.Verdict;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * A verdict depends neither on the order of the scenarios and the names, which the seed makes, nor on how many run at
 * one time, nor on what earlier runs left. A build tries one other seed; {@code -Dproof=stability} tries ten, each with
 * 1, 2 and 8 workers.
 */
class StabilityTest {
    private static final List<Rule> RULES = Catalogue.load().rules();
    private static final boolean ALL = System.getProperty("proof", "").contains("stability");
    private static final long SEEDS = ALL ? 10 : 1;
    private static final List<Integer> WORKERS = ALL ? List.of(1, 2, 8) : List.of(8);

    private final Proof proof = new Proof(RULES);

    @Test
    void verdicts_on_the_reference_server_are_always_the_same() throws IOException {
        try (ReferenceServer server = ReferenceServer.start()) {
            assertSameVerdicts(server.endpoint());
        }
    }

    @Test
    void verdicts_on_the_right_endpoint_are_always_the_same() {
        assumeThat(ALL).as("-Dproof=stability").isTrue();
        try (RightEndpoint endpoint = new RightEndpoint()) {
            assertSameVerdicts(endpoint.url());
        }
    }

    @Test
    void verdicts_on_an_endpoint_with_a_fault_are_always_the_same() {
        Fault fault = Faults.of("stop-flow.on-demand-refused").get(0);
        try (RightEndpoint endpoint = fault.endpoint().get()) {
            assertSameVerdicts(endpoint.url());
        }
    }

    private void assertSameVerdicts(URI endpoint) {
        Map<String, Verdict> first = verdicts(endpoint, 0, 1);
        assertThat(first.values()).doesNotContain(Verdict.ERROR);
        LongStream.rangeClosed(1, SEEDS)
                .forEach(seed -> WORKERS.forEach(workers -> assertThat(verdicts(endpoint, seed, workers))
                        .as("seed %d, %d workers", seed, workers)
                        .isEqualTo(first)));
    }

    private Map<String, Verdict> verdicts(URI endpoint, long seed, int workers) {
        Map<String, Verdict> verdicts = new TreeMap<>();
        proof.judge(endpoint, RULES, seed, workers)
                .rules()
                .forEach(rule -> verdicts.put(rule.rule().id(), rule.verdict()));
        return verdicts;
    }
}
