package io.github.appflowkit.openapi.command;

import io.github.appflowkit.openapi.document.FaultException;
import io.github.appflowkit.openapi.release.Release;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code release}: the contract, as it is now, becomes what later ones are compared with. */
@Command(
        name = "release",
        description =
                "Releases the contract under its info.version: keeps it in openapi/released, and writes its hash into"
                        + " its entry of CHANGELOG.md. Says what is missing first, and does nothing the second time.")
final class ReleaseCommand implements Callable<Integer> {
    @ParentCommand
    private ContractCommand contract;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Check check = Check.of(contract.project());
        if (!check.problems().isEmpty()) {
            check.problems().forEach(spec.commandLine().getErr()::println);
            return ContractCommand.MEND;
        }
        try {
            new Release(contract.project()).make().forEach(spec.commandLine().getOut()::println);
            return 0;
        } catch (FaultException fault) {
            spec.commandLine().getErr().println(fault.getMessage());
            return ContractCommand.MEND;
        }
    }
}
