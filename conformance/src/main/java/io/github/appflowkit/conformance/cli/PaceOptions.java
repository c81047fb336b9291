package io.github.appflowkit.conformance.cli;

import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Option;

/** How a run goes. */
final class PaceOptions {
    private static final long RANDOM_SEEDS = 1_000_000;

    @Option(
            names = "--workers",
            paramLabel = "N",
            converter = WholeNumber.Workers.class,
            description = "How many scenarios run at one time, 1 to 64. Default: as many as there are cores.")
    private Long workers;

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = WholeNumber.Seed.class,
            description =
                    "Makes the names and the order of the run: the same seed makes the same ones. Default: a random"
                            + " one, which is told.")
    private Long seed;

    /** The options, checked. */
    Pace resolve() {
        return new Pace(
                workers == null ? Runtime.getRuntime().availableProcessors() : workers.intValue(),
                seed == null ? ThreadLocalRandom.current().nextLong(RANDOM_SEEDS) : seed);
    }

    /**
     * How a run goes.
     *
     * @param workers how many scenarios run at one time
     * @param seed makes the names of the run
     */
    record Pace(int workers, long seed) {}
}
