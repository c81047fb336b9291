package io.github.appflowkit.conformance.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.appflowkit.conformance.target.Answer;
import io.github.appflowkit.conformance.target.Exchange;
import io.github.appflowkit.conformance.target.Header;
import io.github.appflowkit.conformance.target.Request;
import io.github.appflowkit.conformance.target.Sender;
import io.github.appflowkit.conformance.target.Signer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Calls a state control API, which takes a call with 200 and a JSON object.
 *
 * @param sender sends to the control API's own URL
 * @param token what every call bears in place of a signature; empty for none
 * @param account whose resources are meant, where no signature tells it; empty for those of the API's own choice
 */
public record ControlClient(Sender sender, Optional<ControlToken> token, Optional<String> account) {
    /** Creates one whose calls bear nothing but what the sender signs them with. */
    public ControlClient(Sender sender) {
        this(sender, Optional.empty(), Optional.empty());
    }

    /**
     * A client whose calls bear a token, if there is one, and mean what the target's own requests mean.
     *
     * @param signer signs the requests to the target; empty if they are unsigned
     */
    public static ControlClient bearing(Optional<ControlToken> token, Sender sender, Optional<Signer> signer) {
        return new ControlClient(sender, token, token.flatMap(borne -> signer).flatMap(Signer::account));
    }

    /** The form in which it is told of resources. */
    StateDocuments documents() {
        return new StateDocuments(sender.signs(), account);
    }

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
        List<Header> headers = new ArrayList<>(List.of(new Header("Content-Type", "application/json")));
        token.map(ControlToken::header).ifPresent(headers::add);
        return sender.sendRaw(new Request(method, path, headers, null, region).withBody(body.toString()));
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

    /** Whether a call was refused since it does not prove who sends it. */
    static boolean isDenied(Exchange exchange) {
        return exchange.whole()
                .filter(answer -> answer.status() == 401 || answer.status() == 403)
                .isPresent();
    }

    /** What to do about a call that was denied. */
    String tokenAdvice() {
        return token.isPresent() ? ", so that --control-token may not be its token" : ", and may want --control-token";
    }

    /** Told without the body and its names, so that reports tell one reason of many rules once. */
    static Untestable notTaken(Exchange exchange) {
        return new Untestable(
                "the control API did not take " + exchange.request().method() + " "
                        + exchange.request().target() + ": " + exchange.summary() + message(exchange));
    }

    /** The message of an error, in brackets; empty if there is none. */
    static String message(Exchange exchange) {
        return exchange.whole()
                .flatMap(Answer::message)
                .map(text -> " (" + text + ")")
                .orElse("");
    }
}
