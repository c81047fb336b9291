package io.github.appflowkit.conformance.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.appflowkit.conformance.target.Answer;
import io.github.appflowkit.conformance.target.Exchange;
import io.github.appflowkit.conformance.target.Header;
import io.github.appflowkit.conformance.target.Request;
import io.github.appflowkit.conformance.target.Sender;
import java.util.List;

/**
 * Calls a state control API, which takes a call with 200 and a JSON object.
 *
 * @param sender sends to the control API's own URL
 */
record ControlClient(Sender sender) {
    /**
     * Calls it.
     *
     * @throws Untestable if it does not take the call
     */
    JsonNode call(String method, String path, ObjectNode body, String region) {
        Exchange exchange = exchange(method, path, body, region);
        if (!isTaken(exchange)) {
            throw notTaken(exchange);
        }
        return exchange.answer().object().orElseThrow();
    }

    /** Calls it, whatever comes of it. */
    Exchange exchange(String method, String path, ObjectNode body, String region) {
        Header json = new Header("Content-Type", "application/json");
        return sender.sendRaw(new Request(method, path, List.of(json), null, region).withBody(body.toString()));
    }

    static boolean isTaken(Exchange exchange) {
        return exchange.whole()
                .filter(answer -> answer.status() == 200)
                .flatMap(Answer::object)
                .isPresent();
    }

    /** Whether a call to make something was refused, so that nothing was made. */
    static boolean isRefused(Exchange exchange) {
        return exchange.whole().map(Answer::status).filter(Refusal::isClear).isPresent();
    }

    /** Told without the body and its names, so that reports tell one reason of many rules once. */
    static Untestable notTaken(Exchange exchange) {
        String message = exchange.whole()
                .flatMap(Answer::message)
                .map(text -> " (" + text + ")")
                .orElse("");
        return new Untestable(
                "the control API did not take " + exchange.request().method() + " "
                        + exchange.request().target() + ": " + exchange.summary() + message);
    }
}
