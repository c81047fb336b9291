package io.github.appflowkit.server.http.state;

import io.github.appflowkit.server.account.ResourceName;
import io.github.appflowkit.server.control.Fault;
import io.github.appflowkit.server.control.FaultPlan;
import io.github.appflowkit.server.control.Operation;
import io.github.appflowkit.server.control.StandingFaults;
import io.github.appflowkit.server.store.FaultsText;
import io.github.appflowkit.server.store.Store;
import java.util.List;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The faults that shall happen to the next calls of all servers on a store. A change is made to what was seen, and made
 * again if another server, or another call, came in between.
 */
public final class SharedFaults {
    private static final Logger LOG = LoggerFactory.getLogger(SharedFaults.class);

    private final Store store;
    private final FaultsJson.Planned initial;

    private SharedFaults(Store store, List<FaultPlan> initial) {
        this.store = store;
        this.initial = new FaultsJson.Planned(FaultsJson.forms(initial), StandingFaults.of(initial));
    }

    /**
     * Shares the faults of a store. What a server starts with is planned once: the next one that starts with the same
     * finds what is left of it, and one that starts with something else plans that instead.
     *
     * @throws io.github.appflowkit.server.problem.Problem if the store cannot be reached
     */
    public static SharedFaults start(Store store, List<FaultPlan> initial) {
        SharedFaults faults = new SharedFaults(store, initial);
        faults.change(planned -> planned.initial().equals(faults.initial.initial()) ? planned : faults.initial);
        int standing = faults.plans().size();
        if (standing > 0 || !initial.isEmpty()) {
            LOG.info("Planned faults that stand: {}", standing);
        }
        return faults;
    }

    /** Adds a plan. One for every call replaces those of the same calls; one of no times only removes them. */
    public void plan(FaultPlan plan) {
        change(planned ->
                new FaultsJson.Planned(planned.initial(), planned.standing().plan(plan)));
    }

    /** What happens to a valid call, which uses it up by one. */
    public Fault take(Operation operation, ResourceName resource) {
        while (true) {
            FaultsText seen = store.faults();
            FaultsJson.Planned planned = FaultsJson.read(seen.text());
            StandingFaults.Taken taken = planned.standing().take(operation, resource);
            if (taken.rest().equals(planned.standing())
                    || replace(seen, new FaultsJson.Planned(planned.initial(), taken.rest()))) {
                return taken.fault();
            }
        }
    }

    /** The plans that stand, in the order in which they go, each with the times that it has left. */
    public List<FaultPlan> plans() {
        return FaultsJson.read(store.faults().text()).standing().plans();
    }

    /** Returns to the plans that this server starts with, as if no call had been. */
    public void reset() {
        change(planned -> initial);
    }

    private void change(UnaryOperator<FaultsJson.Planned> change) {
        while (true) {
            FaultsText seen = store.faults();
            if (replace(seen, change.apply(FaultsJson.read(seen.text())))) {
                return;
            }
        }
    }

    private boolean replace(FaultsText seen, FaultsJson.Planned next) {
        String text = FaultsJson.write(next);
        return text.equals(seen.text()) || store.replaceFaults(seen, text);
    }
}
