package io.github.appflowkit.conformance.cli;

import io.github.appflowkit.conformance.file.InvalidFileException;
import io.github.appflowkit.conformance.run.Version;
import io.github.appflowkit.conformance.verdict.ExitCode;
import java.io.PrintWriter;
import java.util.List;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line of the suite. */
@Command(
        name = "appflow-conformance",
        description = "Judges any endpoint of Amazon AppFlow's DeleteConnectorProfile and StopFlow over HTTP.",
        subcommands = {
            RunCommand.class,
            RejudgeCommand.class,
            DiffCommand.class,
            ListCommand.class,
            ExplainCommand.class,
            TraceCommand.class,
            ProveCommand.class,
            InitCommand.class,
            CleanupCommand.class,
            BaselineCommand.class
        },
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        usageHelpAutoWidth = false,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every rule that could be judged holds",
            "1:a must rule failed, or with --strict a should rule",
            "2:wrong usage: an option, a variable or a file is not what it may be",
            "3:the endpoint was never reached, refuses the credentials, or does not serve a selected operation",
            "4:nothing, or less than --require-judged, could be judged",
            "5:an entry of the baseline is stale or expired",
            "6:the suite itself failed",
            "130:interrupted, after what the run made was removed"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  appflow-conformance run",
            "      judges the reference server, started in this process",
            "  appflow-conformance run --endpoint http://localhost:4566",
            "      judges an endpoint",
            "  appflow-conformance explain stop-flow.on-demand-refused",
            "      tells what a rule means and what it rests on"
        })
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec;

    private final Surroundings surroundings;
    private final Sources sources;

    private Main(Surroundings surroundings, Sources sources) {
        this.surroundings = surroundings;
        this.sources = sources;
    }

    /** Runs the command line and ends the process with its exit code. */
    public static void main(String[] args) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        // An endpoint may close a connection after any answer, into which the AWS SDK would send its next call.
        System.setProperty("http.keepAlive", "false");
        PrintWriter err = new PrintWriter(System.err, true);
        if (List.of(args).contains("run")) {
            Preparation.begin();
        }
        int exitCode;
        try {
            exitCode = run(Surroundings.ofProcess(true), new PrintWriter(System.out, true), err, args);
        } catch (Throwable failure) {
            err.println("appflow-conformance: the suite itself failed: " + failure);
            exitCode = ExitCode.SUITE_FAILED;
        }
        System.exit(exitCode);
    }

    /** Runs the command line in a process that is not the suite's own, and gives its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        return run(Surroundings.ofProcess(false), out, err, args);
    }

    /** Runs the command line and gives its exit code. */
    static int run(Surroundings surroundings, PrintWriter out, PrintWriter err, String... args) {
        try {
            Configuration.Completed completed =
                    Configuration.complete(surroundings, command(surroundings, Sources.ARGUMENTS, out, err), args);
            return command(surroundings, completed.sources(), out, err)
                    .setParameterExceptionHandler((wrong, arguments) ->
                            wrongUsage(wrong.getCommandLine(), new WrongUsage(completed.sources()).text(wrong)))
                    .setExecutionExceptionHandler((failure, command, parsed) -> failed(command, failure, completed))
                    .execute(completed.args());
        } catch (UsageException wrong) {
            return wrongUsage(run(surroundings, out, err), wrong.text(Sources.ARGUMENTS));
        } catch (InvalidFileException wrong) {
            return wrongUsage(run(surroundings, out, err), wrong.getMessage());
        }
    }

    private static CommandLine run(Surroundings surroundings, PrintWriter out, PrintWriter err) {
        return command(surroundings, Sources.ARGUMENTS, out, err)
                .getSubcommands()
                .get("run");
    }

    private static int failed(CommandLine command, Exception failure, Configuration.Completed completed) {
        if (failure instanceof UsageException wrong) {
            return wrongUsage(command, wrong.text(completed.sources()));
        }
        return failure instanceof InvalidFileException wrong
                ? wrongUsage(command, wrong.getMessage())
                : suiteFailed(command, failure);
    }

    static CommandLine command(Surroundings surroundings, Sources sources, PrintWriter out, PrintWriter err) {
        CommandLine command = new CommandLine(new Main(surroundings, sources));
        List.of("run", "rejudge")
                .forEach(name -> command.getSubcommands()
                        .get(name)
                        .getHelpSectionMap()
                        .put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, new OptionSections()));
        return command.setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(surroundings.ansi()))
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    /** What commands read besides their arguments. */
    Surroundings surroundings() {
        return surroundings;
    }

    /** Where the values of options came from. */
    Sources sources() {
        return sources;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "no command is given: use "
                        + String.join(", ", spec.subcommands().keySet()));
    }

    private static int wrongUsage(CommandLine command, String message) {
        PrintWriter err = command.getErr();
        err.println(command.getCommandSpec().qualifiedName() + ": " + message);
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        err.flush();
        return ExitCode.USAGE;
    }

    private static int suiteFailed(CommandLine command, Exception failure) {
        PrintWriter err = command.getErr();
        err.println(command.getCommandSpec().qualifiedName() + ": the suite itself failed: " + failure);
        err.flush();
        return ExitCode.SUITE_FAILED;
    }
}
