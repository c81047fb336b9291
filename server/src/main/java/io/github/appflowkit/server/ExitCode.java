package io.github.appflowkit.server;

/** What the command's exit codes mean. */
final class ExitCode {
    /** It was stopped, or printed what was asked for. */
    static final int OK = 0;

    /** It could not start. */
    static final int CANNOT_START = 1;

    /** The command line, or an environment variable, cannot be understood. */
    static final int USAGE = 2;

    private ExitCode() {}
}
