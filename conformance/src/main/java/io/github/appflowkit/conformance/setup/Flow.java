package io.github.appflowkit.conformance.setup;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A flow at the target.
 *
 * @param name its name
 * @param region the region that it is in
 * @param trigger what starts a run of it
 * @param status its status, as AppFlow spells it
 * @param source the profile that it reads from; null for none
 * @param destinations the profiles that it writes to
 */
public record Flow(String name, String region, Trigger trigger, String status, String source, List<String> destinations)
        implements Resource {
    /** What starts a run of a flow, as AppFlow spells it. */
    public enum Trigger {
        OnDemand("runs on demand"),
        Scheduled("runs on a schedule"),
        Event("runs on events");

        private final String inWords;

        Trigger(String inWords) {
            this.inWords = inWords;
        }

        /** The trigger as a sentence about a flow tells it. */
        public String inWords() {
            return inWords;
        }
    }

    public Flow {
        destinations = List.copyOf(destinations);
    }

    /** An active flow that uses no profile. */
    public static Flow active(String name, String region, Trigger trigger) {
        return new Flow(name, region, trigger, "Active", null, List.of());
    }

    /** This flow with another status. */
    public Flow withStatus(String other) {
        return new Flow(name, region, trigger, other, source, destinations);
    }

    /** This flow with another source. */
    public Flow readingFrom(String profile) {
        return new Flow(name, region, trigger, status, profile, destinations);
    }

    /** This flow with other destinations. */
    public Flow writingTo(List<String> profiles) {
        return new Flow(name, region, trigger, status, source, profiles);
    }

    /** The source, if there is one. */
    public Optional<String> reads() {
        return Optional.ofNullable(source);
    }

    /** The profiles that it uses. */
    public Set<String> uses() {
        Set<String> profiles = new LinkedHashSet<>(destinations);
        reads().ifPresent(profiles::add);
        return profiles;
    }

    @Override
    public String title() {
        return title(name, region);
    }

    static String title(String name, String region) {
        return "the flow " + name + " in " + region;
    }

    /** Whether it is in use. */
    boolean isActive() {
        return status.equals("Active");
    }

    /** What there is to know of it in a sentence; reports tell its region where it matters. */
    public String sentence() {
        List<String> facts = new ArrayList<>(List.of(trigger.inWords()));
        if (trigger != Trigger.OnDemand || !isActive()) {
            facts.add("is " + status);
        }
        reads().ifPresent(profile -> facts.add("reads from the profile " + profile));
        destinations.forEach(profile -> facts.add("writes to the profile " + profile));
        String last = facts.remove(facts.size() - 1);
        return "the flow " + name + " " + String.join(", ", facts) + (facts.isEmpty() ? "" : " and ") + last;
    }

    /** The flow in words, as reports tell it. */
    @Override
    public String toString() {
        String uses = (source == null ? "" : ", reads from " + source)
                + (destinations.isEmpty() ? "" : ", writes to " + String.join(" and ", destinations));
        return title() + ", " + trigger + ", " + status + uses;
    }
}
