package io.github.appflowkit.benchmark;

import java.util.HashMap;
import java.util.Map;

/** A request that is sent again and again, and the status that each answer has to have. */
record Call(String path, Map<String, String> headers, String body, int status) {
    /** A call of StopFlow. */
    static Call stopFlow(String name, int status) {
        return json("/stop-flow", "{\"flowName\":\"%s\"}".formatted(name), status);
    }

    /** The same with a further header. */
    Call with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Call(path, more, body, status);
    }

    /** Calls of StopFlow, each of another of as many flows of a {@link GeneratedState}; {@link Load} picks it. */
    static Call stopAnyFlow(int flows) {
        return stopFlow(GeneratedState.flow("{0..%d}".formatted(flows - 1)), 200);
    }

    static Call json(String path, String body, int status) {
        return new Call(path, Map.of("Content-Type", "application/json"), body, status);
    }
}
