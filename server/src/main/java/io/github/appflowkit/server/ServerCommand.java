package io.github.appflowkit.server;

import io.github.appflowkit.server.http.DeleteResponse;
import io.github.appflowkit.server.http.observe.AccessLogFormat;
import io.github.appflowkit.server.options.Nearest;
import io.github.appflowkit.server.options.OptionSources;
import io.github.appflowkit.server.options.OptionsException;
import io.github.appflowkit.server.store.StoreSettings;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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
    enum Switch {
        ON,
        OFF
    }

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            converter = OptionTypes.Port.class,
            description = "The port to listen on; 0 picks a free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "The address to listen on (default: ${DEFAULT-VALUE}).")
    private String host;

    @Option(
            names = "--state",
            paramLabel = "FILE",
            description = "The profiles and flows to start with, in YAML or, if the name ends with .json, in JSON. A"
                    + " database takes them once, while it is empty; what it holds is never overwritten.")
    private Path state;

    @Option(
            names = "--faults",
            paramLabel = "FILE",
            description = "Errors, delays and lost connections to start with, in YAML or JSON as --state; their form"
                    + " is that of the control API.")
    private Path faults;

    @Option(
            names = "--store",
            paramLabel = "STORE",
            defaultValue = "memory",
            converter = OptionTypes.Store.class,
            description = "Where state is kept: memory, which forgets it at the end; jdbc:h2:file:PATH, a file; or"
                    + " jdbc:postgresql://HOST/DATABASE, which servers can share (default: ${DEFAULT-VALUE}).")
    private String store;

    @Option(names = "--store-user", paramLabel = "USER", description = "The user of the database, if it has users.")
    private String storeUser;

    @Option(
            names = "--store-password",
            paramLabel = "PASSWORD",
            description = "The password of that user. Others can see an option, but not APPFLOW_STORE_PASSWORD.")
    private String storePassword;

    @Option(
            names = "--account",
            paramLabel = "DIGITS",
            defaultValue = "123456789012",
            converter = OptionTypes.Account.class,
            description = "The account of requests whose access key is none (default: ${DEFAULT-VALUE}).")
    private String account;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            defaultValue = "us-east-1",
            converter = OptionTypes.Region.class,
            description = "The region of requests that are not signed for one (default: ${DEFAULT-VALUE}).")
    private String region;

    @Option(
            names = "--delete-response",
            paramLabel = "BODY",
            defaultValue = "empty",
            description = "What a deleted profile is answered with: empty, object ({}) or sample, the documented"
                    + " sample (default: ${DEFAULT-VALUE}).")
    private DeleteResponse deleteResponse;

    @Option(
            names = "--control",
            paramLabel = "on|off",
            description = "Whether the state control API is served (default: on while the host is loopback).")
    private Switch control;

    @Mixin
    private AccessOptions access;

    @Option(
            names = "--max-body",
            paramLabel = "SIZE",
            defaultValue = "1MiB",
            converter = OptionTypes.ByteSize.class,
            description = "The longest request body that is read (default: ${DEFAULT-VALUE}).")
    private int maxBody;

    @Option(
            names = "--metrics",
            paramLabel = "on|off",
            defaultValue = "off",
            description = "Whether requests, the store and the JVM are measured, for Prometheus to read at /metrics"
                    + " (default: ${DEFAULT-VALUE}).")
    private Switch metrics;

    @Option(
            names = "--access-log",
            paramLabel = "FORMAT",
            defaultValue = "off",
            description = "off, or a line for each request on stderr, whatever the log level: text or json"
                    + " (default: ${DEFAULT-VALUE}).")
    private AccessLogFormat accessLog;

    @Option(
            names = "--log-level",
            paramLabel = "LEVEL",
            defaultValue = "info",
            description = "off, error, warn, info, debug or trace; logs go to stderr (default: ${DEFAULT-VALUE}).")
    private LogLevel logLevel;

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
        return line.<ServerCommand>getCommand().configuration();
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
        surroundings.logging().accept(logLevel);
        try (AppFlowServer server = AppFlowServer.start(configuration())) {
            out.println("AppFlow reference server listening on " + server.uri());
            out.flush();
            new CountDownLatch(1).await();
            return ExitCode.OK;
        } catch (InterruptedException e) {
            return ExitCode.OK;
        } catch (StartException e) {
            say(spec.commandLine().getErr(), e.getMessage());
            return ExitCode.CANNOT_START;
        }
    }

    private Configuration configuration() throws StartException {
        InetAddress address = address();
        Configuration.Builder configuration = Configuration.builder()
                .host(address)
                .port(port)
                .state(state)
                .store(store())
                .faults(faults)
                .account(account)
                .region(region)
                .deleteResponse(deleteResponse)
                .maxBody(maxBody)
                .metrics(metrics == Switch.ON)
                .accessLog(accessLog);
        Boolean asked = control == null ? null : Boolean.valueOf(control == Switch.ON);
        access.configure(configuration, address, asked);
        if (asked != null) {
            configuration.control(asked);
        }
        return configuration.build();
    }

    private StoreSettings store() {
        try {
            return new StoreSettings(store, storeUser, storePassword);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private InetAddress address() throws StartException {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new StartException("Cannot listen on host %s: it is unknown".formatted(host));
        }
    }

    private static int explain(ParameterException failure, OptionSources sources, String... args) {
        PrintWriter err = failure.getCommandLine().getErr();
        String guess = failure instanceof UnmatchedArgumentException unmatched && unmatched.isUnknownOption()
                ? Nearest.question(
                        unmatched.getUnmatched().get(0).replaceFirst("=.*", ""),
                        failure.getCommandLine().getCommandSpec().optionsMap().keySet())
                : "";
        say(err, sources.blame(failure, args) + guess);
        err.println("Try --help for all options.");
        err.flush();
        return ExitCode.USAGE;
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
