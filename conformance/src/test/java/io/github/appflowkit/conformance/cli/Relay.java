package io.github.appflowkit.conformance.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Stands before an endpoint and does something else with some of the requests to its operations, which it counts. */
final class Relay implements AutoCloseable {
    /** What becomes of a request. */
    enum Fate {
        PASSED_ON,
        ANSWERED_400,
        ANSWERED_503,
        LEFT_HANGING
    }

    private static final Set<String> OPERATIONS = Set.of("/stop-flow", "/delete-connector-profile");

    private final URI endpoint;
    private final IntFunction<Fate> fates;
    private final AtomicInteger operations = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    /**
     * Starts one on a free port.
     *
     * @param fates what becomes of each request to an operation, by its number from 1
     */
    Relay(URI endpoint, IntFunction<Fate> fates) throws IOException {
        this(endpoint, 0, fates);
    }

    /** Starts one on a port. */
    Relay(URI endpoint, int port, IntFunction<Fate> fates) throws IOException {
        this.endpoint = endpoint;
        this.fates = fates;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** How many requests to operations came. */
    int operations() {
        return operations.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        boolean operation = OPERATIONS.contains(exchange.getRequestURI().getPath());
        Fate fate = operation ? fates.apply(operations.incrementAndGet()) : Fate.PASSED_ON;
        try (exchange) {
            switch (fate) {
                case PASSED_ON -> passOn(exchange, body);
                case ANSWERED_400 -> answer(exchange, 400, "{\"message\": \"no\"}".getBytes());
                case ANSWERED_503 -> answer(exchange, 503, new byte[0]);
                case LEFT_HANGING -> closed.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void passOn(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(endpoint + exchange.getRequestURI().toString()))
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        for (String name : new String[] {"Content-Type", "Accept", "Authorization"}) {
            if (exchange.getRequestHeaders().containsKey(name)) {
                request.header(name, exchange.getRequestHeaders().getFirst(name));
            }
        }
        HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
        response.headers().map().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("content-length") && !name.startsWith(":")) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        answer(exchange, response.statusCode(), response.body());
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
