package io.github.appflowkit.conformance.rule;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a scenario needs at the target besides the two operations. */
public enum Need {
    /** A connector profile. */
    PROFILE("a connector profile"),
    /** A flow that runs on a schedule. */
    SCHEDULED_FLOW("a scheduled flow"),
    /** A flow that runs on events. */
    EVENT_FLOW("an event-triggered flow"),
    /** A flow that runs on demand. */
    ON_DEMAND_FLOW("an on-demand flow"),
    /** A flow in a status that only the service itself brings about. */
    FLOW_STATUS("a flow of a given status"),
    /** A flow that uses a connector profile. */
    FLOW_USING_PROFILE("a flow that uses a connector profile"),
    /** An error answer on request. */
    PLANNED_ERROR("an error answer on request"),
    /** Credentials of another account than that of the run's resources. */
    SECOND_ACCOUNT("the credentials of a second account");

    private final String description;

    Need(String description) {
        this.description = description;
    }

    /** The need as tags spell it, such as {@code scheduled-flow}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The need in words, with its article. */
    public String description() {
        return description;
    }

    static Optional<Need> of(String label) {
        return Arrays.stream(values())
                .filter(need -> need.label().equals(label))
                .findFirst();
    }
}
