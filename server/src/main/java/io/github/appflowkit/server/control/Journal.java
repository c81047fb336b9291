package io.github.appflowkit.server.control;

import io.github.appflowkit.server.account.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Remembers the latest requests to the operations. They are kept in columns and not as objects, which live just long
 * enough to be moved by several collections: under load that was most of what answers waited for.
 */
public final class Journal {
    private static final int CAPACITY = 10_000;

    private final long[] idsHigh = new long[CAPACITY];
    private final long[] idsLow = new long[CAPACITY];
    private final long[] arrivalSeconds = new long[CAPACITY];
    private final int[] arrivalNanos = new int[CAPACITY];
    private final Operation[] operations = new Operation[CAPACITY];
    private final String[] resources = new String[CAPACITY];
    private final Scope[] callers = new Scope[CAPACITY];
    private final int[] statuses = new int[CAPACITY];
    private final String[] errorTypes = new String[CAPACITY];
    private final long[] durationNanos = new long[CAPACITY];

    private int last = CAPACITY - 1;
    private int size;

    public synchronized void add(ServedRequest request) {
        int row = (last + 1) % CAPACITY;
        idsHigh[row] = request.id().getMostSignificantBits();
        idsLow[row] = request.id().getLeastSignificantBits();
        arrivalSeconds[row] = request.arrival().getEpochSecond();
        arrivalNanos[row] = request.arrival().getNano();
        operations[row] = request.operation();
        resources[row] = sameAs(resources[last], request.resource());
        callers[row] = sameAs(callers[last], request.caller());
        statuses[row] = request.status();
        errorTypes[row] = sameAs(errorTypes[last], request.errorType());
        durationNanos[row] = request.duration().toNanos();
        last = row;
        size = Math.min(size + 1, CAPACITY);
    }

    /** The object of the request before, if it says the same, so that no other is kept. */
    private static <T> T sameAs(T before, T now) {
        return now != null && now.equals(before) ? before : now;
    }

    /** The requests, oldest first. */
    public synchronized List<ServedRequest> requests() {
        return IntStream.rangeClosed(last - size + 1, last)
                .mapToObj(row -> request(Math.floorMod(row, CAPACITY)))
                .toList();
    }

    private ServedRequest request(int row) {
        return new ServedRequest(
                new UUID(idsHigh[row], idsLow[row]),
                Instant.ofEpochSecond(arrivalSeconds[row], arrivalNanos[row]),
                operations[row],
                resources[row],
                callers[row],
                statuses[row],
                errorTypes[row],
                Duration.ofNanos(durationNanos[row]));
    }

    public synchronized void clear() {
        size = 0;
        Arrays.fill(resources, null);
        Arrays.fill(callers, null);
        Arrays.fill(errorTypes, null);
    }
}
