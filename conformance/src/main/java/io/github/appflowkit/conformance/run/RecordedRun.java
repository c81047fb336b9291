package io.github.appflowkit.conformance.run;

import io.github.appflowkit.conformance.recording.Manifest;
import io.github.appflowkit.conformance.recording.Replay;
import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.rule.Contract;
import io.github.appflowkit.conformance.steps.Stop;
import io.github.appflowkit.conformance.verdict.ExitCode;
import io.github.appflowkit.conformance.verdict.RunResult;
import io.github.appflowkit.conformance.verdict.Settings;
import io.github.appflowkit.conformance.verdict.Suite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The judging of a recording, which has every answer already: nothing is sent. */
public final class RecordedRun {
    private final Path folder;
    private final Replay replay;
    private final Contract contract;
    private final Catalogue catalogue;
    private final Console console;

    /**
     * Creates a run.
     *
     * @param folder where the recording is
     * @param catalogue all rules of this suite
     */
    public RecordedRun(Path folder, Replay replay, Contract contract, Catalogue catalogue, Console console) {
        this.folder = folder;
        this.replay = replay;
        this.contract = contract;
        this.catalogue = catalogue;
        this.console = console;
    }

    /** Judges by the selected rules, reports, and gives the exit code. */
    public int judge(RunOptions.Selection selection, RunOptions.Standard standard, Path reportDir) {
        tellHead();
        RunResult result = standard.marked(
                new Suite(contract, selection.rules(), selection.operations(), replay, settings(standard), new Stop())
                        .run(scenario -> {})
                        .withNothingLeft()
                        .withRemarks(remarks()));
        console.report(result, reportDir);
        return ExitCode.of(result);
    }

    private void tellHead() {
        Manifest manifest = replay.manifest();
        console.title(contract);
        console.wrapped("recording ", folder.toString());
        console.wrapped("endpoint  ", manifest.endpoint() + " on " + manifest.started());
        console.wrapped("setup     ", manifest.setup() + ", region " + manifest.region() + ", seed " + manifest.seed());
        console.out().println();
    }

    private Settings settings(RunOptions.Standard standard) {
        Manifest manifest = replay.manifest();
        return new Settings(
                manifest.setup(),
                manifest.seed(),
                manifest.workers(),
                manifest.signed(),
                standard.strict(),
                standard.ruleSet(),
                standard.requireJudged());
    }

    /** What is to be said of a run that was judged again. */
    List<String> remarks() {
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
