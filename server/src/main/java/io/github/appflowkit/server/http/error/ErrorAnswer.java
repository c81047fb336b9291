package io.github.appflowkit.server.http.error;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.appflowkit.contract.model.ErrorResponse;
import io.github.appflowkit.server.problem.Problem;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;

/** The one shape that every failure is answered in, whoever finds it. */
public record ErrorAnswer(ErrorType type, String message) {
    public static final String TYPE_HEADER = "X-Amzn-Errortype";

    private static final ObjectWriter JSON = new JsonMapper().writerFor(ErrorResponse.class);

    /** What an operation refuses. */
    public static ErrorAnswer of(Problem refusal) {
        return new ErrorAnswer(ErrorType.of(refusal.kind()), refusal.getMessage());
    }

    /** Members that break constraints of the contract. */
    public static ErrorAnswer of(ConstraintViolationException invalid) {
        return new ErrorAnswer(ErrorType.VALIDATION, ConstraintMessages.summary(invalid.getConstraintViolations()));
    }

    /** A request that is not understood. */
    public static ErrorAnswer of(RefusedRequest refusal) {
        return new ErrorAnswer(refusal.type(), refusal.getMessage());
    }

    public Map<String, String> headers() {
        Map<String, String> headers = otherHeaders();
        headers.put(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        return headers;
    }

    public byte[] body() {
        try {
            return JSON.writeValueAsBytes(entity());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A message is always JSON", e);
        }
    }

    public Response toResponse() {
        // Jersey would parse the text of the media type for each answer.
        Response.ResponseBuilder response =
                Response.status(type.status()).entity(entity()).type(MediaType.APPLICATION_JSON_TYPE);
        otherHeaders().forEach(response::header);
        return response.build();
    }

    /** Those that do not speak of the body. */
    private Map<String, String> otherHeaders() {
        Map<String, String> headers = new HashMap<>();
        headers.put(TYPE_HEADER, type.toString());
        if (type == ErrorType.TOO_SLOW) {
            // What is still to come of the body would be taken for the next request.
            headers.put("Connection", "close");
        }
        return headers;
    }

    private ErrorResponse entity() {
        return new ErrorResponse().message(message);
    }
}
