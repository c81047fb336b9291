package io.github.appflowkit.conformance.cli;

import io.github.appflowkit.conformance.report.ConsoleReport;
import io.github.appflowkit.conformance.report.JUnitReport;
import io.github.appflowkit.conformance.report.JsonReport;
import io.github.appflowkit.conformance.setup.ControlSetup;
import io.github.appflowkit.conformance.setup.NoSetup;
import io.github.appflowkit.conformance.setup.Setup;
import io.github.appflowkit.conformance.steps.Stop;
import io.github.appflowkit.conformance.target.HttpSender;
import io.github.appflowkit.conformance.target.Sender;
import io.github.appflowkit.conformance.target.Target;
import io.github.appflowkit.conformance.verdict.ExitCode;
import io.github.appflowkit.conformance.verdict.Routing;
import io.github.appflowkit.conformance.verdict.RunResult;
import io.github.appflowkit.conformance.verdict.Settings;
import io.github.appflowkit.conformance.verdict.Suite;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/** A run against one endpoint: reaches it, judges it, and reports. */
final class EndpointRun {
    private final RunOptions options;
    private final CommandLine command;
    private final Surroundings surroundings;

    EndpointRun(RunOptions options, Surroundings surroundings, CommandLine command) {
        this.options = options;
        this.surroundings = surroundings;
        this.command = command;
    }

    /**
     * Runs, and gives the exit code.
     *
     * @param remark what is worth saying of the endpoint behind its URL; empty for nothing
     */
    int against(URI url, String remark) throws IOException {
        Target target = target(url);
        try (Sender sender = new HttpSender(target, options.reach().signer());
                Sender controlSender = new HttpSender(
                        target(options.setup().controlUrl(target.endpoint())),
                        options.reach().signer())) {
            Routing routing = new Routing(sender, options.pace().seed());
            List<String> unreachable = options.selection().operations().stream()
                    .flatMap(operation -> routing.unreachable(operation).stream())
                    .toList();
            if (unreachable.size() == options.selection().operations().size()) {
                return refused(
                        ExitCode.NOT_REACHED,
                        target.endpoint() + " does not answer "
                                + options.selection().operations().get(0).method() + " "
                                + options.selection().operations().get(0).path() + ": " + unreachable.get(0)
                                + ". Is it running, and is the URL right?");
            }
            Optional<Setup> setup = setup(new ControlSetup(controlSender));
            if (setup.isEmpty()) {
                return refused(
                        ExitCode.USAGE,
                        "--setup control: no state control API answers at "
                                + controlSender.target().endpoint()
                                + ", where POST /describe has to answer 200; name it with --control-url, or use --setup none");
            }
            head(target.endpoint() + remark, setup.get());
            Interruption interruption = new Interruption(command.getErr(), surroundings.ownProcess());
            try {
                RunResult result = judge(sender, setup.get(), interruption.stop());
                report(result);
                return ExitCode.of(result);
            } finally {
                interruption.runEnded();
            }
        }
    }

    private Target target(URI url) {
        return new Target(url, options.reach().region(), options.reach().timeout());
    }

    private RunResult judge(Sender sender, Setup setup, Stop stop) {
        Suite suite = new Suite(
                options.contract(),
                options.selection().rules(),
                options.selection().operations(),
                sender,
                setup,
                new Settings(
                        setup.rung(),
                        options.pace().seed(),
                        options.pace().workers(),
                        options.reach().signer().isPresent(),
                        options.standard().strict(),
                        options.standard().ruleSet()),
                stop);
        try (Progress progress = new Progress(command.getErr(), surroundings.terminal())) {
            return suite.run(progress::ended);
        }
    }

    private void report(RunResult result) throws IOException {
        new ConsoleReport(command.getOut(), command.getColorScheme().ansi()).print(result);
        new JsonReport(Version.ofSuite()).write(result, options.reportDir());
        new JUnitReport(result).write(options.reportDir());
        command.getOut()
                .println("Reports: " + options.reportDir().resolve("report.json") + ", "
                        + options.reportDir().resolve("junit.xml"));
    }

    private void head(String endpoint, Setup setup) {
        PrintWriter out = command.getOut();
        out.println("appflow-conformance " + Version.ofSuite() + ", contract "
                + options.contract().version() + " (sha256 "
                + options.contract().hash().substring(0, 12) + ")");
        out.println("endpoint  " + endpoint);
        out.println("setup     " + setup.rung() + ", region " + options.reach().region() + ", seed "
                + options.pace().seed() + ", workers " + options.pace().workers());
        out.println();
    }

    /** The rung of the setup ladder that serves; empty if the one that was asked for is not there. */
    private Optional<Setup> setup(ControlSetup control) {
        return switch (options.setup().rung()) {
            case NONE -> Optional.of(new NoSetup());
            case CONTROL -> control.isOffered() ? Optional.of(control) : Optional.empty();
            case AUTO -> Optional.of(control.isOffered() ? control : new NoSetup());
        };
    }

    private int refused(int exitCode, String message) {
        command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + message);
        return exitCode;
    }
}
