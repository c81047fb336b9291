package io.github.appflowkit.server.http.error;

import io.github.appflowkit.server.problem.Problem;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what an operation refuses; a cause, which is not the caller's, is logged under the request's id. */
public final class ProblemMapper implements ExceptionMapper<Problem> {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

    private final Supplier<?> requestId;

    public ProblemMapper(Supplier<?> requestId) {
        this.requestId = requestId;
    }

    @Override
    public Response toResponse(Problem problem) {
        if (problem.getCause() != null) {
            // A database that is away fails all requests alike, and one line of each is enough.
            LOG.error(
                    "Request {} failed: {}", requestId.get(), problem.getCause().toString());
        }
        return new ErrorAnswer(ErrorType.of(problem.kind()), problem.getMessage()).toResponse();
    }
}
