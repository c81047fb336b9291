package io.github.appflowkit.benchmark;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a state file of any size. */
@Command(name = "state", description = "Writes a state file, to start a server with that has much to hold.")
final class StateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The file, in JSON if its name ends with .json, else in YAML.")
    private Path file;

    @Option(
            names = "--flows",
            paramLabel = "N",
            defaultValue = "10000000",
            converter = Count.class,
            description = "So many flows (default: ${DEFAULT-VALUE}).")
    private int flows;

    @Option(
            names = "--profiles",
            paramLabel = "N",
            defaultValue = "1000000",
            converter = Count.class,
            description = "So many profiles (default: ${DEFAULT-VALUE}).")
    private int profiles;

    @Override
    public Integer call() throws Exception {
        spec.commandLine().getErr().println("writing " + file);
        new GeneratedState(flows, profiles).write(file);
        return 0;
    }
}
