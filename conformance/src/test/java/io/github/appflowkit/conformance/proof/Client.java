package io.github.appflowkit.conformance.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Talks to an endpoint over HTTP/1.1. */
final class Client {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI url;

    Client(URI url) {
        this.url = url;
    }

    HttpResponse<String> delete(String body) {
        return post("/delete-connector-profile", body);
    }

    HttpResponse<String> stop(String body) {
        return post("/stop-flow", body);
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    void putProfile(String body) {
        put("connector-profiles", body);
    }

    void putFlow(String body) {
        put("flows", body);
    }

    private void put(String kind, String body) {
        HttpResponse<String> response = send("PUT", "/_control/" + kind, body);
        if (response.statusCode() != 200) {
            throw new IllegalArgumentException(response.body());
        }
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve(path))
                .timeout(Duration.ofSeconds(5))
                .method(method, BodyPublishers.ofString(body))
                .setHeader("Content-Type", "application/json");
        for (int at = 0; at < headers.length; at += 2) {
            request.setHeader(headers[at], headers[at + 1]);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static String type(HttpResponse<String> response) {
        return response.headers().firstValue("X-Amzn-Errortype").orElse(null);
    }

    static JsonNode json(HttpResponse<String> response) {
        return Json.object(response.body());
    }
}
