package io.github.appflowkit.conformance.verdict;

import io.github.appflowkit.conformance.rule.Contract;
import io.github.appflowkit.conformance.target.Answer;
import io.github.appflowkit.conformance.target.Exchange;
import io.github.appflowkit.conformance.target.Header;
import io.github.appflowkit.conformance.target.Request;
import io.github.appflowkit.conformance.target.Sender;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells an operation that is served from a catch-all: a path that nothing can be served at gets the same requests, and
 * an operation whose every answer is like that path's is not routed.
 */
public final class Routing {
    private final Sender sender;
    private final Random random;

    /** Creates the oracle of a run. */
    public Routing(Sender sender, long seed) {
        this.sender = sender;
        random = new Random(seed);
    }

    /** Why the endpoint cannot be judged at all, if it gives no whole answer to a valid request nor to an invalid one. */
    public Optional<String> unreachable(Contract.Operation operation) {
        List<Exchange> broken = Stream.of(named(operation, letters(20)), "{}")
                .map(body -> sender.sendRaw(request(operation, operation.path(), body)))
                .takeWhile(exchange -> exchange.whole().isEmpty())
                .toList();
        return broken.size() == 2 ? Optional.of(broken.get(0).broken().reason()) : Optional.empty();
    }

    /** Why an operation is not routed, if it is not. */
    public Optional<String> notRouted(Contract.Operation operation) {
        String name = letters(20);
        String sibling = "/" + letters(operation.path().length() - 1);
        List<String> bodies = List.of(named(operation, name), "{}", "{");
        List<Exchange> own = bodies.stream()
                .map(body -> sender.sendRaw(request(operation, operation.path(), body)))
                .toList();
        List<Exchange> others = bodies.stream()
                .map(body -> sender.sendRaw(request(operation, sibling, body)))
                .toList();
        boolean same = Stream.iterate(0, i -> i < bodies.size(), i -> i + 1)
                .allMatch(i ->
                        likeness(own.get(i), name, operation.path()).equals(likeness(others.get(i), name, sibling)));
        return same
                ? Optional.of(operation.path() + " answers like a path that does not exist, " + sibling + ": "
                        + own.stream().map(Exchange::summary).distinct().collect(Collectors.joining("; ")))
                : Optional.empty();
    }

    private static String named(Contract.Operation operation, String name) {
        return "{\"%s\": \"%s\"}".formatted(operation.nameMember().name(), name);
    }

    private Request request(Contract.Operation operation, String path, String body) {
        List<Header> headers =
                List.of(new Header("Content-Type", "application/json"), new Header("Accept", "application/json"));
        return new Request(
                        operation.method(), path, headers, null, sender.target().region())
                .withBody(body);
    }

    /** What an answer says apart from what differs between any two answers: the path, the name and identifiers. */
    private static String likeness(Exchange exchange, String name, String path) {
        if (exchange.whole().isEmpty()) {
            return exchange.broken().reason();
        }
        Answer answer = exchange.answer();
        String text =
                answer.text().replace(path.substring(1), "").replace(name, "").replaceAll("(?i)[0-9a-f-]{8,}|\\d+", "");
        return answer.status() + answer.errorType().orElse("") + text;
    }

    private String letters(int length) {
        return random.ints(length, 'a', 'z' + 1).mapToObj(Character::toString).collect(Collectors.joining());
    }
}
