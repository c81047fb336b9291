package io.github.appflowkit.server.http.error;

import io.github.appflowkit.server.problem.ProblemKind;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers a defect of the server: its cause is logged once, under the request's id, and never told. */
public final class UnexpectedMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedMapper.class);

    private final Supplier<?> requestId;

    public UnexpectedMapper(Supplier<?> requestId) {
        this.requestId = requestId;
    }

    @Override
    public Response toResponse(Throwable defect) {
        return answer(requestId.get(), defect).toResponse();
    }

    /** Logs a defect, and says what to answer. */
    public static ErrorAnswer answer(Object requestId, Throwable defect) {
        LOG.error("Request {} failed", requestId, defect);
        return new ErrorAnswer(ErrorType.INTERNAL, ProblemKind.INTERNAL.message());
    }
}
