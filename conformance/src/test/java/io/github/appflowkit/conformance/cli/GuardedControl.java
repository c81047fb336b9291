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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands before an endpoint, and lets to its state control API who bears a token; it repeats what others bear. */
final class GuardedControl implements AutoCloseable {
    private static final String CONTROL = "/_control";

    private final URI endpoint;
    private final String expected;
    private final String closed;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    /**
     * Starts one on a free port.
     *
     * @param closed the path of the control API that nobody is let to
     */
    GuardedControl(URI endpoint, String token, String closed) throws IOException {
        this.endpoint = endpoint;
        this.expected = "Bearer " + token;
        this.closed = CONTROL + closed;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().toString();
        String borne = exchange.getRequestHeaders().getFirst("Authorization");
        boolean guarded = path.startsWith(CONTROL + "/");
        try (exchange) {
            if (guarded && (!expected.equals(borne) || path.equals(closed))) {
                exchange.getResponseHeaders().set("X-Amzn-Errortype", "AccessDeniedException");
                answer(
                        exchange,
                        403,
                        "{\"message\": \"Nobody is let in by '%s'.\"}"
                                .formatted(borne)
                                .getBytes());
            } else {
                passOn(exchange, path, guarded ? null : borne, body);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void passOn(HttpExchange exchange, String path, String authorization, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(endpoint + path))
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        for (String name : new String[] {"Content-Type", "Accept"}) {
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
        server.stop(0);
        threads.shutdownNow();
    }
}
