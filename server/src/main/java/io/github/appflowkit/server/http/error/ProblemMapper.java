package io.github.appflowkit.server.http.error;

import io.github.appflowkit.server.problem.Problem;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Answers what an operation refuses. */
public final class ProblemMapper implements ExceptionMapper<Problem> {
    @Override
    public Response toResponse(Problem problem) {
        return new ErrorAnswer(ErrorType.of(problem.kind()), problem.getMessage()).toResponse();
    }
}
