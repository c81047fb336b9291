package io.github.appflowkit.server.flow;

/** The documented states of a flow. */
public enum FlowStatus {
    ACTIVE("Active"),
    DEPRECATED("Deprecated"),
    DELETED("Deleted"),
    DRAFT("Draft"),
    ERRORED("Errored"),
    SUSPENDED("Suspended");

    private final String text;

    FlowStatus(String text) {
        this.text = text;
    }

    /** The status as the contract spells it. */
    @Override
    public String toString() {
        return text;
    }
}
