package io.github.appflowkit.conformance.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** An HTTP answer: what it says, and the way in which it goes out on the wire. */
record Answer(int status, Headers headers, byte[] body, Wire wire) {

    static final String ERROR_TYPE = "X-Amzn-Errortype";
    static final String REQUEST_ID = "x-amzn-RequestId";
    private static final String CONTENT_TYPE = "Content-Type";

    static Answer empty() {
        return new Answer(200, Headers.NONE, new byte[0], Wire.PLAIN);
    }

    static Answer of(JsonNode body) {
        return empty().json(body);
    }

    static Answer of(Refusal refusal) {
        ObjectNode body = Json.object().put("message", refusal.getMessage());
        return of(body).status(refusal.status()).header(ERROR_TYPE, refusal.type());
    }

    boolean isError() {
        return status >= 400;
    }

    /** Whether this is the answer to a request that is to no operation. */
    boolean isStray() {
        return "UnknownOperationException".equals(header(ERROR_TYPE));
    }

    String header(String name) {
        return headers.get(name);
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    Answer status(int changed) {
        return new Answer(changed, headers, body, wire);
    }

    Answer header(String name, String value) {
        return new Answer(status, headers.with(name, value), body, wire);
    }

    Answer identified(UUID id) {
        return header(REQUEST_ID, id.toString());
    }

    Answer without(String name) {
        return new Answer(status, headers.without(name), body, wire);
    }

    Answer type(String changed) {
        return header(ERROR_TYPE, changed);
    }

    Answer type(UnaryOperator<String> change) {
        String type = header(ERROR_TYPE);
        return type == null ? this : type(change.apply(type));
    }

    Answer contentType(String changed) {
        return header(CONTENT_TYPE, changed);
    }

    /** Another body under the same headers. */
    Answer text(String changed) {
        return new Answer(status, headers, changed.getBytes(StandardCharsets.UTF_8), wire);
    }

    Answer json(JsonNode changed) {
        return text(changed.toString()).contentType("application/json");
    }

    Answer message(UnaryOperator<String> change) {
        return members(it -> it.put("message", change.apply(it.path("message").textValue())));
    }

    Answer message(String changed) {
        return message(told -> changed);
    }

    /** A success without a body, in place of what is answered here. */
    Answer cleared() {
        return text("").status(200).without(ERROR_TYPE).without(CONTENT_TYPE);
    }

    /** The same body with some members changed; an answer without a body stays as it is. */
    Answer members(Consumer<ObjectNode> change) {
        if (body.length == 0) {
            return this;
        }
        ObjectNode members = Json.object(text());
        change.accept(members);
        return json(members);
    }

    Answer sent(Wire changed) {
        return new Answer(status, headers, body, changed);
    }
}
