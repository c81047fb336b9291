package io.github.appflowkit.server.fuzz;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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

/** Sends generated requests from several clients at a time, and collects what is wrong with their answers. */
final class FuzzRun {
    private static final int CLIENTS = 48;
    private static final int HANG_MILLIS = 20_000;
    private static final int MAX_FLAWS = 20;

    private final URI server;
    private final long seed;
    private final long start = System.nanoTime();
    private final AtomicLong left = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();
    private long round;
    private final AtomicLong connections = new AtomicLong();
    private final AtomicLong closed = new AtomicLong();
    private final AtomicLong hangs = new AtomicLong();
    private final Map<Integer, Long> answers = new ConcurrentSkipListMap<>();
    private final List<String> flaws = Collections.synchronizedList(new ArrayList<>());

    FuzzRun(URI server, long seed) {
        this.server = server;
        this.seed = seed;
    }

    /** Sends so many requests more, and reports on all so far. */
    FuzzReport send(long requests) throws Exception {
        left.set(requests);
        round++;
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                RequestGrammar grammar = new RequestGrammar(Objects.hash(seed, round, i));
                running.add(clients.submit(() -> client(grammar)));
            }
            for (Future<?> client : running) {
                client.get();
            }
        } finally {
            clients.shutdownNow();
        }
        return new FuzzReport(
                sent.get(),
                connections.get(),
                answers,
                closed.get(),
                hangs.get(),
                List.copyOf(flaws),
                Duration.ofNanos(System.nanoTime() - start));
    }

    /** Opens one connection after the other, and uses each for as long as it lasts. */
    private Void client(RequestGrammar grammar) throws IOException {
        RequestGrammar.Generated again = null;
        while ((left.get() > 0 || again != null) && flaws.size() < MAX_FLAWS) {
            connections.incrementAndGet();
            try (Socket socket = new Socket(server.getHost(), server.getPort())) {
                socket.setTcpNoDelay(true);
                socket.setSoTimeout(HANG_MILLIS);
                // So many connections would use all ports up, if each were remembered for a while.
                socket.setSoLinger(true, 0);
                InputStream in = new BufferedInputStream(socket.getInputStream());
                boolean open = true;
                for (boolean first = true; open && (again != null || left.getAndDecrement() > 0); first = false) {
                    RequestGrammar.Generated request = again == null ? grammar.next() : again;
                    again = null;
                    try {
                        open = exchange(request, socket, in);
                    } catch (EOFException | SocketException e) {
                        open = false;
                        if (request.whole() && !first) {
                            // The connection may have ended for being idle; clients repeat the request then.
                            again = request;
                        } else {
                            closed.incrementAndGet();
                            if (request.whole()) {
                                note("no answer, but " + e.getMessage(), request);
                            }
                        }
                    }
                }
            }
        }
        return null;
    }

    /** Sends one request, and says whether the connection can be used for another. */
    private boolean exchange(RequestGrammar.Generated request, Socket socket, InputStream in) throws IOException {
        sent.incrementAndGet();
        boolean hasBody = !request.method().equals("HEAD");
        try {
            try {
                socket.getOutputStream().write(request.bytes());
            } catch (SocketException e) {
                // Refused before it was sent to its end; the answer may be there nevertheless.
            }
            WireAnswer answer = WireAnswer.read(in, hasBody);
            answers.merge(answer.status(), 1L, Long::sum);
            String flaw = answer.flaw(hasBody);
            if (flaw != null) {
                note(flaw + ": " + answer.head() + new String(answer.body(), StandardCharsets.UTF_8), request);
            }
            return !request.last() && !answer.ends();
        } catch (SocketTimeoutException e) {
            hangs.incrementAndGet();
            note("neither an answer nor an end", request);
        } catch (NumberFormatException e) {
            note(e.toString(), request);
        }
        return false;
    }

    private void note(String flaw, RequestGrammar.Generated request) {
        String sent = new String(request.bytes(), StandardCharsets.ISO_8859_1);
        flaws.add(flaw + "\nafter " + sent.substring(0, Math.min(600, sent.length())));
    }
}
