package io.github.appflowkit.conformance.proof;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Lets two deletions of one profile meet that are alike, and rewrites the answer to the one that comes too late. */
final class Race implements Decisions.Around {
    private final Predicate<Request> deletion;
    private final UnaryOperator<Answer> loser;
    private final Map<String, Integer> running = new HashMap<>();
    private final Set<String> won = new HashSet<>();

    Race(Predicate<Request> deletion, UnaryOperator<Answer> loser) {
        this.deletion = deletion;
        this.loser = loser;
    }

    @Override
    public Answer answer(Request request, Function<Request, Answer> endpoint) {
        if (!deletion.test(request)) {
            return endpoint.apply(request);
        }
        String key = request.text();
        enter(key);
        try {
            return settle(key, request, endpoint);
        } finally {
            leave(key);
        }
    }

    private synchronized void enter(String key) {
        running.merge(key, 1, Integer::sum);
        notifyAll();
    }

    /** Serves one request after the other, so that none is told that it lost before another has won. */
    private synchronized Answer settle(String key, Request request, Function<Request, Answer> endpoint) {
        Answer answer = endpoint.apply(request);
        if (answer.status() == 200) {
            won.add(key);
            // A request that comes at the same time finds the winner still there.
            Rendezvous.await(this, () -> running.get(key) >= 2);
        }
        return answer.status() == 404 && won.contains(key) ? loser.apply(answer) : answer;
    }

    private synchronized void leave(String key) {
        if (running.merge(key, -1, Integer::sum) == 0) {
            running.remove(key);
            won.remove(key);
        }
    }
}
