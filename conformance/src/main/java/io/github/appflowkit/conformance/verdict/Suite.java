package io.github.appflowkit.conformance.verdict;

import io.github.appflowkit.conformance.rule.Contract;
import io.github.appflowkit.conformance.rule.Operation;
import io.github.appflowkit.conformance.rule.Rule;
import io.github.appflowkit.conformance.setup.Access;
import io.github.appflowkit.conformance.setup.Setup;
import io.github.appflowkit.conformance.setup.Untestable;
import io.github.appflowkit.conformance.steps.Patience;
import io.github.appflowkit.conformance.steps.Recording;
import io.github.appflowkit.conformance.steps.Run;
import io.github.appflowkit.conformance.steps.Stop;
import io.github.appflowkit.conformance.target.Sender;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One run of the suite: finds out what is routed, judges it, and gives everything that was found.
 *
 * @param contract what the endpoint is held against
 * @param rules the rules to judge by
 * @param operations the operations to judge
 * @param access by what the endpoint is reached
 * @param settings with what the run is made
 * @param stop ends the run early
 */
public record Suite(
        Contract contract, List<Rule> rules, List<Operation> operations, Access access, Settings settings, Stop stop) {
    public Suite {
        rules = List.copyOf(rules);
        operations = List.copyOf(operations);
    }

    /** A run against a live endpoint. */
    public Suite(
            Contract contract,
            List<Rule> rules,
            List<Operation> operations,
            Sender sender,
            Setup setup,
            Settings settings,
            Stop stop) {
        this(contract, rules, operations, Access.live(sender, setup), settings, stop);
    }

    /**
     * Judges the endpoint.
     *
     * @param progress is told of every scenario as it ends, one at a time
     */
    public RunResult run(Consumer<ScenarioResult> progress) {
        Instant started = Instant.now();
        long start = System.nanoTime();
        Routing routing = new Routing(access.sender("routing"), settings.seed());
        Map<Operation, String> notRouted = notRouted(routing);
        List<Operation> routed = operations.stream()
                .filter(operation -> !notRouted.containsKey(operation))
                .toList();
        Recording recording = new Recording();
        Patience patience = new Probe(access, settings.seed(), routed, recording).patience(stop);
        Run run = new Run(contract, access, settings.seed(), routed, recording, stop, patience);

        List<Rule> judgeable = rules.stream()
                .filter(rule -> routed.stream().anyMatch(operation -> rule.concerns(operation, contract)))
                .toList();
        List<RuleResult> results = new ArrayList<>();
        new Judge(run, settings.workers(), progress)
                .judge(judgeable).stream().map(this::onlyWarnedIfNewer).forEach(results::add);
        rules.stream()
                .filter(rule -> !judgeable.contains(rule))
                .map(rule -> RuleResult.notRouted(rule, "none", reason(rule, notRouted)))
                .forEach(results::add);
        results.sort(Comparator.comparingInt(result -> rules.indexOf(result.rule())));
        return new RunResult(
                run.sender().target(),
                contract,
                settings,
                started,
                Duration.ofNanos(System.nanoTime() - start),
                run.recording().exchanges().size(),
                results,
                run.recording().leftBehind(),
                Diagnosis.of(routed, run.recording().exchanges(), results),
                stop.reason().or(access::endedEarly),
                List.of());
    }

    /** A rule that is newer than the rule set of the run warns, so that an upgrade of the suite fails nobody's run. */
    private RuleResult onlyWarnedIfNewer(RuleResult result) {
        boolean newer = result.rule().isNewerThan(settings.ruleSet());
        return newer && result.verdict() == Verdict.FAILED ? result.withVerdict(Verdict.WARNED) : result;
    }

    private Map<Operation, String> notRouted(Routing routing) {
        Map<Operation, String> reasons = new HashMap<>();
        for (Operation operation : operations) {
            try {
                routing.notRouted(operation).ifPresent(reason -> reasons.put(operation, reason));
            } catch (Untestable unrecorded) {
                // Its rules will tell what is missing, each for itself.
            }
        }
        return reasons;
    }

    private String reason(Rule rule, Map<Operation, String> notRouted) {
        return operations.stream()
                .filter(operation -> rule.concerns(operation, contract))
                .map(notRouted::get)
                .findFirst()
                .orElseThrow();
    }
}
