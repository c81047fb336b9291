package io.github.appflowkit.conformance.steps;

import io.github.appflowkit.conformance.target.Exchange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Every judged exchange of a run, in the order in which they ended, and what could not be removed. */
public final class Recording {
    private final List<Exchange> exchanges = Collections.synchronizedList(new ArrayList<>());
    private final List<String> leftBehind = Collections.synchronizedList(new ArrayList<>());

    /** Keeps an exchange that has ended. */
    public void add(Exchange exchange) {
        exchanges.add(exchange);
    }

    /** All exchanges so far. */
    public List<Exchange> exchanges() {
        synchronized (exchanges) {
            return List.copyOf(exchanges);
        }
    }

    void leave(String what) {
        leftBehind.add(what);
    }

    /** What could not be removed from the target, and why. */
    public List<String> leftBehind() {
        synchronized (leftBehind) {
            return List.copyOf(leftBehind);
        }
    }
}
