package io.github.appflowkit.conformance.report;

/** In which form a command prints what it found. */
public enum Format {
    /** For people at a terminal. */
    TEXT,
    /** For machines. */
    JSON,
    /** For a page or a summary in Markdown. */
    MD
}
