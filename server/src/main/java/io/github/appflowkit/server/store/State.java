package io.github.appflowkit.server.store;

import io.github.appflowkit.server.flow.Flow;
import io.github.appflowkit.server.profile.ConnectorProfile;
import java.util.List;

/** Profiles and flows as they are, or shall be, at one moment; no name is there twice in one account and region. */
public record State(List<ConnectorProfile> profiles, List<Flow> flows) {
    public static final State EMPTY = new State(List.of(), List.of());

    public State {
        profiles = List.copyOf(profiles);
        flows = List.copyOf(flows);
    }
}
