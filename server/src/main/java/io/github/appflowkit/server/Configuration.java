package io.github.appflowkit.server;

import io.github.appflowkit.server.account.Scope;
import io.github.appflowkit.server.http.DeleteResponse;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What a server is to be like, resolved once before it starts.
 *
 * @param port the port, or 0 for any that is free
 * @param state the file with the state at start, or null to start with none
 * @param defaults the account and region of callers that name none
 * @param control whether the state control API is served
 * @param maxBody the bytes that a request body may have
 */
public record Configuration(
        InetAddress host,
        int port,
        Path state,
        Scope defaults,
        DeleteResponse deleteResponse,
        boolean control,
        int maxBody) {
    public Configuration {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(defaults, "defaults");
        Objects.requireNonNull(deleteResponse, "deleteResponse");
    }
}
