package io.github.appflowkit.conformance.steps;

import static java.util.function.Predicate.not;

import io.github.appflowkit.conformance.rule.Contract;
import io.github.appflowkit.conformance.rule.Operation;
import io.github.appflowkit.conformance.target.Exchange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells the exchanges of a run apart by what answered them, and how.
 *
 * @param contract says what the operations are
 * @param exchanges the exchanges, in their order
 */
record AnswerKinds(Contract contract, List<Exchange> exchanges) {
    /** Those that have a whole answer. */
    Stream<Exchange> whole() {
        return exchanges.stream().filter(exchange -> exchange.whole().isPresent());
    }

    /** Those whose answer has a body. */
    Stream<Exchange> bodies() {
        return whole().filter(exchange -> exchange.answer().body().length > 0);
    }

    /** Those whose answer is an error that may have a body. */
    Stream<Exchange> errors() {
        return whole().filter(exchange -> exchange.answer().isError())
                .filter(exchange -> !exchange.request().method().equals("HEAD"));
    }

    /** Bodies of operations themselves, and not of refusals before one is reached. */
    Stream<Exchange> operationBodies() {
        return bodies().filter(not(AnswerKinds::isEarlyRefusal)).filter(this::isRouted);
    }

    /** Errors of an operation itself, whose shape clients depend on. */
    Stream<Exchange> operationErrors() {
        return errors().filter(this::isRouted).filter(not(AnswerKinds::isEarlyRefusal));
    }

    /** Refusals by route or media type, before an operation is reached. */
    Stream<Exchange> earlyRefusals() {
        return errors().filter(exchange -> isEarlyRefusal(exchange) || !isRouted(exchange))
                .filter(not(this::isNearRoute));
    }

    /** Whether only a slash at the end or a query parts the path from an operation's: who refuses it is open. */
    private boolean isNearRoute(Exchange exchange) {
        String path = exchange.request().target().replaceFirst("/?(\\?.*)?$", "");
        return !isRouted(exchange)
                && contract.operations().values().stream()
                        .anyMatch(operation -> operation.path().equals(path)
                                && operation.method().equals(exchange.request().method()));
    }

    /** A body in chunks may be refused by what stands before an operation, which a should rule judges. */
    private static boolean isEarlyRefusal(Exchange exchange) {
        return exchange.answer().isEarlyRefusal() || exchange.request().isChunked();
    }

    private boolean isRouted(Exchange exchange) {
        return operation(exchange).isPresent();
    }

    /** The operation that was called, if it was one. */
    Optional<Operation> operation(Exchange exchange) {
        String target = exchange.request().target();
        return contract.operations().values().stream()
                .filter(operation -> operation.path().equals(target))
                .filter(operation ->
                        operation.method().equals(exchange.request().method()))
                .findFirst();
    }

    /** A success without documented members. */
    boolean isFreeForm(Exchange exchange) {
        return !exchange.answer().isError()
                && operation(exchange)
                        .filter(operation -> operation.output(200).isEmpty())
                        .isPresent();
    }
}
