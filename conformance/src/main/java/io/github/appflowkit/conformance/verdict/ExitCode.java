package io.github.appflowkit.conformance.verdict;

/** The exit codes of the suite. */
public final class ExitCode {
    /** Every rule that could be judged holds. */
    public static final int CONFORMANT = 0;
    /** A must rule failed, or a should rule when the run is strict. */
    public static final int NOT_CONFORMANT = 1;
    /** An option, a file or a variable is wrong. */
    public static final int USAGE = 2;
    /** The endpoint was never reached, or serves none of the selected operations. */
    public static final int NOT_REACHED = 3;
    /** Nothing could be judged. */
    public static final int NOTHING_JUDGED = 4;
    /** The suite itself failed. */
    public static final int SUITE_FAILED = 6;
    /** The run was interrupted. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}

    /**
     * The exit code of a run that reached its endpoint: the suite's own failure comes first, then an endpoint that serves
     * nothing, then what it breaks.
     */
    public static int of(RunResult result) {
        boolean unrouted = result.count(Verdict.NOT_ROUTED) > 0;
        boolean broken = result.rules().stream().anyMatch(result::fails);
        if (result.count(Verdict.ERROR) > 0) {
            return SUITE_FAILED;
        }
        if (broken) {
            return NOT_CONFORMANT;
        }
        if (unrouted) {
            return NOT_REACHED;
        }
        return result.judged() == 0 ? NOTHING_JUDGED : CONFORMANT;
    }
}
