package io.github.appflowkit.conformance.target;

import java.io.IOException;

/** An answer's body is longer than the suite reads. */
final class BodyTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    BodyTooLargeException(int limit) {
        super("the answer's body is longer than " + (limit >> 20) + " MiB");
    }
}
