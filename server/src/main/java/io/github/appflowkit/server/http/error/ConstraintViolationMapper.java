package io.github.appflowkit.server.http.error;

import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Answers members that break a constraint of the contract. */
public final class ConstraintViolationMapper implements ExceptionMapper<ConstraintViolationException> {
    @Override
    public Response toResponse(ConstraintViolationException invalid) {
        return new ErrorAnswer(ErrorType.VALIDATION, ConstraintMessages.summary(invalid.getConstraintViolations()))
                .toResponse();
    }
}
