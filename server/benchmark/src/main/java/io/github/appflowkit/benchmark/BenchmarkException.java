package io.github.appflowkit.benchmark;

/** Thrown when something cannot be measured; says why. */
final class BenchmarkException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BenchmarkException(String message) {
        super(message, null, false, false);
    }
}
