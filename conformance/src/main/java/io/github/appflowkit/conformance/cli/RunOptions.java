package io.github.appflowkit.conformance.cli;

import io.github.appflowkit.conformance.rule.Contract;
import io.github.appflowkit.conformance.rule.Rule;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a run is asked to do: every option checked and resolved, before anything is sent.
 *
 * @param contract what the endpoint is held against
 * @param operations the operations to judge
 * @param rules the rules to judge by
 * @param rung how resources get to the endpoint
 * @param controlUrl where the state control API is; null for its usual place
 * @param signed whether requests are signed
 * @param region the region of the signatures
 * @param timeout how long one answer may take
 * @param workers how many scenarios run at one time
 * @param seed makes the names of the run
 * @param strict whether breaking a should rule fails the run
 * @param reportDir where the reports go
 */
record RunOptions(
        Contract contract,
        List<Contract.Operation> operations,
        List<Rule> rules,
        Rung rung,
        URI controlUrl,
        boolean signed,
        String region,
        Duration timeout,
        int workers,
        long seed,
        boolean strict,
        Path reportDir) {
    /** How resources get to the endpoint. */
    enum Rung {
        AUTO,
        CONTROL,
        NONE
    }

    RunOptions {
        operations = List.copyOf(operations);
        rules = List.copyOf(rules);
    }

    /** Where the state control API of an endpoint is. */
    URI controlUrl(URI endpoint) {
        return controlUrl == null ? URI.create(endpoint + "/_control") : controlUrl;
    }
}
