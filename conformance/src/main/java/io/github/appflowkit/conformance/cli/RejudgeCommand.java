package io.github.appflowkit.conformance.cli;

import io.github.appflowkit.conformance.recording.Manifest;
import io.github.appflowkit.conformance.recording.RecordingException;
import io.github.appflowkit.conformance.recording.Replay;
import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.rule.Contract;
import io.github.appflowkit.conformance.rule.Operation;
import io.github.appflowkit.conformance.rule.Rule;
import io.github.appflowkit.conformance.run.Console;
import io.github.appflowkit.conformance.run.RecordedRun;
import io.github.appflowkit.conformance.run.RunOptions;
import io.github.appflowkit.conformance.verdict.ExitCode;
import java.nio.file.Path;
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
    public Integer call() {
        Contract contract = Contract.load();
        Catalogue catalogue = Catalogue.load();
        RunOptions.Selection asked = selection.resolve(contract, catalogue);
        RunOptions.Standard standard =
                verdict.resolve(catalogue, main.surroundings().today());
        Replay replay;
        try {
            replay = Replay.of(folder);
        } catch (RecordingException e) {
            spec.commandLine().getErr().println(spec.qualifiedName() + ": " + e.getMessage());
            return ExitCode.USAGE;
        }
        RunOptions.Selection recorded = recorded(asked, replay.manifest(), contract);
        reports.prepare();
        Console console = main.surroundings().console(spec.commandLine(), List.of());
        return new RecordedRun(folder, replay, contract, catalogue, console)
                .judge(recorded, standard, reports.resolve());
    }

    /** What was asked for of what was recorded: all the recorded rules, unless some were named. */
    private RunOptions.Selection recorded(RunOptions.Selection asked, Manifest manifest, Contract contract) {
        boolean named =
                Stream.of("--rule", "--tags").anyMatch(spec.commandLine().getParseResult()::hasMatchedOption);
        List<Operation> operations = asked.operations().stream()
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
        return new RunOptions.Selection(operations, rules);
    }
}
