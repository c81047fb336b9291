package io.github.appflowkit.server.http.error;

import io.github.appflowkit.server.problem.ProblemKind;

/** The errors that an answer can bear: the name that clients tell them by, and the status. */
public enum ErrorType {
    VALIDATION("ValidationException", 400),
    SERIALIZATION("SerializationException", 400),
    UNSUPPORTED_OPERATION("UnsupportedOperationException", 400),
    MALFORMED_HTTP("MalformedHttpRequestException", 400),
    ACCESS_DENIED("AccessDeniedException", 403),
    MISSING_TOKEN("MissingAuthenticationTokenException", 403),
    INCOMPLETE_SIGNATURE("IncompleteSignatureException", 403),
    INVALID_SIGNATURE("InvalidSignatureException", 403),
    UNRECOGNIZED_CLIENT("UnrecognizedClientException", 403),
    EXPIRED_TOKEN("ExpiredTokenException", 403),
    NOT_FOUND("ResourceNotFoundException", 404),
    UNKNOWN_PATH("UnknownOperationException", 404),
    UNKNOWN_METHOD("UnknownOperationException", 405),
    NOT_ACCEPTABLE("NotAcceptableException", 406),
    TOO_SLOW("RequestTimeoutException", 408),
    CONFLICT("ConflictException", 409),
    TOO_LARGE("RequestEntityTooLargeException", 413),
    URI_TOO_LONG("MalformedHttpRequestException", 414),
    UNSUPPORTED_MEDIA_TYPE("UnsupportedMediaTypeException", 415),
    THROTTLED("ThrottlingException", 429),
    HEADERS_TOO_LARGE("MalformedHttpRequestException", 431),
    INTERNAL("InternalServerException", 500),
    UNAVAILABLE("ServiceUnavailableException", 503),
    HTTP_VERSION("MalformedHttpRequestException", 505);

    private final String text;
    private final int status;

    ErrorType(String text, int status) {
        this.text = text;
        this.status = status;
    }

    /** The error that a kind of problem is answered with. */
    public static ErrorType of(ProblemKind kind) {
        return switch (kind) {
            case INVALID -> VALIDATION;
            case SIGNATURE_MISSING -> MISSING_TOKEN;
            case SIGNATURE_INCOMPLETE -> INCOMPLETE_SIGNATURE;
            case SIGNATURE_INVALID -> INVALID_SIGNATURE;
            case CALLER_UNKNOWN -> UNRECOGNIZED_CLIENT;
            case CREDENTIAL_EXPIRED -> EXPIRED_TOKEN;
            case ACCESS_DENIED -> ACCESS_DENIED;
            case NOT_FOUND -> NOT_FOUND;
            case CONFLICT -> CONFLICT;
            case UNSUPPORTED -> UNSUPPORTED_OPERATION;
            case THROTTLED -> THROTTLED;
            case UNAVAILABLE -> UNAVAILABLE;
            case INTERNAL -> INTERNAL;
        };
    }

    public int status() {
        return status;
    }

    /** The name, as the header bears it. */
    @Override
    public String toString() {
        return text;
    }
}
