package io.github.appflowkit.server.problem;

import java.util.Objects;

/** Thrown when an operation cannot be done; says to its caller, in the caller's terms, why. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ProblemKind kind;

    public Problem(ProblemKind kind, String message) {
        this(kind, message, null);
    }

    /**
     * A problem that is not the caller's.
     *
     * @param cause what the caller is not told
     */
    public Problem(ProblemKind kind, String message, Throwable cause) {
        // A refusal is an ordinary outcome, whose stack trace nobody reads.
        super(message, cause, false, false);
        this.kind = Objects.requireNonNull(kind, "kind");
    }

    public ProblemKind kind() {
        return kind;
    }
}
