package io.github.appflowkit.conformance.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.appflowkit.conformance.target.Answer;
import io.github.appflowkit.conformance.target.Broken;
import io.github.appflowkit.conformance.target.Exchange;
import io.github.appflowkit.conformance.target.Header;
import io.github.appflowkit.conformance.target.Request;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Exchanges as JSON: byte for byte, without secrets, bodies as text where they are text. */
final class ExchangeJson {
    private static final Set<String> LEFT_OUT = Set.of("host", "content-length", "x-amz-content-sha256", "x-amz-date");

    private ExchangeJson() {}

    /** A request as it was wanted. */
    static ObjectNode of(Request request) {
        ObjectNode json = Json.MAPPER
                .createObjectNode()
                .put("method", request.method())
                .put("target", request.target())
                .put("region", request.region());
        if (request.caller() == Request.Caller.SECOND) {
            json.put("caller", "second");
        }
        if (request.inParts()) {
            json.put("inParts", true);
        }
        headers(json, "headers", request.headers());
        body(json, request.body());
        return json;
    }

    /**
     * What came of a request: the headers that went out beside its own, but for those that follow from the target and the
     * body or mean nothing without the signature, and the answer or why there is none.
     */
    static ObjectNode outcome(Exchange exchange) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        List<Header> added = new ArrayList<>(kept(exchange.sent()));
        exchange.request().headers().forEach(added::remove);
        headers(json, "added", added);
        if (exchange.answer() == null) {
            json.set("broken", Json.MAPPER.valueToTree(exchange.broken()));
        } else {
            json.set("answer", of(new Secrets(exchange.sent()).removedFrom(exchange.answer())));
        }
        return json.put("micros", exchange.micros());
    }

    /**
     * Reads back what {@link #outcome} wrote.
     *
     * @throws IllegalArgumentException if it is something else
     */
    static Exchange exchange(Request request, JsonNode outcome) {
        JsonNode answer = outcome.path("answer");
        List<Header> sent = new ArrayList<>(kept(request.headers()));
        sent.addAll(headers(outcome.path("added")));
        return new Exchange(
                request,
                sent,
                answer.isObject() ? answer(answer) : null,
                answer.isObject() ? null : broken(outcome.path("broken")),
                outcome.path("micros").asLong());
    }

    private static List<Header> kept(List<Header> headers) {
        return headers.stream()
                .filter(header -> !LEFT_OUT.contains(header.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static ObjectNode of(Answer answer) {
        ObjectNode json = Json.MAPPER
                .createObjectNode()
                .put("protocol", answer.protocol())
                .put("status", answer.status());
        headers(json, "headers", answer.headers());
        body(json, answer.body());
        if (answer.omitted() > 0) {
            json.put("omitted", answer.omitted());
        }
        return json;
    }

    private static Answer answer(JsonNode json) {
        byte[] body = body(json);
        if (!json.path("protocol").isTextual() || !json.path("status").isInt() || body == null) {
            throw new IllegalArgumentException("an answer needs a protocol, a status and a body");
        }
        return new Answer(
                json.path("protocol").asText(),
                json.path("status").asInt(),
                headers(json.path("headers")),
                body,
                json.path("omitted").asLong());
    }

    private static Broken broken(JsonNode json) {
        try {
            Broken broken = Json.MAPPER.treeToValue(json, Broken.class);
            if (broken == null || broken.reason() == null) {
                throw new IllegalArgumentException("there is neither an answer nor the reason why there is none");
            }
            return broken;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(Json.reason(e), e);
        }
    }

    private static void headers(ObjectNode json, String member, List<Header> headers) {
        headers.forEach(header -> json.withArray(member)
                .addArray()
                .add(header.name())
                .add(header.masked().value()));
    }

    private static List<Header> headers(JsonNode json) {
        List<Header> headers = new ArrayList<>();
        for (JsonNode pair : json) {
            if (pair.size() != 2 || !pair.path(0).isTextual() || !pair.path(1).isTextual()) {
                throw new IllegalArgumentException("a header is a pair of a name and a value, and not " + pair);
            }
            headers.add(new Header(pair.path(0).asText(), pair.path(1).asText()));
        }
        return headers;
    }

    private static void body(ObjectNode json, byte[] body) {
        if (body == null) {
            return;
        }
        try {
            json.put(
                    "body",
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(body))
                            .toString());
        } catch (CharacterCodingException binary) {
            json.put("bodyBase64", Base64.getEncoder().encodeToString(body));
        }
    }

    /** The body; null for none. */
    private static byte[] body(JsonNode json) {
        if (json.path("body").isTextual()) {
            return json.path("body").asText().getBytes(StandardCharsets.UTF_8);
        }
        return json.path("bodyBase64").isTextual()
                ? Base64.getDecoder().decode(json.path("bodyBase64").asText())
                : null;
    }

    /** Whether a request was one of the second account. */
    static boolean isOfSecondAccount(JsonNode request) {
        return request.path("caller").asText().equals("second");
    }
}
