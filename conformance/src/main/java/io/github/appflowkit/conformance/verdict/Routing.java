package io.github.appflowkit.conformance.verdict;

import io.github.appflowkit.conformance.rule.Operation;
import io.github.appflowkit.conformance.target.Answer;
import io.github.appflowkit.conformance.target.Exchange;
import io.github.appflowkit.conformance.target.Header;
import io.github.appflowkit.conformance.target.Request;
import io.github.appflowkit.conformance.target.Sender;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells an operation that is served from a catch-all: a path that nothing can be served at gets the same requests, and
 * an operation whose every answer is like that path's is not routed.
 */
public final class Routing {
    private static final int IN_A_ROW = 3;

    /** AWS's common errors about who sends a request, with and without {@code Exception} at their end. */
    private static final Set<String> OF_CREDENTIALS = Set.of(
            "ExpiredToken",
            "IncompleteSignature",
            "InvalidAccessKeyId",
            "InvalidClientTokenId",
            "InvalidSignature",
            "InvalidToken",
            "RequestExpired",
            "SignatureDoesNotMatch",
            "UnrecognizedClient");

    /** A gateway says so to signed requests for a path that it does not know. */
    private static final String OF_A_WRONG_PATH_TOO = "MissingAuthenticationToken";

    private final Sender sender;
    private final long seed;
    private int timeLimits;
    private Exchange last;

    /** Creates the oracle of a run. */
    public Routing(Sender sender, long seed) {
        this.sender = sender;
        this.seed = seed;
    }

    /** Why the endpoint cannot be judged at all, if it gives no whole answer to a valid request nor to an invalid one. */
    public Optional<String> unreachable(Operation operation) {
        giveAnotherChance();
        List<Exchange> broken = Stream.of(named(operation, random(operation)), "{}")
                .map(body -> send(operation, operation.path(), body))
                .takeWhile(exchange -> exchange.whole().isEmpty())
                .toList();
        return broken.size() == 2 ? Optional.of(broken.get(0).broken().reason()) : Optional.empty();
    }

    /**
     * In which words the endpoint refuses whoever sends a valid request, as no error of an operation says it; empty if it
     * does not.
     */
    public Optional<String> denied(Operation operation) {
        giveAnotherChance();
        return send(operation, operation.path(), named(operation, random(operation)))
                .whole()
                .filter(answer -> answer.errorType()
                        .map(type -> type.replaceFirst("Exception$", ""))
                        .filter(type ->
                                OF_CREDENTIALS.contains(type) || type.equals(OF_A_WRONG_PATH_TOO) && !sender.signs())
                        .isPresent())
                .map(answer -> answer.outcome()
                        + answer.message().map(text -> " (" + text + ")").orElse(""));
    }

    /** Why an operation is not routed, if it is not. */
    public Optional<String> notRouted(Operation operation) {
        giveAnotherChance();
        Random random = random(operation);
        String name = named(operation, random);
        String nowhere = nowhere(operation, random);
        String nowhereElse = nowhere(operation, random);
        List<Exchange> own = new ArrayList<>();
        for (String body : List.of(name, "{}", "{")) {
            Exchange exchange = send(operation, operation.path(), body);
            own.add(exchange);
            if (exchange.whole().isPresent() && !isLikeNowhere(exchange, operation, body, nowhere, nowhereElse)) {
                return Optional.empty();
            }
        }
        return Optional.of(reason(operation, own, nowhere));
    }

    /** Sends a valid request to the operation of this path, or to the first one if it is of none. */
    Exchange valid(String path, List<Operation> operations) {
        Operation operation = operations.stream()
                .filter(each -> each.path().equals(path))
                .findFirst()
                .orElse(operations.get(0));
        return sender.sendRaw(request(operation, operation.path(), named(operation, random(operation))));
    }

