package io.github.appflowkit.conformance.proving;

import io.github.appflowkit.conformance.proof.Fault;
import io.github.appflowkit.conformance.proof.PermittedDifference;
import io.github.appflowkit.conformance.proof.RightEndpoint;
import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.rule.Contract;
import io.github.appflowkit.conformance.rule.Rule;
import io.github.appflowkit.conformance.setup.ControlSetup;
import io.github.appflowkit.conformance.steps.Stop;
import io.github.appflowkit.conformance.target.HttpSender;
import io.github.appflowkit.conformance.target.Sender;
import io.github.appflowkit.conformance.target.Signer;
import io.github.appflowkit.conformance.target.Target;
import io.github.appflowkit.conformance.verdict.RunResult;
import io.github.appflowkit.conformance.verdict.Settings;
import io.github.appflowkit.conformance.verdict.Suite;
import io.github.appflowkit.conformance.verdict.Verdict;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges endpoints with one mistake, which the suite has to notice, and endpoints that differ as they may, which it must
 * not blame. Several endpoints are judged at one time.
 */
public final class Proof {
    private static final String REGION = "us-east-1";
    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final long SEED = 42;
    private static final Signer SECOND = Signer.of("210987654321", "test");

    private final Contract contract = Contract.load();
    private final List<Rule> rules;
    private final Optional<Signer> signer = Optional.of(Signer.of("test", "test"));

    /** Creates a proof of these rules, which is the whole suite for it. */
    public Proof(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** Judges endpoints with one mistake by every rule. */
    public List<FaultOutcome> byEveryRule(List<Fault> faults, Runnable progress) {
        return inParallel(faults, fault -> judge(fault, rules), progress);
    }

    /**
     * Judges endpoints with one mistake by the rules that have to notice it. A rule about every answer sees fewer answers
     * then than in a run of the whole suite: where it misses the mistake, the whole suite judges.
     */
    public List<FaultOutcome> byItsOwnRules(List<Fault> faults, Runnable progress) {
        return inParallel(faults, this::judgeByItsOwnRules, progress);
    }

    /** Judges endpoints that differ as they may by every rule. */
    public List<DifferenceOutcome> differences(List<PermittedDifference> differences, Runnable progress) {
        return inParallel(differences, this::judge, progress);
    }

    /** Judges one endpoint by rules, and closes it. */
    public RunResult judge(RightEndpoint started, List<Rule> by) {
        try (RightEndpoint endpoint = started) {
            return judge(endpoint.url(), by, SEED, 1);
        }
    }

    /** Judges any endpoint that has a state control API. */
    public RunResult judge(URI endpoint, List<Rule> by, long seed, int workers) {
        try (Sender sender = sender(endpoint);
                Sender control = sender(URI.create(endpoint + "/_control"))) {
            Settings settings = new Settings("control", seed, workers, true, false, Catalogue.RULE_SET);
            return new Suite(
                            contract,
                            by,
                            List.copyOf(contract.operations().values()),
                            sender,
                            new ControlSetup(control),
                            settings,
                            new Stop())
                    .run(scenario -> {});
        }
    }

    private FaultOutcome judgeByItsOwnRules(Fault fault) {
        List<Rule> own =
                rules.stream().filter(rule -> fault.rules().contains(rule.id())).toList();
        FaultOutcome outcome = judge(fault, own);
        boolean seenTooLittle = own.stream()
                .anyMatch(rule -> rule.everyAnswer() && outcome.missedBy().contains(rule.id()));
        return seenTooLittle ? judge(fault, rules) : outcome;
    }

    private FaultOutcome judge(Fault fault, List<Rule> by) {
        RunResult result = judge(fault.endpoint().get(), by);
        List<String> broken =
                ids(result, Set.of(Verdict.FAILED, Verdict.WARNED)).toList();
        return new FaultOutcome(fault, by.stream().map(Rule::id).toList(), broken, errors(result));
    }

    private DifferenceOutcome judge(PermittedDifference difference) {
        RunResult result = judge(difference.start(), rules);
        Set<String> failed = ids(result, Set.of(Verdict.FAILED)).collect(Collectors.toSet());
        Set<String> warned = ids(result, Set.of(Verdict.WARNED)).collect(Collectors.toSet());
        return new DifferenceOutcome(difference, difference.accusedBy(failed, warned), errors(result));
    }

    private static List<String> errors(RunResult result) {
        return ids(result, Set.of(Verdict.ERROR)).toList();
    }

    private static Stream<String> ids(RunResult result, Set<Verdict> verdicts) {
        return result.rules().stream()
                .filter(rule -> verdicts.contains(rule.verdict()))
                .map(rule -> rule.rule().id());
    }

    private Sender sender(URI url) {
        return new HttpSender(new Target(url, REGION, TIMEOUT), signer, Optional.of(SECOND));
    }

    /** Four times as many at one time as there are cores, since an endpoint that hangs takes a thread and no core. */
    private static <T, R> List<R> inParallel(List<T> items, Judgement<T, R> judgement, Runnable progress) {
        ExecutorService threads =
                Executors.newFixedThreadPool(4 * Runtime.getRuntime().availableProcessors());
        try {
            List<Future<R>> futures = items.stream()
                    .map(item -> threads.submit((Callable<R>) () -> {
                        R outcome = judgement.of(item);
                        progress.run();
                        return outcome;
                    }))
                    .toList();
            List<R> outcomes = new ArrayList<>();
            for (Future<R> future : futures) {
                outcomes.add(future.get());
            }
            return outcomes;
        } catch (ExecutionException e) {
            throw new IllegalStateException("an endpoint could not be judged: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the proof was interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private interface Judgement<T, R> {
        R of(T item);
    }
}
