package io.github.appflowkit.server.http.observe;

import io.github.appflowkit.server.account.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * One request, of whatever kind, and how it was answered.
 *
 * @param method the method, or null if the request was refused before it was one
 * @param path the path as it was sent, without the query, which may hold a signature; null as the method is
 * @param operation the name that the contract gives it, or null if it is none of the contract's
 * @param resource the name in the request, or null if it was not read
 * @param caller whose request it is, or null if that was not proved
 * @param status the status of the answer, or 0 if the connection was cut without one
 * @param errorType the error's name, or null if the answer is none
 */
public record AnsweredRequest(
        UUID id,
        Instant arrival,
        String method,
        String path,
        String operation,
        String resource,
        Scope caller,
        int status,
        String errorType,
        Duration duration) {}
