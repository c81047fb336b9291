package io.github.appflowkit.conformance.setup;

import io.github.appflowkit.conformance.rule.Need;
import java.util.EnumMap;
import java.util.Map;

/** Makes one resource of every kind and removes it again, to learn early what a target refuses to make. */
final class Trial {
    private final Setup setup;
    private final String region;
    private final Map<Need, String> refusals = new EnumMap<>(Need.class);

    Trial(Setup setup, String region) {
        this.setup = setup;
        this.region = region;
    }

    /**
     * Tries everything, and gives the reason for each need that cannot be served.
     *
     * @param name a name that nothing bears
     */
    Map<Need, String> refusals(String name) {
        Profile profile = new Profile(name + "-profile", region);
        tryOne(Need.PROFILE, () -> setup.put(profile));
        tryFlow(Need.SCHEDULED_FLOW, Flow.active(name + "-scheduled", region, Flow.Trigger.Scheduled));
        tryFlow(Need.EVENT_FLOW, Flow.active(name + "-event", region, Flow.Trigger.Event));
        tryFlow(Need.ON_DEMAND_FLOW, Flow.active(name + "-on-demand", region, Flow.Trigger.OnDemand));
        if (refusals.containsKey(Need.PROFILE)) {
            refusals.put(Need.FLOW_USING_PROFILE, refusals.get(Need.PROFILE));
        } else {
            tryFlow(
                    Need.FLOW_USING_PROFILE,
                    Flow.active(name + "-using", region, Flow.Trigger.Scheduled).readingFrom(profile.name()));
        }
        removeIfPossible(() -> setup.remove(profile));
        return refusals;
    }

    private void tryFlow(Need need, Flow flow) {
        tryOne(need, () -> setup.put(flow));
        removeIfPossible(() -> setup.remove(flow));
    }

    private void tryOne(Need need, Runnable attempt) {
        try {
            attempt.run();
        } catch (Untestable refused) {
            refusals.put(need, refused.getMessage());
        }
    }

    /** That a deletion is refused is what is judged later: it says nothing of what can be made. */
    private static void removeIfPossible(Runnable removal) {
        try {
            removal.run();
        } catch (Untestable refused) {
            // It stays in the ledger, which is told of at the end.
        }
    }
}
