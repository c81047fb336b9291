package io.github.appflowkit.conformance.run;

import io.github.appflowkit.conformance.recording.Manifest;
import io.github.appflowkit.conformance.recording.Recorder;
import io.github.appflowkit.conformance.recording.RecordingException;
import io.github.appflowkit.conformance.report.Lines;
import io.github.appflowkit.conformance.rule.Operation;
import io.github.appflowkit.conformance.rule.Rule;
import io.github.appflowkit.conformance.setup.Access;
import io.github.appflowkit.conformance.setup.Ladder;
import io.github.appflowkit.conformance.setup.Ledger;
import io.github.appflowkit.conformance.setup.Preflight;
import io.github.appflowkit.conformance.setup.Provision;
import io.github.appflowkit.conformance.steps.Stop;
import io.github.appflowkit.conformance.verdict.RunResult;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The judging of an endpoint that is reached, on the rung that serves: what is said before it and after it. */
final class JudgedRun {
    private final RunOptions options;
    private final Console console;
    private final Ladder.Choice choice;
    private final Stop stop;

    JudgedRun(RunOptions options, Console console, Ladder.Choice choice, Stop stop) {
        this.options = options;
        this.console = console;
        this.choice = choice;
        this.stop = stop;
    }

    /** Tells what is judged, how, and what cannot be. */
    void tellHead(String endpoint) {
        console.title(options.contract());
        console.wrapped("endpoint  ", endpoint);
        console.wrapped(
                "setup     ",
                choice.setup().rung() + ", region " + options.reach().region() + ", seed "
                        + options.pace().seed() + ", workers " + workers()
                        + (choice.oneByOne() ? " (existing resources serve one by one)" : ""));
        if (options.resources().rung() == Ladder.Rung.AUTO) {
            choice.passedOver().forEach(reason -> console.wrapped("          not ", reason));
        }
        List<String> preflight = Preflight.lines(
                options.selection().rules(),
                new Provision(choice.setup(), choice.access().sender("preflight")));
        console.wrapped("preflight ", preflight.get(0));
        preflight.stream().skip(1).forEach(line -> console.wrapped("          ", line));
        console.out().println();
    }

    /** Judges, and keeps the exchanges if that was asked for. */
    RunResult result() throws RecordingException {
        if (options.recordDir().isEmpty()) {
            return judge(choice.access());
        }
        Path folder = options.recordDir().get();
        try (Recorder recorder = Recorder.into(folder, manifest(), choice.access(), console.secrets())) {
            RunResult result = judge(recorder);
            recorder.ended(result.endedEarly());
            return recorder.failure()
                    .map(failure ->
                            result.withRemarks(List.of("the recording in " + folder + " is not whole: " + failure)))
                    .orElse(result);
        }
    }

    private RunResult judge(Access access) {
        return new Judging(options, console, stop)
                .judge(access, options.settings(access.setup("run").rung(), workers()));
    }

    private Manifest manifest() {
        return new Manifest(
                Version.ofSuite(),
                options.contract().hash(),
                Instant.now(),
                choice.access().sender("run").target(),
                choice.access().sender("run").signs(),
                choice.setup().rung(),
                options.pace().seed(),
                workers(),
                options.selection().operations().stream().map(Operation::id).toList(),
                options.selection().rules().stream().map(Rule::id).toList());
    }

    private int workers() {
        return choice.oneByOne() ? 1 : options.pace().workers();
    }

    /** Tells what is still at the endpoint, what existing resources served up, and where the recording is. */
    void tellLeft(Ledger ledger) {
        if (!choice.usedUp().isEmpty()) {
            console.wrapped(
                    "",
                    "Used up, so make these anew or take them out of the file of names before the next run: "
                            + String.join("; ", choice.usedUp()) + ".");
        }
        if (ledger.file() != null && ledger.leftovers() > 0) {
            console.wrapped(
                    "", Lines.counted(ledger.leftovers(), "resource") + " of this or an earlier run left. To remove:");
            console.verbatim("appflow-conformance cleanup " + ledger.file());
        }
        options.recordDir().ifPresent(folder -> {
            console.wrapped("", "The exchanges are kept. To judge them again:");
            console.verbatim("appflow-conformance rejudge " + folder);
        });
    }
}
