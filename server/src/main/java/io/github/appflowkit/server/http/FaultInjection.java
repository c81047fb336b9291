package io.github.appflowkit.server.http;

import io.github.appflowkit.server.account.ResourceName;
import io.github.appflowkit.server.control.Fault;
import io.github.appflowkit.server.control.Operation;
import io.github.appflowkit.server.http.state.SharedFaults;
import io.github.appflowkit.server.problem.Problem;
import io.github.appflowkit.server.problem.ProblemKind;
import org.glassfish.grizzly.threadpool.Threads;

/** Lets planned faults happen to calls, between their validation and their effect. */
final class FaultInjection {
    private final SharedFaults faults;
    private final Exchanges exchanges;

    FaultInjection(SharedFaults faults, Exchanges exchanges) {
        this.faults = faults;
        this.exchanges = exchanges;
    }

    /**
     * Lets a valid call go on, unless a fault is planned for it that ends it.
     *
     * @throws Problem the planned one, or that the store cannot be reached, where the plans are
     */
    void meet(Operation operation, ResourceName resource) {
        if (Threads.isService()) {
            // Dispatch saw no plan, and lets no call wait on this thread: one that was planned since is for later
            // calls.
            return;
        }
        Fault fault = faults.take(operation, resource);
        if (!fault.delay().isZero()) {
            pause(fault);
        }
        exchanges.current().setConnection(fault.connection());
        if (fault.error() != null) {
            throw fault.error();
        }
        if (fault.connection() == Fault.Connection.CUT) {
            // It never leaves the server, but keeps the call from having an effect.
            throw new Problem(ProblemKind.INTERNAL, "The connection is cut.");
        }
    }

    private static void pause(Fault fault) {
        try {
            Thread.sleep(fault.delay().toMillis());
        } catch (InterruptedException e) {
            // The server stops, and answers at once.
            Thread.currentThread().interrupt();
        }
    }
}
