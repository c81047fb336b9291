package io.github.appflowkit.server.control;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Remembers the latest requests to the operations. */
public final class Journal {
    private static final int CAPACITY = 10_000;

    private final Deque<ServedRequest> requests = new ArrayDeque<>();

    public synchronized void add(ServedRequest request) {
        if (requests.size() == CAPACITY) {
            requests.removeFirst();
        }
        requests.addLast(request);
    }

    /** The requests, oldest first. */
    public synchronized List<ServedRequest> requests() {
        return List.copyOf(requests);
    }

    public synchronized void clear() {
        requests.clear();
    }
}
