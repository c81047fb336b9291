package io.github.appflowkit.conformance.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A flow; the source is null when it reads from no connector profile. */
record Flow(Scope scope, String name, String trigger, String status, String source, List<String> destinations) {

    Flow {
        destinations = List.copyOf(destinations);
    }

    boolean isOnDemand() {
        return trigger.equals("OnDemand");
    }

    boolean is(String other) {
        return status.equals(other);
    }

    Flow withStatus(String changed) {
        return new Flow(scope, name, trigger, changed, source, destinations);
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object()
                .put("name", name)
                .put("account", scope.account())
                .put("region", scope.region())
                .put("trigger", trigger)
                .put("status", status);
        if (source != null) {
            json.put("source", source);
        }
        destinations.forEach(json.withArray("destinations")::add);
        return json;
    }
}
