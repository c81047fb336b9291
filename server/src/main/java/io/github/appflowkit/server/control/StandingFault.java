package io.github.appflowkit.server.control;

import java.util.SplittableRandom;

/**
 * A plan that is being carried out.
 *
 * @param plan says by its times how often it is still to happen
 * @param draws how many calls were drawn for its share
 */
public record StandingFault(FaultPlan plan, long draws) {
    /** Spreads numbers that follow each other over all that there are. */
    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    /** Whether it happens to the next of its calls: told by seed and number alone, so that all servers draw the same. */
    boolean meets() {
        return plan.isForEveryCall()
                || new SplittableRandom(plan.seed() + draws * GOLDEN_RATIO).nextDouble() < plan.share();
    }

    /** After it happened to a call. */
    StandingFault met() {
        FaultPlan left = plan.times() == FaultPlan.UNTIL_RESET ? plan : plan.withTimes(plan.times() - 1);
        return new StandingFault(left, plan.isForEveryCall() ? draws : draws + 1);
    }

    /** After a call that its share left out. */
    StandingFault missed() {
        return new StandingFault(plan, draws + 1);
    }

    boolean isUsedUp() {
        return plan.times() == 0;
    }

    int precision() {
        return plan.calls().precision();
    }
}
