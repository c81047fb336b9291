package io.github.appflowkit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.conformance.proof.RightEndpoint;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** What there is at an endpoint, put and read through its control API. */
final class ControlState {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private ControlState() {}

    /** Puts a resource, as JSON, to {@code connector-profiles} or {@code flows}. */
    static void put(RightEndpoint endpoint, String resources, String json) throws IOException, InterruptedException {
        assertThat(send(endpoint, resources, "PUT", json).statusCode()).isEqualTo(200);
    }

    /** All that is there, as JSON. */
    static String of(RightEndpoint endpoint) throws IOException, InterruptedException {
        return send(endpoint, "describe", "POST", "{}").body();
    }

    private static HttpResponse<String> send(RightEndpoint endpoint, String path, String method, String json)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint.url() + "/_control/" + path))
                .method(method, BodyPublishers.ofString(json))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }
}
