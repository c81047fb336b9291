package io.github.appflowkit.openapi.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code check}: what the build checks of the documents, alone. */
@Command(
        name = "check",
        description =
                "Checks the documents by the rules that they are written by, and the contract by what was released"
                        + " of it, as every build does.")
final class CheckCommand implements Callable<Integer> {
    @ParentCommand
    private ContractCommand contract;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Check check = Check.of(contract.project());
        check.problems().forEach(spec.commandLine().getErr()::println);
        check.lines().forEach(spec.commandLine().getOut()::println);
        return check.problems().isEmpty() ? 0 : ContractCommand.MEND;
    }
}
