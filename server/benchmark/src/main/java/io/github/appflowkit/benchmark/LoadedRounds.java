package io.github.appflowkit.benchmark;

import picocli.CommandLine.Option;

/** How often, how long and with how many connections something is measured under load. */
final class LoadedRounds extends Rounds {
    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "10",
            converter = Count.class,
            description = "Measures each side so long, in each round (default: ${DEFAULT-VALUE}).")
    int seconds;

    @Option(
            names = "--warmup",
            paramLabel = "N",
            defaultValue = "60",
            converter = Count.class,
            description = "Loads each side so many seconds before the first round (default: ${DEFAULT-VALUE}).")
    int warmup;

    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "32",
            converter = Count.class,
            description = "Loads with so many connections (default: ${DEFAULT-VALUE}).")
    int connections;
}