    /** Whether an answer is that of a path that nothing is served at; a second such path shows what differs anyhow. */
    private boolean isLikeNowhere(
            Exchange exchange, Operation operation, String body, String nowhere, String nowhereElse) {
        Likeness own = Likeness.of(exchange);
        Likeness other = Likeness.of(send(operation, nowhere, body));
        if (own.equals(other) || !own.isOfTheKindOf(other)) {
            return own.equals(other);
        }
        return own.saysWhatBothSay(other, Likeness.of(send(operation, nowhereElse, body)));
    }

    private static String reason(Operation operation, List<Exchange> own, String nowhere) {
        String call = operation.method() + " " + operation.path();
        if (own.stream().allMatch(exchange -> exchange.whole().isEmpty())) {
            return call + " never gives a whole answer: " + own.get(0).broken().reason();
        }
        String answers = own.stream().map(Routing::shown).distinct().collect(Collectors.joining(", "));
        return call + " gets the answers of a path that nothing is served at (" + nowhere + "): " + answers + "; "
                + meaning(operation, own.get(0));
    }

    private static String meaning(Operation operation, Exchange first) {
        int status = first.whole().map(Answer::status).orElse(0);
        if (status == 401 || status == 403) {
            return "every path is refused before it is looked at: check the credentials and the region, or try --unsigned";
        }
        if (status == 431) {
            return "every request is refused for the size of its headers: shorten the session token, or raise the limit";
        }
        if (status >= 500) {
            return "every path fails alike, so that " + operation.id() + " cannot be told from no operation";
        }
        if (status >= 400) {
            return operation.id() + " is not served at this endpoint: check the URL, its path included";
        }
        return "something else answers here for every path, and not " + operation.id();
    }

    private static String shown(Exchange exchange) {
        return exchange.whole().map(Routing::shown).orElseGet(exchange::summary);
    }

    private static String shown(Answer answer) {
        String type = answer.header("Content-Type").orElse("no Content-Type").split(";", 2)[0];
        String what = switch (type.toLowerCase(Locale.ROOT)) {
            case "text/html" -> "a web page";
            case "application/xml", "text/xml" -> "XML" + element(answer);
            default -> type;
        };
        return answer.status() + answer.errorType().map(name -> " " + name).orElse("") + " (" + what + ")";
    }

    /** The code of an error in XML, as other services tell it. */
    private static String element(Answer answer) {
        String text = answer.text();
        int start = text.indexOf("<Code>");
        int end = text.indexOf("</Code>");
        return start < 0 || end < start ? "" : " " + text.substring(start + "<Code>".length(), end);
    }

    /** Sends a request; after three time limits in a row the rest is taken to be like them. */
    private Exchange send(Operation operation, String path, String body) {
        if (timeLimits < IN_A_ROW) {
            last = sender.sendRaw(request(operation, path, body));
            timeLimits = last.whole().isEmpty() && last.broken().timedOut() ? timeLimits + 1 : 0;
        }
        return last;
    }

    /** One operation that hangs says nothing of the next one. */
    private void giveAnotherChance() {
        timeLimits = Math.min(timeLimits, IN_A_ROW - 1);
    }

    /** The names of an operation's requests: the same ones in every run of a seed, whichever operations are judged. */
    private Random random(Operation operation) {
        return new Random(31 * seed + operation.id().hashCode());
    }

    private static String named(Operation operation, Random random) {
        return "{\"%s\": \"%s\"}".formatted(operation.nameMember().name(), letters(20, random));
    }

    private static String nowhere(Operation operation, Random random) {
        return "/" + letters(operation.path().length() - 1, random);
    }

    private Request request(Operation operation, String path, String body) {
        List<Header> headers =
                List.of(new Header("Content-Type", "application/json"), new Header("Accept", "application/json"));
        return new Request(
                        operation.method(), path, headers, null, sender.target().region())
                .withBody(body);
    }

    private static String letters(int length, Random random) {
        return random.ints(length, 'a', 'z' + 1).mapToObj(Character::toString).collect(Collectors.joining());
    }
}
