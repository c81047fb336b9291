package io.github.appflowkit.server.control;

import io.github.appflowkit.server.account.ResourceName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The faults that stand at one moment. It never changes: what is planned, and what happens to a call, makes another.
 *
 * @param faults in the order in which they go
 */
public record StandingFaults(List<StandingFault> faults) {
    public static final StandingFaults NONE = new StandingFaults(List.of());

    /**
     * What happens to a call.
     *
     * @param rest what stands after it; equal to what stood before it where the call used nothing up
     */
    public record Taken(Fault fault, StandingFaults rest) {}

    public StandingFaults {
        faults = List.copyOf(faults);
    }

    /** Those of some plans, added one by one. */
    public static StandingFaults of(List<FaultPlan> plans) {
        return plans.stream().reduce(NONE, StandingFaults::add, (one, other) -> other);
    }

    /** With one more. One for every call replaces those of the same calls; one of no times only removes them. */
    public StandingFaults plan(FaultPlan plan) {
        boolean replaces = plan.isForEveryCall() || plan.times() == 0;
        return new StandingFaults(faults.stream()
                        .filter(other -> !replaces || !other.plan().calls().equals(plan.calls()))
                        .toList())
                .add(plan);
    }

    /** What happens to a valid call, which uses it up by one. */
    public Taken take(Operation operation, ResourceName resource) {
        List<StandingFault> rest = new ArrayList<>(faults);
        for (int place = 0; place < faults.size(); place++) {
            StandingFault next = faults.get(place);
            if (next.plan().calls().include(operation, resource)) {
                if (next.meets()) {
                    rest.set(place, next.met());
                    rest.removeIf(StandingFault::isUsedUp);
                    return new Taken(next.plan().fault(), new StandingFaults(rest));
                }
                rest.set(place, next.missed());
            }
        }
        return new Taken(Fault.NONE, new StandingFaults(rest));
    }

    /** The plans that stand, in the order in which they go, each with the times that it has left. */
    public List<FaultPlan> plans() {
        return faults.stream().map(StandingFault::plan).toList();
    }

    private StandingFaults add(FaultPlan plan) {
        return plan.times() == 0
                ? this
                : new StandingFaults(Stream.concat(faults.stream(), Stream.of(new StandingFault(plan, 0)))
                        .sorted(Comparator.comparingInt(StandingFault::precision)
                                .reversed())
                        .toList());
    }
}
