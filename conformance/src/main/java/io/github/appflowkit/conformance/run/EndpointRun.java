package io.github.appflowkit.conformance.run;

import io.github.appflowkit.conformance.report.Reports;
import io.github.appflowkit.conformance.rule.Operation;
import io.github.appflowkit.conformance.setup.ControlClient;
import io.github.appflowkit.conformance.setup.Ladder;
import io.github.appflowkit.conformance.setup.Ledger;
import io.github.appflowkit.conformance.setup.Untestable;
import io.github.appflowkit.conformance.steps.Stop;
import io.github.appflowkit.conformance.steps.StoppableSender;
import io.github.appflowkit.conformance.target.AwsHosts;
import io.github.appflowkit.conformance.target.HttpSender;
import io.github.appflowkit.conformance.target.Sender;
import io.github.appflowkit.conformance.target.Signer;
import io.github.appflowkit.conformance.target.Target;
import io.github.appflowkit.conformance.verdict.ExitCode;
import io.github.appflowkit.conformance.verdict.Routing;
import io.github.appflowkit.conformance.verdict.RunResult;
import io.github.appflowkit.conformance.verdict.Settings;
import io.github.appflowkit.conformance.verdict.Verdict;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** A run against one endpoint: reaches it, finds out how resources get there, judges it, and reports. */
public final class EndpointRun {
    private final RunOptions options;
    private final Console console;
    private final boolean ownProcess;
    private final Stop stop = new Stop();

    /**
     * Creates a run.
     *
     * @param ownProcess whether the process is the suite's own, so that an interrupted run may end it with its exit code
     */
    public EndpointRun(RunOptions options, Console console, boolean ownProcess) {
        this.options = options;
        this.console = console;
        this.ownProcess = ownProcess;
    }

    /**
     * Runs, and gives the exit code.
     *
     * @param remark what is worth saying of the endpoint behind its URL; empty for nothing
     * @param ledger notes what is made
     */
    public int against(URI url, String remark, Ledger ledger) throws IOException {
        Target target = target(url);
        Target control = target(options.resources().controlUrl(target.endpoint()));
        if (AwsHosts.contains(target.endpoint()) || AwsHosts.contains(control.endpoint())) {
            console.wrapped("", new Rehearsal(options.contract(), options.selection(), options.pace()).estimate());
        }
        Interruption interruption = new Interruption(stop, console.err(), ownProcess);
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
            Optional<String> unreachable = unreachable(sender).or(() -> denied(sender));
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
        Operation operation = options.selection().operations().get(0);
        return options.reach()
                .waitFor()
                .flatMap(time -> new Waiting(target, operation, console.err())
                        .atMost(time, stop)
                        .map(reason -> target.endpoint() + " accepts no request within " + TimeText.of(time)
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

    /** What to say of an endpoint that lets nobody in who comes with these credentials. */
    private Optional<String> denied(Sender sender) {
        Routing routing = new Routing(sender, options.pace().seed());
        List<String> refusals = options.selection().operations().stream()
                .flatMap(operation -> routing.denied(operation).stream())
                .toList();
        return refusals.size() < options.selection().operations().size()
                ? Optional.empty()
                : Optional.of(sender.target().endpoint() + " refuses valid requests for "
                        + (sender.signs()
                                ? "their credentials: " + refusals.get(0) + ". Check AWS_ACCESS_KEY_ID and what belongs"
                                        + " to it, and the clock, or try --unsigned."
                                : "being unsigned: " + refusals.get(0) + ". Leave out --unsigned."));
    }

    private Ladder ladder(Sender sender, Sender control, Ledger ledger) {
        return new Ladder(
                sender,
                ControlClient.bearing(
                        options.resources().token(), control, options.reach().signer()),
                options.reach().signer(),
                options.resources().templates(),
                options.resources().names(),
                options.selection().operations().stream().map(Operation::path).collect(Collectors.toSet()),
                ledger);
    }

    private int judge(Ladder ladder, String remark) throws IOException {
        Ladder.Rung rung = options.resources().rung();
        try (Ladder.Choice choice = ladder.choose(rung, untaken())) {
            Optional<String> refusal = choice.refusal(rung);
            if (refusal.isPresent()) {
                console.complain("--setup " + refusal.get());
                return ExitCode.USAGE;
            }
            JudgedRun judged = new JudgedRun(options, console, choice, stop);
            judged.tellHead(ladder.sender().target().endpoint() + remark);
            RunResult result = explained(judged.result(), choice.setup().rung());
            console.report(result, options.reportDir());
            judged.tellLeft(ladder.ledger());
            return ExitCode.of(result);
        }
    }

    /** Says what may be behind a 404: with a token, the control API is told the account, and by no signature. */
    private RunResult explained(RunResult result, String rung) {
        boolean byToken = rung.equals("control") && options.resources().token().isPresent();
        boolean notFound = result.rules().stream()
                .flatMap(rule -> rule.violations().stream())
                .flatMap(scenario -> scenario.violation().stream())
                .flatMap(violation -> violation.exchange().stream())
                .anyMatch(exchange -> exchange.whole()
                        .filter(answer -> answer.status() == 404)
                        .isPresent());
        if (!byToken || options.reach().signer().isEmpty() || !notFound) {
            return result;
        }
        String told = options.reach()
                .signer()
                .flatMap(Signer::account)
                .map(account -> "the account " + account)
                .orElse("no account, since these credentials name none");
        return result.withRemarks(List.of("with --control-token the control API is told of " + told
                + ". If the operations do not find what it put there (404), the access key belongs to another account:"
                + " tell it in AWS_ACCOUNT_ID"));
    }

    /** A name that nothing bears. */
    private static String untaken() {
        return "try-" + Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), Character.MAX_RADIX);
    }

    private Target target(URI url) {
        return new Target(url, options.reach().region(), options.reach().timeout());
    }

    /** Tells why nothing was judged, in the reports too. */
    private int unjudged(Target target, Verdict verdict, String reason) {
        Settings settings = options.settings("none", options.pace().workers());
        RunResult result = RunResult.unjudged(
                target, options.contract(), settings, options.selection().rules(), verdict, reason);
        new Reports(Version.ofSuite(), console.secrets()).write(result, options.reportDir(), console.err());
        console.complain(reason);
        return ExitCode.of(result);
    }
}
