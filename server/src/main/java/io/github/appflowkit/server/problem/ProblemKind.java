package io.github.appflowkit.server.problem;

/** The kinds of failure that an operation can end with, each with a message for when nothing better is known. */
public enum ProblemKind {
    INVALID("The request is invalid."),
    SIGNATURE_MISSING("Missing Authentication Token"),
    SIGNATURE_INCOMPLETE("The request signature does not conform to AWS standards."),
    SIGNATURE_INVALID("The request signature we calculated does not match the signature you provided. Check your AWS"
            + " Secret Access Key and signing method. Consult the service documentation for details."),
    CALLER_UNKNOWN("The security token included in the request is invalid."),
    CREDENTIAL_EXPIRED("The security token included in the request is expired"),
    ACCESS_DENIED("You do not have permission to perform this operation."),
    NOT_FOUND("The resource does not exist."),
    CONFLICT("The request conflicts with the state of the resource."),
    UNSUPPORTED("The operation is not supported for the resource."),
    THROTTLED("Rate exceeded."),
    UNAVAILABLE("The service is unavailable. Try again later."),
    INTERNAL("An internal error occurred. Try again later.");

    private final String message;

    ProblemKind(String message) {
        this.message = message;
    }

    public String message() {
        return message;
    }
}
