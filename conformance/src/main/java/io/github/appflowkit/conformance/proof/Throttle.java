package io.github.appflowkit.conformance.proof;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Refuses every so many requests, as a service does that is asked too much. */
final class Throttle implements Decisions.Around {

    private final int every;
    private final AtomicInteger requests = new AtomicInteger();

    Throttle(int every) {
        this.every = every;
    }

    @Override
    public Answer answer(Request request, Function<Request, Answer> endpoint) {
        if (requests.incrementAndGet() % every == 0) {
            throw new Refusal(429, "ThrottlingException", "Rate exceeded.");
        }
        return endpoint.apply(request);
    }
}
