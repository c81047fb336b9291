package io.github.appflowkit.conformance.target;

import java.util.List;
import java.util.Optional;

/**
 * A request that was sent and what came of it: a whole answer, or the reason why there is none.
 *
 * @param request what was to be sent
 * @param sent the headers that went out, those of the transport and of the signature included
 * @param answer the answer; null if it is not a whole HTTP message
 * @param broken why there is no whole answer; null if there is one
 * @param micros microseconds from sending to the answer's last byte
 */
public record Exchange(Request request, List<Header> sent, Answer answer, Broken broken, long micros) {
    public Exchange {
        sent = List.copyOf(sent);
    }

    /** The whole answer, if there is one. */
    public Optional<Answer> whole() {
        return Optional.ofNullable(answer);
    }

    /** Whether nothing can be said of the answer: the endpoint was not reached, or the time limit passed. */
    public boolean isUnanswered() {
        return answer == null && (!broken.reached() || broken.timedOut());
    }

    /** The request and what came of it in a line, such as {@code POST /stop-flow {"flowName":"a"} -> 404 …}. */
    public String line() {
        String body = request.text();
        return request.method() + " " + request.target() + (body.isEmpty() ? "" : " " + Answer.abridged(body)) + " -> "
                + whole().map(Answer::outcome).orElseGet(() -> broken.reason());
    }

    /** What came of the request, in a few words. */
    public String summary() {
        return answer == null ? broken.reason() : answer.summary();
    }
}
