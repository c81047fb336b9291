package io.github.appflowkit.conformance.cli;

import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.rule.Contract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code run}: judges an endpoint, prints the verdicts and writes the reports. */
@Command(
        name = "run",
        customSynopsis = "appflow-conformance run [--endpoint URL] [OPTION...]",
        description = "Judges an endpoint, prints the verdicts and writes the reports.")
final class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @ParentCommand
    private Main main;

    @Option(
            names = Configuration.OPTION,
            paramLabel = "FILE",
            description = "A YAML file with options under their long names, such as 'report-dir: out', with lists for"
                    + " repeatable ones. Default: " + Configuration.DEFAULT_FILE
                    + ", if it is there. A variable such as"
                    + " APPFLOW_CONFORMANCE_REPORT_DIR replaces what the file says, and an option both.")
    private Path config;

    @Mixin(name = "Endpoint")
    private EndpointOptions endpoint;

    @Mixin(name = "Setup")
    private SetupOptions setup;

    @Mixin(name = "Selection")
    private SelectionOptions selection;

    @Mixin(name = "Verdict")
    private VerdictOptions verdict;

    @Mixin(name = "Pace")
    private PaceOptions pace;

    @Mixin(name = "Reports")
    private ReportOptions reports;

    @Override
    public Integer call() throws IOException {
        RunOptions options = options();
        EndpointRun run = new EndpointRun(options, main.surroundings(), spec.commandLine());
        if (options.reach().endpoint().isPresent()) {
            return run.against(options.reach().endpoint().get(), "");
        }
        try (ReferenceServer server = ReferenceServer.start()) {
            return run.against(server.endpoint(), " (the reference server)");
        }
    }

    /** The options, all checked before the first thing is done: the folder of the reports is made last. */
    private RunOptions options() {
        Contract contract = Contract.load();
        return new RunOptions(
                contract,
                endpoint.resolve(main.surroundings().variables()),
                setup.resolve(),
                selection.resolve(contract, Catalogue.load()),
                verdict.resolve(),
                pace.resolve(),
                reports.prepare());
    }
}
