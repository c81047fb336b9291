package io.github.appflowkit.conformance.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * A small HTTP/1.1 server on a free port of the loopback interface, for answers that may break HTTP. Closing it ends
 * every connection and thread.
 */
final class WireServer implements AutoCloseable {

    /** Serves requests, from several threads at a time. */
    @FunctionalInterface
    interface Handler {
        Answer answer(Request request);
    }

    private static final int BACKLOG = 200;

    private final Handler handler;
    private final ServerSocket listener;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "proof-endpoint");
        thread.setDaemon(true);
        return thread;
    });

    WireServer(Handler handler) {
        this.handler = handler;
        try {
            this.listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::listen);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                start(socket);
            } catch (IOException e) {
                // The listener was closed, or a client went away before it was accepted.
            }
        }
    }

    private void start(Socket socket) {
        try {
            threads.execute(() -> serve(socket));
        } catch (RejectedExecutionException e) {
            close(socket);
        }
    }

    private void serve(Socket socket) {
        try (Connection connection = new Connection(socket)) {
            connections.add(connection);
            try {
                if (!listener.isClosed()) {
                    serve(connection);
                }
            } finally {
                connections.remove(connection);
            }
        } catch (IOException e) {
            // The client went away; nobody is left to answer.
        }
    }

    private void serve(Connection connection) throws IOException {
        RequestReader reader = new RequestReader(connection);
        boolean open = true;
        while (open) {
            try {
                Request request = reader.next();
                open = request != null && answer(request, connection);
            } catch (MalformedRequestException e) {
                Answer answer = Answer.of(Refusal.unreadable("The request is not HTTP/1.1."))
                        .identified(UUID.randomUUID())
                        .header("Connection", "close");
                Wire.PLAIN.send(answer, connection);
                connection.finish();
                return;
            }
        }
    }

    private boolean answer(Request request, Connection connection) throws IOException {
        Answer answer = handler.answer(request);
        boolean last = "close".equalsIgnoreCase(request.header("Connection"))
                || "close".equalsIgnoreCase(answer.header("Connection"));
        if (last) {
            answer = answer.header("Connection", "close");
        }
        if (request.method().equals("HEAD")) {
            answer = answer.text("");
        }
        return answer.wire().send(answer, connection) && !last;
    }

    @Override
    public void close() {
        close(listener);
        threads.shutdownNow();
        connections.forEach(WireServer::close);
        try {
            threads.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it is closed and has no thread left. */
    boolean isTerminated() {
        return threads.isTerminated();
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            // It is of no use any more, closed or not.
        }
    }
}
