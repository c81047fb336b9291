package io.github.appflowkit.openapi.command;

import io.github.appflowkit.openapi.document.FaultException;
import io.github.appflowkit.openapi.release.Project;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code openapi/bin/contract}: what maintainers do with the contract. */
@Command(
        name = "contract",
        description = "Tells what follows from a change of openapi/appflow.yaml, and releases it.",
        subcommands = {CheckCommand.class, DiffCommand.class, ReleaseCommand.class, CompareCommand.class},
        mixinStandardHelpOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing has to be mended",
            "1:something has to be mended, and each line says what",
            "2:wrong usage",
            "3:the command itself failed"
        })
public final class ContractCommand implements Runnable {
    static final int MEND = 1;
    static final int USAGE = 2;
    private static final int FAILED = 3;

    private final Project project;

    @Spec
    private CommandSpec spec;

    @CommandLine.Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this.")
    private boolean help;

    private ContractCommand(Project project) {
        this.project = project;
    }

    /**
     * Runs a command and ends the process.
     *
     * @param args the project's folder, and then the user's arguments
     */
    public static void main(String... args) {
        String[] arguments = Arrays.copyOfRange(args, 1, args.length);
        System.exit(run(
                new Project(Path.of(args[0])),
                new PrintWriter(System.out, true),
                new PrintWriter(System.err, true),
                arguments));
    }

    /** Runs a command and gives its exit code. */
    static int run(Project project, PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new ContractCommand(project))
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((wrong, arguments) -> {
                    String name = wrong.getCommandLine().getCommandSpec().qualifiedName();
                    err.println(name + ": " + text(wrong));
                    err.println("Try '" + name + " --help'.");
                    return USAGE;
                })
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    err.println(told(failure));
                    return failure instanceof FaultException ? MEND : FAILED;
                })
                .execute(args);
    }

    /** A failure in one line: where no document is at fault, with what somebody who mends the command needs. */
    static String told(Exception failure) {
        if (failure instanceof FaultException) {
            return failure.getMessage();
        }
        StackTraceElement[] trace = failure.getStackTrace();
        return "contract: failed by a fault of its own, please report it: " + failure
                + Stream.of(trace)
                        .filter(frame -> frame.getClassName().startsWith("io.github.appflowkit"))
                        .findFirst()
                        .map(frame -> ", at " + frame)
                        .orElse("");
    }

    private static String text(ParameterException wrong) {
        CommandSpec command = wrong.getCommandLine().getCommandSpec();
        // A misspelt option beside a missing parameter is what has to be mended first.
        List<String> unmatched = wrong.getCommandLine().getUnmatchedArguments();
        if (!unmatched.isEmpty()) {
            return "'" + unmatched.get(0) + "' is " + unmatched(unmatched.get(0), command);
        }
        return wrong instanceof MissingParameterException missing
                ? missing.getMissing().get(0).paramLabel() + " is missing: "
                        + String.join(" ", missing.getMissing().get(0).description())
                : wrong.getMessage();
    }

    private static String unmatched(String given, CommandSpec command) {
        if (given.startsWith("-")) {
            return "no option";
        }
        return command.subcommands().isEmpty()
                ? "more than it takes"
                : "no command: use " + String.join(", ", command.subcommands().keySet());
    }

    /** The project that the command is about. */
    Project project() {
        return project;
    }

    /** Whether a document breaks the rules that it is written by, which is then told: changes are judged after that. */
    boolean isFaulty() {
        List<String> faults = Check.faults(project);
        faults.forEach(spec.commandLine().getErr()::println);
        return !faults.isEmpty();
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "no command is given: use "
                        + String.join(", ", spec.subcommands().keySet()));
    }
}
