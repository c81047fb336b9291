package io.github.appflowkit.conformance.proof;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The words in which faults and permitted differences are told. */
final class Changes {

    private static final Set<Integer> ROUTING = Set.of(405, 406, 413, 415);

    /** Rewrites an answer, knowing the request; may ask the endpoint something else in between. */
    @FunctionalInterface
    interface Reaction {
        Answer react(Request request, Answer answer, Function<Request, Answer> endpoint);
    }

    private Changes() {}

    static Fault fault(String name, Consumer<Decisions> change, String... rules) {
        return new Fault(name, List.of(rules), () -> new RightEndpoint(change));
    }

    static PermittedDifference difference(String name, Consumer<Decisions> change, String... warnings) {
        return new PermittedDifference(name, change, List.of(warnings));
    }

    /** Rewrites the requests to the operations before anything reads them. */
    static Consumer<Decisions> received(UnaryOperator<Request> change) {
        return it -> it.surround((request, endpoint) -> endpoint.apply(change.apply(request)));
    }

    /** Refuses some of the requests to the operations before anything reads them. */
    static Consumer<Decisions> refused(Predicate<Request> which, int status, String type) {
        return received(request -> {
            if (which.test(request)) {
                throw new Refusal(status, type, "This request is not served.");
            }
            return request;
        });
    }

    static Consumer<Decisions> answered(Reaction reaction) {
        return it -> it.surround((request, endpoint) -> reaction.react(request, endpoint.apply(request), endpoint));
    }

    /** Rewrites all answers of the operations and of what stands before them. */
    static Consumer<Decisions> answers(UnaryOperator<Answer> change) {
        return answered((request, answer, endpoint) -> change.apply(answer));
    }

    /** Rewrites the answers of one status. */
    static Consumer<Decisions> answers(int status, UnaryOperator<Answer> change) {
        return answers(answer -> answer.status() == status ? change.apply(answer) : answer);
    }

    /** Rewrites the answers of one status to deletes of a profile. */
    static Consumer<Decisions> deletes(int status, UnaryOperator<Answer> change) {
        return answered((request, answer, endpoint) ->
                request.deletesProfile() && answer.status() == status ? change.apply(answer) : answer);
    }

    /** Rewrites the answers of one status to stops of a flow. */
    static Consumer<Decisions> stops(int status, UnaryOperator<Answer> change) {
        return answered((request, answer, endpoint) ->
                request.stopsFlow() && answer.status() == status ? change.apply(answer) : answer);
    }

    /** Rewrites the errors that the operations answer. */
    static Consumer<Decisions> errors(UnaryOperator<Answer> change) {
        return answers(answer -> answer.isError() && !isRoutingError(answer) ? change.apply(answer) : answer);
    }

    /** Rewrites the errors of paths, methods and media types. */
    static Consumer<Decisions> routingErrors(UnaryOperator<Answer> change) {
        return answers(answer -> isRoutingError(answer) ? change.apply(answer) : answer);
    }

    /** Rewrites the answers to requests that are to no operation. */
    static Consumer<Decisions> strays(UnaryOperator<Answer> change) {
        return answers(answer -> answer.isStray() ? change.apply(answer) : answer);
    }

    private static boolean isRoutingError(Answer answer) {
        return answer.isStray() || ROUTING.contains(answer.status());
    }
}
