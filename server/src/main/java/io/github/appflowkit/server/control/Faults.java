package io.github.appflowkit.server.control;

import io.github.appflowkit.server.account.ResourceName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** The faults that shall happen to the next calls. */
public final class Faults {
    /** A plan that is carried out. */
    private static final class Standing {
        private final FaultPlan plan;
        private final Random draw;
        private int left;

        Standing(FaultPlan plan) {
            this.plan = plan;
            this.draw = new Random(plan.seed());
            this.left = plan.times();
        }

        boolean meets(Operation operation, ResourceName resource) {
            return plan.calls().include(operation, resource)
                    && (plan.isForEveryCall() || draw.nextDouble() < plan.share());
        }

        int precision() {
            return plan.calls().precision();
        }
    }

    private final List<FaultPlan> initial;
    /** In the order in which they go. */
    private final List<Standing> standing = new ArrayList<>();

    public Faults(List<FaultPlan> initial) {
        this.initial = List.copyOf(initial);
        reset();
    }

    /** Adds a plan. One for every call replaces those of the same calls; one of no times only removes them. */
    public synchronized void plan(FaultPlan plan) {
        if (plan.isForEveryCall() || plan.times() == 0) {
            standing.removeIf(other -> other.plan.calls().equals(plan.calls()));
        }
        add(plan);
    }

    /** What happens to a valid call, which uses it up by one. */
    public synchronized Fault take(Operation operation, ResourceName resource) {
        for (Standing next : standing) {
            if (next.meets(operation, resource)) {
                if (next.left != FaultPlan.UNTIL_RESET && --next.left == 0) {
                    standing.remove(next);
                }
                return next.plan.fault();
            }
        }
        return Fault.NONE;
    }

    /** The plans that stand, in the order in which they go, each with the times that it has left. */
    public synchronized List<FaultPlan> plans() {
        return standing.stream().map(next -> next.plan.withTimes(next.left)).toList();
    }

    /** Returns to the plans at start, as if no call had been. */
    public synchronized void reset() {
        standing.clear();
        initial.forEach(this::add);
    }

    private void add(FaultPlan plan) {
        if (plan.times() > 0) {
            standing.add(new Standing(plan));
            standing.sort(Comparator.comparingInt(Standing::precision).reversed());
        }
    }
}
