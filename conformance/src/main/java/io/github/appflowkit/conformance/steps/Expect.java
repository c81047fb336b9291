package io.github.appflowkit.conformance.steps;

import io.github.appflowkit.conformance.target.Answer;
import io.github.appflowkit.conformance.target.Exchange;
import java.util.List;
import java.util.stream.Collectors;

/** Holds exchanges against what is expected of them. */
final class Expect {
    private Expect() {}

    /** The exchange shows what is expected, or it is the violation's evidence. */
    static void that(boolean holds, String expected, Exchange exchange) {
        if (!holds) {
            throw new Violation(expected, exchange.summary(), exchange);
        }
    }

    static void status(Exchange exchange, int status) {
        that(World.whole(exchange).status() == status, String.valueOf(status), exchange);
    }

    static void statusIn(Exchange exchange, Integer... statuses) {
        List<Integer> allowed = List.of(statuses);
        that(allowed.contains(World.whole(exchange).status()), oneOf(allowed), exchange);
    }

    /** Statuses as sentences list them. */
    static String oneOf(List<Integer> statuses) {
        return statuses.stream().map(String::valueOf).collect(Collectors.joining(" or "));
    }

    static void error(Exchange exchange, int status, String type) {
        Answer answer = World.whole(exchange);
        that(
                answer.status() == status
                        && answer.errorType().filter(type::equals).isPresent(),
                status + " " + type,
                exchange);
    }
}
