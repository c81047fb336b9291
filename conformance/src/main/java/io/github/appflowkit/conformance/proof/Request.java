package io.github.appflowkit.conformance.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * An HTTP request as it was read from the wire; the query is null when the target has none.
 *
 * @param receivedWithHead how many bytes came together with the head, the framing of chunks included
 */
record Request(String method, String path, String query, Headers headers, byte[] body, int receivedWithHead) {

    private static final String DELETE = "/delete-connector-profile";
    private static final String STOP = "/stop-flow";

    String header(String name) {
        return headers.get(name);
    }

    /** The string that a member of the body is, the empty one when it is none. */
    String member(String name) {
        return Json.read(Json.strict(), body).path(name).asText();
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    boolean deletesProfile() {
        return method.equals("POST") && path.equals(DELETE);
    }

    boolean stopsFlow() {
        return method.equals("POST") && path.equals(STOP);
    }

    /** Whether the request is served as an operation, whatever comes of it. */
    boolean isRouted() {
        return deletesProfile() || stopsFlow();
    }

    Request withMethod(String changed) {
        return new Request(changed, path, query, headers, body, receivedWithHead);
    }

    Request withPath(UnaryOperator<String> change) {
        return new Request(method, change.apply(path), query, headers, body, receivedWithHead);
    }

    Request withHeader(String name, String value) {
        return new Request(method, path, query, headers.with(name, value), body, receivedWithHead);
    }

    Request withoutHeader(String name) {
        return new Request(method, path, query, headers.without(name), body, receivedWithHead);
    }

    Request withText(UnaryOperator<String> change) {
        return withBody(change.apply(text()).getBytes(StandardCharsets.UTF_8));
    }

    Request withBody(byte[] changed) {
        return new Request(method, path, query, headers, changed, receivedWithHead);
    }

    /** The same body with some members changed; one that is no JSON object stays as it is. */
    Request members(Consumer<ObjectNode> change) {
        return withText(text -> {
            try {
                ObjectNode members = Json.read(Json.strict(), body);
                change.accept(members);
                return members.toString();
            } catch (Refusal unreadable) {
                return text;
            }
        });
    }
}
