package io.github.appflowkit.conformance.cli;

import io.github.appflowkit.conformance.report.Lines;
import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.rule.Contract;
import io.github.appflowkit.conformance.run.EndpointRun;
import io.github.appflowkit.conformance.run.ReferenceServer;
import io.github.appflowkit.conformance.run.RunOptions;
import io.github.appflowkit.conformance.setup.Ledger;
import io.github.appflowkit.conformance.verdict.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
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
    /** The option of a run that sends nothing. */
    static final String DRY_RUN = "--dry-run";

    private static final String LEDGER = "ledger.jsonl";

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

    @Option(
            names = DRY_RUN,
            description = "Send nothing: show the options with their values, and the rules with what each needs.")
    private boolean dryRun;

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

    @Mixin(name = "Recording")
    private RecordOptions recording;

    @Override
    public Integer call() throws IOException {
        RunOptions options = options();
        if (dryRun) {
            new DryRun(spec, main.sources()).print(options);
            return ExitCode.CONFORMANT;
        }
        reports.prepare();
        Preparation.await();
        EndpointRun run = new EndpointRun(
                options,
                main.surroundings().console(spec.commandLine(), options.secrets()),
                main.surroundings().ownProcess());
        if (options.reach().endpoint().isPresent()) {
            try (Ledger ledger = ledger(options.reportDir())) {
                return run.against(options.reach().endpoint().get(), "", ledger);
            }
        }
        try (ReferenceServer server = ReferenceServer.start()) {
            return run.against(server.endpoint(), " (the reference server)", Ledger.inMemory());
        }
    }

    /** The list of what is made, to which that of a run that was killed is kept. */
    private Ledger ledger(Path folder) {
        Ledger ledger = Ledger.open(folder.resolve(LEDGER));
        PrintWriter err = spec.commandLine().getErr();
        ledger.cut().ifPresent(err::println);
        if (ledger.leftovers() > 0) {
            err.println("An earlier run left " + Lines.counted(ledger.leftovers(), "resource")
                    + ", still noted. To remove:");
            err.println(Lines.verbatim("appflow-conformance cleanup " + ledger.file()));
        }
        return ledger;
    }

    /** The options, all checked before the first thing is done. */
    private RunOptions options() {
        Contract contract = Contract.load();
        Catalogue catalogue = Catalogue.load();
        RunOptions.Reach reach = endpoint.resolve(main.surroundings().variables());
        RunOptions.Pace going = pace.resolve();
        if (going.repeat() > 1 && recording.resolve().isPresent()) {
            throw new UsageException("--record keeps one run: leave out --repeat");
        }
        RunOptions.Resources way = setup.resolve(reach);
        if (going.repeat() > 1 && way.usesNames()) {
            throw new UsageException("--names serves one run, for a resource that it used up would make a rule look"
                    + " flaky: leave out --repeat, or give another --setup");
        }
        return new RunOptions(
                contract,
                reach,
                way,
                selection.resolve(contract, catalogue),
                verdict.resolve(catalogue, main.surroundings().today()),
                going,
                reports.resolve(),
                recording.resolve());
    }
}
