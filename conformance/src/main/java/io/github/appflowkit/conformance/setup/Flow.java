package io.github.appflowkit.conformance.setup;

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
        OnDemand,
        Scheduled,
        Event
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
    Set<String> uses() {
        Set<String> profiles = new LinkedHashSet<>(destinations);
        reads().ifPresent(profiles::add);
        return profiles;
    }

    /** Which flow it is. */
    String title() {
        return "the flow " + name + " in " + region;
    }

    /** The flow in words, as reports tell it. */
    @Override
    public String toString() {
        String uses = (source == null ? "" : ", reads from " + source)
                + (destinations.isEmpty() ? "" : ", writes to " + String.join(" and ", destinations));
        return title() + ", " + trigger + ", " + status + uses;
    }
}
