package io.github.appflowkit.conformance.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code baseline}: keeps the file of known failures. */
@Command(
        name = "baseline",
        description = "Keeps the file of known failures that 'run --baseline' reads. Sends nothing.",
        exitCodeList = {"0:the file is written", "2:wrong usage: an option or a file is not what it may be"},
        footer = {"  appflow-conformance baseline update known.yaml", "      takes over what the last run found"},
        synopsisSubcommandLabel = "COMMAND",
        subcommands = BaselineUpdateCommand.class)
final class BaselineCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @ParentCommand
    private Main main;

    /** What its commands read besides their arguments. */
    Surroundings surroundings() {
        return main.surroundings();
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command is given: use update");
    }
}
