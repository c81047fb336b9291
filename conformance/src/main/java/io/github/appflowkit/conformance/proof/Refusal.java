package io.github.appflowkit.conformance.proof;

/** A request that is not carried out: the status, the type and the message of the error that answers it. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String type;

    Refusal(int status, String type, String message) {
        super(message, null, false, false);
        this.status = status;
        this.type = type;
    }

    int status() {
        return status;
    }

    String type() {
        return type;
    }

    static Refusal notFound(String what, String name) {
        return new Refusal(404, "ResourceNotFoundException", what + " " + name + " does not exist.");
    }

    static Refusal conflict(String message) {
        return new Refusal(409, "ConflictException", message);
    }

    static Refusal unsupported(String message) {
        return new Refusal(400, "UnsupportedOperationException", message);
    }

    static Refusal invalid(String message) {
        return new Refusal(400, "ValidationException", message);
    }

    static Refusal unreadable(String message) {
        return new Refusal(400, "SerializationException", message);
    }

    /** The error of this type that somebody planned; a message of its own when none is given. */
    static Refusal planned(String type, String message) {
        int status = switch (type) {
            case "AccessDeniedException" -> 403;
            case "ResourceNotFoundException" -> 404;
            case "ConflictException" -> 409;
            case "ThrottlingException" -> 429;
            case "InternalServerException" -> 500;
            case "UnsupportedOperationException", "ValidationException" -> 400;
            default -> throw invalid("Value '" + type + "' at 'error' is no error of the operations.");
        };
        return new Refusal(status, type, message == null ? "This answer was planned." : message);
    }
}
