package io.github.appflowkit.server.control;

import io.github.appflowkit.server.account.ResourceName;
import io.github.appflowkit.server.problem.Problem;
import java.util.HashMap;
import java.util.Map;

/** The errors that the next calls of an operation for a resource shall answer. */
public final class Faults {
    private record Call(Operation operation, ResourceName resource) {}

    private record Plan(Problem problem, int times) {}

    private final Map<Call, Plan> plans = new HashMap<>();

    /**
     * Plans a problem; it replaces the plan of the same operation and resource.
     *
     * @param times how many calls answer it; 0 cancels
     */
    public synchronized void plan(Operation operation, ResourceName resource, Problem problem, int times) {
        Call call = new Call(operation, resource);
        if (times == 0) {
            plans.remove(call);
        } else {
            plans.put(call, new Plan(problem, times));
        }
    }

    /**
     * Lets a valid call go on, unless a problem is planned for it.
     *
     * @throws Problem the planned one, which is used up by one
     */
    public synchronized void check(Operation operation, ResourceName resource) {
        Call call = new Call(operation, resource);
        Plan plan = plans.remove(call);
        if (plan != null) {
            if (plan.times() > 1) {
                plans.put(call, new Plan(plan.problem(), plan.times() - 1));
            }
            throw plan.problem();
        }
    }

    public synchronized void clear() {
        plans.clear();
    }
}
