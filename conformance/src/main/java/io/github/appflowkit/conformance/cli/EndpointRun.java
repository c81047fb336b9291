package io.github.appflowkit.conformance.cli;

import io.github.appflowkit.conformance.recording.Manifest;
import io.github.appflowkit.conformance.recording.Recorder;
import io.github.appflowkit.conformance.recording.RecordingException;
import io.github.appflowkit.conformance.report.Lines;
import io.github.appflowkit.conformance.report.Reports;
import io.github.appflowkit.conformance.rule.Contract;
import io.github.appflowkit.conformance.rule.Rule;
import io.github.appflowkit.conformance.setup.Access;
import io.github.appflowkit.conformance.setup.Ladder;
import io.github.appflowkit.conformance.setup.Ledger;
import io.github.appflowkit.conformance.setup.Preflight;
import io.github.appflowkit.conformance.setup.Provision;
import io.github.appflowkit.conformance.steps.Stop;
import io.github.appflowkit.conformance.target.HttpSender;
import io.github.appflowkit.conformance.target.Sender;
import io.github.appflowkit.conformance.target.Signer;
import io.github.appflowkit.conformance.target.Target;
import io.github.appflowkit.conformance.verdict.ExitCode;
import io.github.appflowkit.conformance.verdict.Routing;
import io.github.appflowkit.conformance.verdict.RunResult;
import io.github.appflowkit.conformance.verdict.Settings;
import io.github.appflowkit.conformance.verdict.Suite;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
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
     * @param ledger notes what is made
     */
    int against(URI url, String remark, Ledger ledger) throws IOException {
        Target target = target(url);
        Target control = target(options.setup().controlUrl(target.endpoint()));
        if (AwsHosts.contains(target.endpoint()) || AwsHosts.contains(control.endpoint())) {
            wrapped("", new Rehearsal(options.contract(), options.selection(), options.pace()).estimate());
        }
        try (Sender sender = new HttpSender(
                        target, options.reach().signer(), options.reach().second());
                Sender controlSender = new HttpSender(control, options.reach().signer())) {
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
            return judge(ladder(sender, controlSender, ledger), remark);
        }
    }

    private Ladder ladder(Sender sender, Sender control, Ledger ledger) {
        return new Ladder(
                sender,
                control,
                options.reach().signer(),
                options.setup().templates(),
                options.setup().names(),
                options.selection().operations().stream()
                        .map(Contract.Operation::path)
                        .collect(Collectors.toSet()),
                ledger);
    }

    private int judge(Ladder ladder, String remark) throws IOException {
        Interruption interruption = new Interruption(command.getErr(), surroundings.ownProcess());
        try (Ladder.Choice choice = ladder.choose(options.setup().rung(), untaken())) {
            Optional<String> refusal = choice.refusal(options.setup().rung());
            if (refusal.isPresent()) {
                return refused(ExitCode.USAGE, "--setup " + refusal.get());
            }
            head(ladder.sender().target().endpoint() + remark, choice);
            RunResult result = recorded(choice, interruption.stop());
            report(result, options.reach().signer(), options.reportDir(), command);
            left(choice, ladder.ledger());
            options.recordDir()
                    .ifPresent(folder -> wrapped(
                            "",
                            "Recording: " + folder + "; 'appflow-conformance rejudge " + folder
                                    + "' judges it again."));
            return ExitCode.of(result);
        } finally {
            interruption.runEnded();
        }
    }

    /** A name that nothing bears. */
    private static String untaken() {
        return "try-" + Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), Character.MAX_RADIX);
    }

    /** What is still at the endpoint, and what a file of names had better not name any more. */
    private void left(Ladder.Choice choice, Ledger ledger) {
        if (!choice.usedUp().isEmpty()) {
            wrapped(
                    "",
                    "Used up, so make these anew or take them out of the file of names before the next run: "
                            + String.join("; ", choice.usedUp()) + ".");
        }
        if (ledger.file() != null && ledger.leftovers() > 0) {
            wrapped(
                    "",
                    ledger.leftovers() + " resources are left at the endpoint: remove them with 'appflow-conformance"
                            + " cleanup " + ledger.file() + "'.");
        }
    }

    private Target target(URI url) {
        return new Target(url, options.reach().region(), options.reach().timeout());
    }

    /** Judges, and keeps the exchanges if that was asked for. */
    private RunResult recorded(Ladder.Choice choice, Stop stop) throws RecordingException {
        if (options.recordDir().isEmpty()) {
            return judge(choice.access(), workers(choice), stop);
        }
        Path folder = options.recordDir().get();
        try (Recorder recorder = Recorder.into(folder, manifest(choice), choice.access())) {
            RunResult result = judge(recorder, workers(choice), stop);
            recorder.ended(result.endedEarly());
            return recorder.failure()
                    .map(failure ->
                            result.withRemarks(List.of("the recording in " + folder + " is not whole: " + failure)))
                    .orElse(result);
        }
    }

    private Manifest manifest(Ladder.Choice choice) {
        return new Manifest(
                Version.ofSuite(),
                options.contract().hash(),
                Instant.now(),
                choice.access().sender("run").target(),
                choice.access().sender("run").signs(),
                choice.setup().rung(),
                options.pace().seed(),
                workers(choice),
                options.selection().operations().stream()
                        .map(Contract.Operation::id)
                        .toList(),
                options.selection().rules().stream().map(Rule::id).toList());
    }

    private RunResult judge(Access access, int workers, Stop stop) {
        Suite suite = new Suite(
                options.contract(),
                options.selection().rules(),
                options.selection().operations(),
                access,
                new Settings(
                        access.setup("run").rung(),
                        options.pace().seed(),
                        workers,
                        options.reach().signer().isPresent(),
                        options.standard().strict(),
                        options.standard().ruleSet()),
                stop);
        try (Progress progress = new Progress(command.getErr(), surroundings.terminal())) {
            return suite.run(progress::ended);
        }
    }

    /**
     * Prints what a run found and writes its files.
     *
     * @param signer whose secrets no report shows
     */
    static void report(RunResult result, Optional<Signer> signer, Path reportDir, CommandLine command) {
        new Reports(Version.ofSuite(), signer.map(Signer::secrets).orElse(List.of()))
                .tell(
                        result,
                        reportDir,
                        command.getOut(),
                        command.getErr(),
                        command.getColorScheme().ansi());
    }

    private void head(String endpoint, Ladder.Choice choice) {
        PrintWriter out = command.getOut();
        out.println("appflow-conformance " + Version.ofSuite() + ", contract "
                + options.contract().version() + " (sha256 "
                + options.contract().hash().substring(0, 12) + ")");
        out.println("endpoint  " + endpoint);
        out.println("setup     " + choice.setup().rung() + ", region "
                + options.reach().region() + ", seed " + options.pace().seed() + ", workers " + workers(choice)
                + (choice.oneByOne() ? " (existing resources serve one by one)" : ""));
        if (options.setup().rung() == Ladder.Rung.AUTO) {
            choice.passedOver().forEach(reason -> wrapped("          not ", reason));
        }
        List<String> preflight = Preflight.lines(
                options.selection().rules(),
                new Provision(choice.setup(), choice.access().sender("preflight")));
        wrapped("preflight ", preflight.get(0));
        preflight.stream().skip(1).forEach(line -> wrapped("          ", line));
        out.println();
    }

    private int workers(Ladder.Choice choice) {
        return choice.oneByOne() ? 1 : options.pace().workers();
    }

    private void wrapped(String head, String text) {
        Lines.wrap(head, text).forEach(command.getOut()::println);
    }

    private int refused(int exitCode, String message) {
        command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + message);
        return exitCode;
    }
}
