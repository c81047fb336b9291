package io.github.appflowkit.conformance.cli;

import io.github.appflowkit.conformance.recording.Manifest;
import io.github.appflowkit.conformance.recording.RecordingException;
import io.github.appflowkit.conformance.recording.Replay;
import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.rule.Contract;
import io.github.appflowkit.conformance.rule.Rule;
import io.github.appflowkit.conformance.steps.Stop;
import io.github.appflowkit.conformance.verdict.ExitCode;
import io.github.appflowkit.conformance.verdict.RunResult;
import io.github.appflowkit.conformance.verdict.Settings;
import io.github.appflowkit.conformance.verdict.Suite;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code rejudge}: gives the verdicts on a recorded run again, without its endpoint. */
@Command(
        name = "rejudge",
        customSynopsis = "appflow-conformance rejudge DIR [OPTION...]",
        description = "Judges a run again that 'run --record DIR' kept, without its endpoint. Sends nothing.",
        exitCodeList = {
            "0:every rule that could be judged holds",
            "1:a must rule failed, or with --strict a should rule",
            "2:wrong usage: an option, a file or the recording is not what it may be",
            "3:the recorded endpoint did not serve a selected operation",
            "4:nothing, or less than --require-judged, could be judged",
            "5:an entry of the baseline is stale or expired"
        },
        footer = {
            "  appflow-conformance rejudge recording",
            "      gives the verdicts of the recorded run",
            "  appflow-conformance rejudge recording --rule 'stop-flow.*' --strict",
            "      judges it by these rules, and more strictly"
        })
final class RejudgeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @ParentCommand
    private Main main;

    @Parameters(paramLabel = "DIR", description = "The folder of the recording.")
    private Path folder;

    @Mixin(name = "Selection")
    private SelectionOptions selection;

    @Mixin(name = "Verdict")
    private VerdictOptions verdict;

    @Mixin(name = "Reports")
    private ReportOptions reports;

    @Override
    public Integer call() throws IOException {
        Contract contract = Contract.load();
        Catalogue catalogue = Catalogue.load();
        SelectionOptions.Selection asked = selection.resolve(contract, catalogue);
        VerdictOptions.Standard standard = verdict.resolve(catalogue);
        Replay replay;
        try {
            replay = Replay.of(folder);
        } catch (RecordingException e) {
            spec.commandLine().getErr().println(spec.qualifiedName() + ": " + e.getMessage());
            return ExitCode.USAGE;
        }
        SelectionOptions.Selection recorded = recorded(asked, replay.manifest(), contract);
        reports.prepare();
        head(replay.manifest(), contract);
        RunResult result = new Suite(
                        contract,
                        recorded.rules(),
                        recorded.operations(),
                        replay,
                        settings(replay.manifest(), standard),
                        new Stop())
                .run(scenario -> {})
                .withRemarks(remarks(folder, replay, contract, catalogue));
        RunResult marked = standard.marked(result, main.surroundings().clock());
        EndpointRun.report(marked, List.of(), reports.resolve(), spec.commandLine());
        return ExitCode.of(marked);
    }

    /** What was asked for of what was recorded: all the recorded rules, unless some were named. */
    private SelectionOptions.Selection recorded(
            SelectionOptions.Selection asked, Manifest manifest, Contract contract) {
        boolean named =
                Stream.of("--rule", "--tags").anyMatch(spec.commandLine().getParseResult()::hasMatchedOption);
        List<Contract.Operation> operations = asked.operations().stream()
                .filter(operation -> manifest.operations().contains(operation.id()))
                .toList();
        List<Rule> rules = asked.rules().stream()
                .filter(rule -> named || manifest.rules().contains(rule.id()))
                .filter(rule -> operations.stream().anyMatch(operation -> rule.concerns(operation, contract)))
                .toList();
        if (rules.isEmpty()) {
            throw new UsageException("the recording is of " + String.join(" and ", manifest.operations())
                    + ", which none of the selected rules concerns");
        }
        return new SelectionOptions.Selection(operations, rules);
    }

    private static Settings settings(Manifest manifest, VerdictOptions.Standard standard) {
        return new Settings(
                manifest.setup(),
                manifest.seed(),
                manifest.workers(),
                manifest.signed(),
                standard.strict(),
                standard.ruleSet(),
                standard.requireJudged());
    }

    private void head(Manifest manifest, Contract contract) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("appflow-conformance " + Version.ofSuite() + ", contract " + contract.version() + " (sha256 "
                + contract.hash().substring(0, 12) + ")");
        out.println("recording " + folder);
        out.println("endpoint  " + manifest.endpoint() + " on " + manifest.started());
        out.println("setup     " + manifest.setup() + ", region " + manifest.region() + ", seed " + manifest.seed());
        out.println();
    }

    /** What is to be said of a run that was judged again. */
    static List<String> remarks(Path folder, Replay replay, Contract contract, Catalogue catalogue) {
        Manifest manifest = replay.manifest();
        List<String> remarks = new ArrayList<>();
        remarks.add("judged from the recording " + folder + " of " + manifest.started() + "; nothing was sent");
        if (!manifest.contract().equals(contract.hash())) {
            remarks.add("the recording was made with another contract (sha256 " + abbreviated(manifest.contract())
                    + "): what only the one in this suite says is not judged");
        }
        List<String> unknown = manifest.rules().stream()
                .filter(id -> catalogue.rule(id).isEmpty())
                .toList();
        if (!unknown.isEmpty()) {
            remarks.add("this suite has no rule of the recorded ids " + String.join(", ", unknown));
        }
        if (!manifest.suite().equals(Version.ofSuite())) {
            remarks.add("the recording was made by version " + manifest.suite() + " of the suite");
        }
        return remarks;
    }

    private static String abbreviated(String hash) {
        return hash.substring(0, Math.min(12, hash.length()));
    }
}
