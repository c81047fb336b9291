package io.github.appflowkit.server;

import io.github.appflowkit.server.account.Scope;
import io.github.appflowkit.server.http.DeleteResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A whole server on a free port, and a client that a user might have: the JDK's, with its defaults. */
public final class TestServer implements AutoCloseable {
    public static final Scope DEFAULTS = new Scope("123456789012", "us-east-1");

    private final AppFlowServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    private TestServer(Configuration configuration) throws StartException {
        server = AppFlowServer.start(configuration);
    }

    public static TestServer start() throws StartException {
        return start(DeleteResponse.EMPTY, true);
    }

    public static TestServer start(DeleteResponse deleteResponse, boolean control) throws StartException {
        return start(Configuration.builder().deleteResponse(deleteResponse).control(control));
    }

    /** A server on a free port that is otherwise as configured, but takes only short bodies. */
    public static TestServer start(Configuration.Builder configuration) throws StartException {
        return new TestServer(configuration.port(0).maxBody(64 * 1024).build());
    }

    public URI uri() {
        return server.uri();
    }

    public HttpResponse<String> post(String path, String json, String... headers) {
        return send("POST", path, json, headers);
    }

    public HttpResponse<String> send(String method, String path, String json, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uri() + path))
                .timeout(Duration.ofSeconds(10))
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (json != null && request.build().headers().firstValue("Content-Type").isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(method + " " + path + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Makes a state of the control API's form, and fails if it is refused. */
    public void put(String path, String json, String... headers) {
        HttpResponse<String> answer = send("PUT", path, json, headers);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.body());
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
