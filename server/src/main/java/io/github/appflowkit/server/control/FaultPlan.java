package io.github.appflowkit.server.control;

import java.util.Objects;

/**
 * A fault that is to happen.
 *
 * @param share the share of the calls that it happens to; 1 is every one
 * @param seed draws the share
 * @param times how often it happens, or {@link #UNTIL_RESET}
 */
public record FaultPlan(Calls calls, Fault fault, double share, long seed, int times) {
    public static final int UNTIL_RESET = Integer.MAX_VALUE;

    public FaultPlan {
        Objects.requireNonNull(calls, "calls");
        Objects.requireNonNull(fault, "fault");
    }

    boolean isForEveryCall() {
        return share == 1;
    }

    FaultPlan withTimes(int left) {
        return new FaultPlan(calls, fault, share, seed, left);
    }
}
