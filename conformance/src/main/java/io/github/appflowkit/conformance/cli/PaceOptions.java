package io.github.appflowkit.conformance.cli;

import io.github.appflowkit.conformance.run.RunOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Option;

/** How a run goes, and when it ends. */
final class PaceOptions {
    private static final long RANDOM_SEEDS = 1_000_000;

    @Option(
            names = "--workers",
            paramLabel = "N",
            converter = WholeNumber.Workers.class,
            description =
                    "How many scenarios run at one time, 1 to 64. Default: as many as there are cores, and at least"
                            + " 4, for most of a scenario is waiting.")
    private Long workers;

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = WholeNumber.Seed.class,
            description =
                    "Makes the names and the order of the run: the same seed makes the same ones. Default: a random"
                            + " one, which is told.")
    private Long seed;

    @Option(
            names = "--repeat",
            paramLabel = "N",
            converter = WholeNumber.Times.class,
            description =
                    "Run so often with the same seed and order, 1 to 1000. A rule whose verdict changes is told as"
                            + " flaky, and its worst verdict counts. Default: 1.")
    private Long repeat = 1L;

    @Option(
            names = "--fail-fast",
            description = "End the run at the first rule that fails it. Scenarios that other workers have begun end at"
                    + " their next request, so that more than one rule may be told. Default: all rules are judged.")
    private boolean failFast;

    @Option(
            names = "--max-time",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description =
                    "End the run after this time, such as 90s or 5m, with the verdicts so far: what is under way is"
                            + " given up, what was made is removed, the reports are written. Default: no end.")
    private Duration maxTime;

    /** The options, resolved in place, so that a dry run can show them. */
    RunOptions.Pace resolve() {
        int cores = Runtime.getRuntime().availableProcessors();
        workers = workers == null ? Long.valueOf(Math.min(64, Math.max(4, cores))) : workers;
        seed = seed == null ? Long.valueOf(ThreadLocalRandom.current().nextLong(RANDOM_SEEDS)) : seed;
        return new RunOptions.Pace(workers.intValue(), seed, repeat.intValue(), failFast, Optional.ofNullable(maxTime));
    }
}
