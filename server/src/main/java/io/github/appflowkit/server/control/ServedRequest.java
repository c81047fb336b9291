package io.github.appflowkit.server.control;

import io.github.appflowkit.server.account.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * One request to an operation and how it was answered.
 *
 * @param resource the name in the request, or null if it could not be read
 * @param status the status of the answer, or 0 if the connection was cut without one
 * @param errorType the error's name, or null if the answer is none
 */
public record ServedRequest(
        UUID id,
        Instant arrival,
        Operation operation,
        String resource,
        Scope caller,
        int status,
        String errorType,
        Duration duration) {}
