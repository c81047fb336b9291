package io.github.appflowkit.benchmark;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line. */
@Command(
        name = "benchmark",
        description = "Measures the server and the suite beside others, on this machine alone. Prints a table, and"
                + " writes every figure to server/benchmark/target/results.",
        synopsisSubcommandLabel = "COMMAND",
        usageHelpWidth = 100,
        subcommands = {
            Throughput.class,
            Latency.class,
            Refusals.class,
            Start.class,
            Connections.class,
            Flows.class,
            Profiles.class,
            Databases.class,
            StateCommand.class,
            Suite.class,
            Rules.class,
            JmhCommand.class
        })
final class BenchmarkCommand {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    private boolean help;

    private BenchmarkCommand() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    static int run(String... args) {
        return new CommandLine(new BenchmarkCommand())
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    if (failure instanceof BenchmarkException) {
                        line.getErr().println("benchmark: " + failure.getMessage());
                        return 1;
                    }
                    throw failure;
                })
                .execute(args);
    }
}
