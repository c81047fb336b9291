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
    /** Nothing, or less than was required, could be judged. */
    public static final int NOTHING_JUDGED = 4;
    /** An entry of the baseline is stale or expired. */
    public static final int STALE_BASELINE = 5;
    /** The suite itself failed. */
    public static final int SUITE_FAILED = 6;
    /** The run was interrupted. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}

    /**
     * The exit code of a run that reached its endpoint: the suite's own failure comes first, then what the endpoint breaks,
     * then an operation that it does not serve, a baseline that is out of date, and a run that judged too little.
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
        if (!result.staleBaseline().isEmpty()) {
            return STALE_BASELINE;
        }
        return result.judgedEnough() ? CONFORMANT : NOTHING_JUDGED;
    }
}
