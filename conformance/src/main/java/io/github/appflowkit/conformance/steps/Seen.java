package io.github.appflowkit.conformance.steps;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appflowkit.conformance.target.Answer;
import io.github.appflowkit.conformance.target.Exchange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The part of an answer that a rule looks at, in words: status and error name alone seldom show what is wrong. */
final class Seen {
    private static final String ERROR_TYPE = "X-Amzn-Errortype";

    private Seen() {}

    /** What came of a request, where no part of the answer alone is looked at. */
    static String outcome(Exchange exchange) {
        return exchange.summary();
    }

    static String body(Exchange exchange) {
        return inAnswer(bodyOf(exchange.answer()), exchange);
    }

    static String contentType(Exchange exchange) {
        return header(exchange, "Content-Type");
    }

    static String requestId(Exchange exchange) {
        return header(exchange, "x-amzn-RequestId");
    }

    /** Whatever may be taken for the error's name, with its place. */
    static String errorName(Exchange exchange) {
        Answer answer = exchange.answer();
        List<String> places = Stream.concat(
                        answer.header(ERROR_TYPE).map(name -> named(ERROR_TYPE, name)).stream(),
                        Stream.of("__type", "code")
                                .filter(member -> !answer.member(member).isMissingNode())
                                .map(member -> member(answer, member)))
                .toList();
        return inAnswer(
                places.isEmpty()
                        ? "neither " + ERROR_TYPE + " nor __type nor code, with " + bodyOf(answer)
                        : String.join(", ", places),
                exchange);
    }

    /** The members of a body that are null. */
    static String nullMembers(Exchange exchange) {
        JsonNode body = exchange.answer().object().orElseThrow();
        List<String> members = body.properties().stream()
                .filter(member -> member.getValue().isNull())
                .map(member -> "\"" + member.getKey() + "\": null")
                .toList();
        return inAnswer(String.join(", ", members) + " in the body", exchange);
    }

    /** A part of a body. */
    static String part(Exchange exchange, String part) {
        return inAnswer(Characters.shown(part) + " in the body", exchange);
    }

    private static String header(Exchange exchange, String name) {
        Optional<String> value = exchange.answer().header(name);
        return inAnswer(value.map(text -> named(name, text)).orElse("no " + name), exchange);
    }

    private static String named(String header, String value) {
        return value.isBlank() ? "an empty " + header : header + ": " + value;
    }

    private static String member(Answer answer, String name) {
        return "\"" + name + "\": " + Characters.shown(answer.member(name).toString()) + " in the body";
    }

    /** The body, and where it is meant as a JSON object and is none, what is wrong with it. */
    private static String bodyOf(Answer answer) {
        String text = answer.text().strip();
        return answer.body().length == 0
                ? "no body"
                : "the body " + Characters.shown(text)
                        + Optional.of(text)
                                .filter(json -> json.startsWith("{"))
                                .flatMap(json -> answer.jsonFault())
                                .map(fault -> " that is no JSON: " + fault)
                                .orElse("");
    }

    private static String inAnswer(String part, Exchange exchange) {
        return part + ", in an answer with status " + exchange.answer().status();
    }
}
