package io.github.appflowkit.server;

import io.github.appflowkit.server.http.DeleteResponse;
import io.github.appflowkit.server.http.observe.AccessLogFormat;
import io.github.appflowkit.server.options.Nearest;
import io.github.appflowkit.server.options.OptionSources;
import io.github.appflowkit.server.options.OptionsException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: reads the options, starts a server, and stops it when its thread is interrupted. */
@Command(
        name = "appflow-server",
        description = "Serves the DeleteConnectorProfile and StopFlow operations of Amazon AppFlow as documented.",
        versionProvider = ServerCommand.Version.class,
        sortOptions = false,
        usageHelpWidth = 100,
        footer = {
            "",
            "Every option is also an environment variable, APPFLOW_PORT for --port and APPFLOW_MAX_BODY for"
                    + " --max-body, and a line of the configuration file, 'max-body: 64KiB'. An option overrides its variable, which overrides"
                    + " the file.",
            "",
            "Exit codes: 0 stopped, 1 could not start, 2 bad usage."
        })
final class ServerCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ServerOptions options;

    @Option(
            names = OptionSources.CONFIG,
            paramLabel = "FILE",
            description = "A YAML file of options, such as 'port: 8080', a line each (default: appflow-server.yaml, if"
                    + " it is there).")
    private Path config;

    @Option(
            names = OptionSources.PRINT,
            description = "Prints every option as a line of such a file, with where it came from, and starts nothing.")
    private boolean printConfig;

    @Option(names = "--help", usageHelp = true, description = "Prints this help.")
    private boolean help;

    @Option(names = "--version", versionHelp = true, description = "Prints the version.")
    private boolean version;

    private final Surroundings surroundings;
    private final OptionSources sources;

    private ServerCommand(Surroundings surroundings, OptionSources sources) {
        this.surroundings = surroundings;
        this.sources = sources;
    }

    /**
     * Runs the command until it ends, or its thread is interrupted.
     *
     * @return the exit code
     */
    static int run(PrintWriter out, PrintWriter err, Surroundings surroundings, String... args) {
        try {
            CommandLine line = commandLine(surroundings, args).setOut(out).setErr(err);
            ServerCommand command = line.getCommand();
            command.sources.requireKnown(line.getCommandSpec()).forEach(warning -> say(err, warning));
            return line.execute(args);
        } catch (OptionsException e) {
            say(err, "Configuration file " + e.getMessage());
            return ExitCode.USAGE;
        }
    }

    /** What the arguments ask for, without starting it. */
    static Configuration configuration(String... args) throws StartException {
        CommandLine line = commandLine(Surroundings.NONE, args);
        line.parseArgs(args);
        return line.<ServerCommand>getCommand().options.configuration();
    }

    private static CommandLine commandLine(Surroundings surroundings, String... args) {
        OptionSources sources = OptionSources.read(surroundings.variables(), surroundings.optionFile(), args);
        return new CommandLine(new ServerCommand(surroundings, sources))
                .registerConverter(DeleteResponse.class, OptionTypes.oneOf(DeleteResponse.class))
                .registerConverter(AccessLogFormat.class, OptionTypes.oneOf(AccessLogFormat.class))
                .registerConverter(AccessOptions.Auth.class, OptionTypes.oneOf(AccessOptions.Auth.class))
                .registerConverter(Switch.class, OptionTypes.oneOf(Switch.class))
                .registerConverter(LogLevel.class, OptionTypes.oneOf(LogLevel.class))
                .setDefaultValueProvider(sources)
                .setParameterExceptionHandler((failure, arguments) -> explain(failure, sources, arguments));
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        if (printConfig) {
            sources.resolved(spec.commandLine().getParseResult()).forEach(out::println);
            out.flush();
            return ExitCode.OK;
        }
        surroundings.logging().accept(options.logLevel());
        PrintWriter err = spec.commandLine().getErr();
        try (AppFlowServer server = AppFlowServer.start(options.configuration(), line -> say(err, line))) {
            out.println("AppFlow reference server listening on " + server.uri());
            out.flush();
            new CountDownLatch(1).await();
            return ExitCode.OK;
        } catch (InterruptedException e) {
            return ExitCode.OK;
        } catch (StartException e) {
            say(err, e.getMessage());
            return ExitCode.CANNOT_START;
        }
    }

    private static int explain(ParameterException failure, OptionSources sources, String... args) {
        PrintWriter err = failure.getCommandLine().getErr();
        say(err, problem(failure, sources, args));
        err.println("Try --help for all options.");
        err.flush();
        return ExitCode.USAGE;
    }

    private static String problem(ParameterException failure, OptionSources sources, String... args) {
        if (failure instanceof UnmatchedArgumentException unmatched) {
            // Without its value, which may be a secret.
            String given = unmatched.getUnmatched().get(0).replaceFirst("(?s)=.*", "");
            CommandSpec command = failure.getCommandLine().getCommandSpec();
            return given.startsWith("-")
                    ? given + " is no option"
                            + Nearest.question(given, command.optionsMap().keySet())
                    : given + " is no option, and nothing else is taken";
        }
        if (failure instanceof MissingParameterException missing
                && missing.getMissing().get(0) instanceof OptionSpec option) {
            return option.longestName() + " needs a value: " + option.longestName() + " " + option.paramLabel();
        }
        return sources.blame(failure, args);
    }

    private static void say(PrintWriter err, String message) {
        err.println("appflow-server: " + message);
        err.flush();
    }

    /** Says the version that the jar's manifest has. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = getClass().getPackage().getImplementationVersion();
            return new String[] {"appflow-server " + (version == null ? "(not packaged)" : version)};
        }
    }
}
