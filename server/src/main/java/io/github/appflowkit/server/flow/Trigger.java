package io.github.appflowkit.server.flow;

/** What starts a run of a flow. */
public enum Trigger {
    ON_DEMAND,
    SCHEDULED,
    EVENT
}
