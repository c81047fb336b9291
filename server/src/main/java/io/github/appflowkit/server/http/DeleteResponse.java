package io.github.appflowkit.server.http;

/** What a deleted profile is answered with: the documentation says an empty body, its sample shows another. */
public enum DeleteResponse {
    EMPTY(null),
    OBJECT("{}"),
    SAMPLE("{ \"deleted\": true, \"flowNames\": null }");

    private final String body;

    DeleteResponse(String body) {
        this.body = body;
    }

    /** The body, or null for none. */
    String body() {
        return body;
    }
}
