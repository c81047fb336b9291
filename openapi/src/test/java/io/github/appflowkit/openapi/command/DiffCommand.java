package io.github.appflowkit.openapi.command;

import io.github.appflowkit.openapi.release.Compatibility;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code diff}: how the contract differs from what was released last. */
@Command(
        name = "diff",
        description = "Tells how the contract differs from what was released last, and which of it breaks clients or"
                + " implementations; then in the words of openapi-diff.")
final class DiffCommand implements Callable<Integer> {
    @ParentCommand
    private ContractCommand contract;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (contract.isFaulty()) {
            return ContractCommand.MEND;
        }
        Compatibility compatibility = Compatibility.of(contract.project());
        List<String> lines = compatibility.lines();
        PrintWriter out = spec.commandLine().getOut();
        lines.forEach(out::println);
        if (!compatibility.details().isEmpty()) {
            out.println();
            out.println(compatibility.details());
        }
        compatibility.problems().stream()
                .filter(problem -> !lines.contains(problem))
                .forEach(spec.commandLine().getErr()::println);
        return compatibility.problems().isEmpty() ? 0 : ContractCommand.MEND;
    }
}
