package io.github.appflowkit.server.fuzz;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.SocketFactory;

/**
 * Sends generated requests from several clients at a time, and collects what is wrong with their answers. After each that
 * leaves its connection open comes a probe, whose answer has to be its own.
 */
final class FuzzRun {
    private static final int MAX_FLAWS = 20;
    /** A connection that is not used for less than that has to be there still. */
    private static final Duration IN_TIME = Duration.ofSeconds(2);

    private final URI server;
    private final SocketFactory sockets;
    private final int clients;
    private final Duration patience;
    private final long seed;
    private final long start = System.nanoTime();
    private final AtomicLong left = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();
    private long round;
    private final AtomicLong connections = new AtomicLong();
    private final AtomicLong probes = new AtomicLong();
    private final AtomicLong closed = new AtomicLong();
    private final AtomicLong hangs = new AtomicLong();
    private final Map<Integer, Long> answers = new ConcurrentSkipListMap<>();
    private final List<String> flaws = Collections.synchronizedList(new ArrayList<>());

    FuzzRun(URI server, SocketFactory sockets, int clients, Duration patience, long seed) {
        this.server = server;
        this.sockets = sockets;
        this.clients = clients;
        this.patience = patience;
        this.seed = seed;
    }

    /** Sends so many requests more, and reports on all so far. */
    FuzzReport send(long requests, boolean signed) throws Exception {
        left.set(requests);
        round++;
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                RequestGrammar grammar = new RequestGrammar(Objects.hash(seed, round, i), signed);
                running.add(threads.submit(() -> client(grammar)));
            }
            for (Future<?> client : running) {
                client.get();
            }
        } finally {
            threads.shutdownNow();
        }
        return new FuzzReport(
                sent.get(),
                connections.get(),
                probes.get(),
                answers,
                closed.get(),
                hangs.get(),
                List.copyOf(flaws),
                Duration.ofNanos(System.nanoTime() - start));
    }

    /** Opens one connection after the other, and uses each for as long as it lasts. */
    private Void client(RequestGrammar grammar) throws IOException {
        Generated again = null;
        while ((left.get() > 0 || again != null) && flaws.size() < MAX_FLAWS) {
            connections.incrementAndGet();
            try (FuzzConnection connection = new FuzzConnection(server, sockets, patience)) {
                boolean open = true;
                for (boolean first = true; open && (again != null || left.getAndDecrement() > 0); first = false) {
                    Generated request = again == null ? grammar.next() : again;
                    again = null;
                    try {
                        open = exchange(request, connection);
                    } catch (EOFException | SocketException e) {
                        open = false;
                        if (request.fate().isAnswered() && !first) {
                            // The connection may have ended for being idle; clients repeat the request then.
                            again = request;
                        } else {
                            closed.incrementAndGet();
                            if (request.fate() != Generated.Fate.BROKEN) {
                                note("no answer, but " + e.getMessage(), request);
                            }
                        }
                    } catch (SocketTimeoutException e) {
                        open = false;
                        hangs.incrementAndGet();
                        note("neither an answer nor an end", request);
                    } catch (NumberFormatException e) {
                        open = false;
                        note(e.toString(), request);
                    }
                }
            }
        }
        return null;
    }

    /** Sends one request, and says whether the connection can be used for another. */
    private boolean exchange(Generated request, FuzzConnection connection) throws IOException {
        String name = "probe-" + sent.incrementAndGet();
        connection.send(request.bytes(), request.pieceLength());
        boolean together = request.isPipelined();
        if (together) {
            connection.send(Generated.probe(name), Integer.MAX_VALUE);
        }
        WireAnswer answer = connection.answer(request.hasBody());
        long answered = System.nanoTime();
        answers.merge(answer.status(), 1L, Long::sum);
        String flaw = answer.flaw(request.hasBody());
        if (flaw != null) {
            note(flaw + ": " + answer, request);
        }
        if (request.fate() == Generated.Fate.REFUSED) {
            // It may have been refused before its end was looked at; then the end alone is.
            if (answer.status() < 400 || !connection.isEnded()) {
                note("not refused for good: " + answer, request);
            }
            return false;
        }
        if (answer.ends()) {
            if (!connection.isEnded()) {
                note("more after the end: " + answer, request);
            }
            return false;
        }
        if (request.fate() != Generated.Fate.ANSWERED) {
            return false;
        }
        if (!together) {
            connection.send(Generated.probe(name), Integer.MAX_VALUE);
        }
        return isOwn(name, answered, connection, request);
    }

    /** Whether the probe got its own answer, and the connection can still be used. */
    private boolean isOwn(String name, long answered, FuzzConnection connection, Generated request) throws IOException {
        probes.incrementAndGet();
        try {
            WireAnswer answer = connection.answer(true);
            if (!answer.text().contains("'" + name + "'") && !answer.text().contains(" " + name + " ")) {
                note("the next request was answered by " + answer, request);
            }
            return !answer.ends();
        } catch (EOFException | SocketException e) {
            if (System.nanoTime() - answered < IN_TIME.toNanos()) {
                note("the next request was not answered: " + e.getMessage(), request);
            }
            return false;
        }
    }

    private void note(String flaw, Generated request) {
        flaws.add(flaw + "\nafter " + request.beginning());
    }
}
