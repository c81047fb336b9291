package io.github.appflowkit.conformance.steps;

import io.github.appflowkit.conformance.rule.Contract;
import io.github.appflowkit.conformance.rule.Operation;
import io.github.appflowkit.conformance.setup.Access;
import io.github.appflowkit.conformance.setup.Setup;
import io.github.appflowkit.conformance.setup.Untestable;
import io.github.appflowkit.conformance.target.Sender;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What all scenarios of a run share.
 *
 * @param contract what the endpoint is held against
 * @param access by what scenarios reach the target
 * @param seed makes the names of the run
 * @param operations the operations that are judged
 * @param recording keeps the judged exchanges
 * @param batterySent whether one answer of every kind was asked for
 * @param sampleNames held by the scenario that uses the names of the documented samples, which are not unique
 * @param stop ends the run early
 * @param patience ends it when the endpoint has ceased to answer
 */
public record Run(
        Contract contract,
        Access access,
        long seed,
        List<Operation> operations,
        Recording recording,
        Lock sampleNames,
        AtomicBoolean batterySent,
        Stop stop,
        Patience patience) {
    /** A run in which nothing was sent but what the recording keeps already. */
    public Run(
            Contract contract,
            Access access,
            long seed,
            List<Operation> operations,
            Recording recording,
            Stop stop,
            Patience patience) {
        this(
                contract,
                access,
                seed,
                List.copyOf(operations),
                recording,
                new ReentrantLock(),
                new AtomicBoolean(),
                stop,
                patience);
    }

    /** What sends the requests that belong to no scenario; a scenario's own go through {@link World}. */
    public Sender sender() {
        return access.sender("run");
    }

    /** The setup of what belongs to no scenario. */
    public Setup setup() {
        return access.setup("run");
    }

    /**
     * Goes on if everything that the run was to send was sent.
     *
     * @throws Untestable if the run, or the recorded one, ended early
     */
    void checkComplete() {
        stop.check();
        access.endedEarly().ifPresent(reason -> {
            throw new Untestable(reason);
        });
    }

    /** The region of requests, unless a step says otherwise. */
    String region() {
        return sender().target().region();
    }
}
