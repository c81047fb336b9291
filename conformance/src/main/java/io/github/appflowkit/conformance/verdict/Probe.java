package io.github.appflowkit.conformance.verdict;

import io.github.appflowkit.conformance.rule.Operation;
import io.github.appflowkit.conformance.setup.Access;
import io.github.appflowkit.conformance.setup.Untestable;
import io.github.appflowkit.conformance.steps.Patience;
import io.github.appflowkit.conformance.steps.Recording;
import io.github.appflowkit.conformance.steps.Stop;
import io.github.appflowkit.conformance.target.Exchange;
import java.time.Duration;
import java.util.List;

/**
 * Decides by a valid request whether an endpoint still answers. What comes of it belongs to what the run exchanged, so
 * that an endpoint that has ceased to answer breaks the rule about whole answers, whatever else was under way.
 */
final class Probe {
    private final Access access;
    private final Routing routing;
    private final List<Operation> operations;
    private final Recording recording;

    Probe(Access access, long seed, List<Operation> operations, Recording recording) {
        this.access = access;
        this.operations = operations;
        this.recording = recording;
        routing = new Routing(access.sender("probe"), seed);
    }

    /** The patience of a run: a recorded one needs none, and its probes are exchanged again at once. */
    Patience patience(Stop stop) {
        if (access.isLive()) {
            Duration timeout = access.sender("probe").target().timeout();
            return new Patience(stop, timeout, path -> !exchange(path).isUnanswered());
        }
        operations.forEach(this::exchangeAllRecorded);
        return Patience.endless(stop);
    }

    private Exchange exchange(String path) {
        Exchange exchange = routing.valid(path, operations);
        recording.add(exchange);
        return exchange;
    }

    private void exchangeAllRecorded(Operation operation) {
        try {
            while (true) {
                exchange(operation.path());
            }
        } catch (Untestable noMore) {
            // The recording holds no further probe of the operation.
        }
    }
}
