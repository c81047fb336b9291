package io.github.appflowkit.conformance.cli;

import io.github.appflowkit.conformance.recording.Manifest;
import io.github.appflowkit.conformance.recording.Recorder;
import io.github.appflowkit.conformance.recording.RecordingException;
import io.github.appflowkit.conformance.report.Lines;
import io.github.appflowkit.conformance.report.Masking;
import io.github.appflowkit.conformance.report.Reports;
import io.github.appflowkit.conformance.rule.Contract;
import io.github.appflowkit.conformance.rule.Rule;
import io.github.appflowkit.conformance.setup.Access;
import io.github.appflowkit.conformance.setup.Ladder;
import io.github.appflowkit.conformance.setup.Ledger;
import io.github.appflowkit.conformance.setup.Preflight;
import io.github.appflowkit.conformance.setup.Provision;
import io.github.appflowkit.conformance.setup.Untestable;
import io.github.appflowkit.conformance.steps.Stop;
import io.github.appflowkit.conformance.steps.StoppableSender;
import io.github.appflowkit.conformance.target.HttpSender;
import io.github.appflowkit.conformance.target.Sender;
import io.github.appflowkit.conformance.target.Target;
import io.github.appflowkit.conformance.verdict.ExitCode;
import io.github.appflowkit.conformance.verdict.Routing;
import io.github.appflowkit.conformance.verdict.RunResult;
import io.github.appflowkit.conformance.verdict.Settings;
import io.github.appflowkit.conformance.verdict.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
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
    private final Masking masking;
    private final Stop stop = new Stop();

    EndpointRun(RunOptions options, Surroundings surroundings, CommandLine command) {
        this.options = options;
        masking = Masking.of(options.reach().secrets());
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
        Interruption interruption = new Interruption(stop, command.getErr(), surroundings.ownProcess());
        try {
            return reached(target, control, remark, ledger);
        } finally {
            // An interrupted process ends with this call.
            ledger.close();
            interruption.runEnded();
        }
    }

    private int reached(Target target, Target control, String remark, Ledger ledger) throws IOException {
        Optional<String> late = late(target);
        if (late.isPresent()) {
            return unjudged(target, Verdict.NOT_ROUTED, late.get());
        }
        Optional<MaxTime> maxTime = options.pace().maxTime().map(time -> new MaxTime(time, stop));
        try (Sender sender = new StoppableSender(
                        new HttpSender(
                                target,
                                options.reach().signer(),
                                options.reach().second()),
                        stop);
                Sender controlSender = new HttpSender(control, options.reach().signer())) {
            Optional<String> unreachable = unreachable(sender);
            return unreachable.isPresent()
                    ? unjudged(target, Verdict.NOT_ROUTED, unreachable.get())
                    : judge(ladder(sender, controlSender, ledger), remark);
        } catch (Untestable cut) {
            return unjudged(target, Verdict.UNTESTABLE, "nothing was judged: " + cut.getMessage());
        } finally {
            maxTime.ifPresent(MaxTime::close);
        }
    }

    /** What to say of an endpoint that was waited for in vain. */
    private Optional<String> late(Target target) {
        Contract.Operation operation = options.selection().operations().get(0);
        return options.reach()
                .waitFor()
                .flatMap(time -> new Waiting(target, operation, command.getErr())
                        .atMost(time, stop)
                        .map(reason -> target.endpoint() + " accepts no request within " + DurationConverter.text(time)
                                + " (--wait-for): " + reason + ". Check the URL, and that it is running."));
    }

    /** What to say of an endpoint none of whose operations answers. */
    private Optional<String> unreachable(Sender sender) {
        Routing routing = new Routing(sender, options.pace().seed());
        List<String> reasons = options.selection().operations().stream()
                .flatMap(operation -> routing.unreachable(operation).stream()
                        .map(reason -> operation.method() + " " + operation.path() + ": " + reason))
                .toList();
        return reasons.size() < options.selection().operations().size()
                ? Optional.empty()
                : Optional.of(sender.target().endpoint() + " does not answer " + reasons.get(0)
                        + ". Check the URL, and that it is running.");
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
        try (Ladder.Choice choice = ladder.choose(options.setup().rung(), untaken())) {
            Optional<String> refusal = choice.refusal(options.setup().rung());
            if (refusal.isPresent()) {
                return refused(ExitCode.USAGE, "--setup " + refusal.get());
            }
            head(ladder.sender().target().endpoint() + remark, choice);
            RunResult result = recorded(choice);
            report(result, options.reach().secrets(), options.reportDir(), command);
            left(choice, ladder.ledger());
            options.recordDir()
                    .ifPresent(folder -> wrapped(
                            "",
                            "Recording: " + folder + "; 'appflow-conformance rejudge " + folder
                                    + "' judges it again."));
            return ExitCode.of(result);
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
    private RunResult recorded(Ladder.Choice choice) throws RecordingException {
        if (options.recordDir().isEmpty()) {
            return judge(choice.access(), workers(choice));
        }
        Path folder = options.recordDir().get();
        try (Recorder recorder = Recorder.into(
                folder, manifest(choice), choice.access(), options.reach().secrets())) {
            RunResult result = judge(recorder, workers(choice));
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

    private RunResult judge(Access access, int workers) {
        Settings settings = settings(access.setup("run").rung(), workers);
        return new Judging(options, surroundings, stop).judge(access, settings, command.getErr());
    }

    private Settings settings(String rung, int workers) {
        return new Settings(
                rung,
                options.pace().seed(),
                workers,
                options.reach().signer().isPresent(),
                options.standard().strict(),
                options.standard().ruleSet(),
                options.standard().requireJudged());
    }

    /**
     * Prints what a run found and writes its files.
     *
     * @param secrets what no report shows
     */
    static void report(RunResult result, Collection<String> secrets, Path reportDir, CommandLine command) {
        new Reports(Version.ofSuite(), secrets)
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
        Lines.wrap(head, masking.shown(text)).forEach(command.getOut()::println);
    }

    /** Tells why nothing was judged, in the reports too. */
    private int unjudged(Target target, Verdict verdict, String reason) {
        RunResult result = RunResult.unjudged(
                target,
                options.contract(),
                settings("none", options.pace().workers()),
                options.selection().rules(),
                verdict,
                reason);
        new Reports(Version.ofSuite(), options.reach().secrets()).write(result, options.reportDir(), command.getErr());
        return refused(ExitCode.of(result), reason);
    }

    private int refused(int exitCode, String message) {
        command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + masking.shown(message));
        return exitCode;
    }
}
