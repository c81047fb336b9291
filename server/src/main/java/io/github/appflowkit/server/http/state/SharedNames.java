package io.github.appflowkit.server.http.state;

import io.github.appflowkit.server.account.ResourceName;
import io.github.appflowkit.server.account.Scope;
import io.github.appflowkit.server.flow.Flow;
import io.github.appflowkit.server.profile.ConnectorProfile;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets what is named again and again in a state be one text in memory: scopes, and the profiles that flows use. Any
 * number of threads may ask.
 */
final class SharedNames {
    private final Map<Scope, Scope> scopes = new ConcurrentHashMap<>();

    /** Of each profile's name the list that holds it alone, as most flows have it. */
    private final Map<String, List<String>> profiles = new ConcurrentHashMap<>();

    ConnectorProfile shared(ConnectorProfile profile) {
        return new ConnectorProfile(new ResourceName(
                shared(profile.id().scope()), shared(profile.id().name())));
    }

    Flow shared(Flow flow) {
        List<String> destinations = flow.destinations();
        return new Flow(
                new ResourceName(shared(flow.id().scope()), flow.id().name()),
                flow.trigger(),
                flow.status(),
                flow.source() == null ? null : shared(flow.source()),
                destinations.size() == 1
                        ? alone(destinations.get(0))
                        : destinations.stream().map(this::shared).toList());
    }

    private Scope shared(Scope scope) {
        return scopes.computeIfAbsent(scope, own -> own);
    }

    private String shared(String profile) {
        return alone(profile).get(0);
    }

    private List<String> alone(String profile) {
        return profiles.computeIfAbsent(profile, List::of);
    }
}
