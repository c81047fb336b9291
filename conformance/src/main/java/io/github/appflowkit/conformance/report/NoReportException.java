package io.github.appflowkit.conformance.report;

/** A file is no report that can be read; the message says why, for people. */
public final class NoReportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoReportException(String message) {
        super(message);
    }
}
