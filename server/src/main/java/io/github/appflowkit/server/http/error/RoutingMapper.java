package io.github.appflowkit.server.http.error;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Answers what Jersey's routing refuses: paths, methods and media types. */
public final class RoutingMapper implements ExceptionMapper<ClientErrorException> {
    @Override
    public Response toResponse(ClientErrorException refusal) {
        return answer(refusal.getResponse().getStatus()).toResponse();
    }

    private static ErrorAnswer answer(int status) {
        return switch (status) {
            case 404 -> new ErrorAnswer(ErrorType.UNKNOWN_PATH, "No operation has this path.");
            case 405 -> new ErrorAnswer(ErrorType.UNKNOWN_METHOD, "No operation of this path has this method.");
            case 406 -> new ErrorAnswer(ErrorType.NOT_ACCEPTABLE, "Answers are application/json.");
            case 415 -> new ErrorAnswer(ErrorType.UNSUPPORTED_MEDIA_TYPE, "The Content-Type must be application/json.");
            default -> new ErrorAnswer(ErrorType.MALFORMED_HTTP, "The request is not well-formed.");
        };
    }
}
