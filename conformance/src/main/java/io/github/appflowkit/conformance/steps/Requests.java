package io.github.appflowkit.conformance.steps;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.appflowkit.conformance.rule.Operation;
import io.github.appflowkit.conformance.target.Header;
import io.github.appflowkit.conformance.target.Request;
import java.util.List;

/** Makes the requests of the two operations as every SDK sends them. */
final class Requests {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<Header> HEADERS =
            List.of(new Header("Content-Type", "application/json"), new Header("Accept", "application/json"));

    private final String region;

    Requests(Run run) {
        region = run.region();
    }

    /** A request with a body of any text. */
    Request request(Operation operation, String body) {
        return new Request(operation.method(), operation.path(), HEADERS, null, region).withBody(body);
    }

    /** A request that names a resource and nothing else. */
    Request naming(Operation operation, String name) {
        return request(operation, body(operation, name).toString());
    }

    /** A request that names a resource and has further members, as the text of a JSON object has them. */
    Request naming(Operation operation, String name, String members) {
        String body = body(operation, name).toString();
        return request(operation, body.substring(0, body.length() - 1) + ", " + members + "}");
    }

    private static ObjectNode body(Operation operation, String name) {
        return JSON.createObjectNode().put(operation.nameMember().name(), name);
    }
}
