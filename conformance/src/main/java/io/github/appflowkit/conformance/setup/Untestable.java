package io.github.appflowkit.conformance.setup;

/** A scenario cannot be judged: its message says which prerequisite is missing. */
public final class Untestable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Creates one with a reason for people, such as "the target offers no way to make a scheduled flow". */
    public Untestable(String reason) {
        super(reason);
    }
}
