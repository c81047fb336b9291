package io.github.appflowkit.server.http.error;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Answers requests that cannot be understood. */
public final class RefusedRequestMapper implements ExceptionMapper<RefusedRequest> {
    @Override
    public Response toResponse(RefusedRequest refusal) {
        return ErrorAnswer.of(refusal).toResponse();
    }
}
