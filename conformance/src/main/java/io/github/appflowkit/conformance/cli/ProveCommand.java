package io.github.appflowkit.conformance.cli;

import io.github.appflowkit.conformance.proof.Fault;
import io.github.appflowkit.conformance.proof.Faults;
import io.github.appflowkit.conformance.proof.PermittedDifference;
import io.github.appflowkit.conformance.proof.PermittedDifferences;
import io.github.appflowkit.conformance.proving.DifferenceOutcome;
import io.github.appflowkit.conformance.proving.FaultOutcome;
import io.github.appflowkit.conformance.proving.Proof;
import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.rule.Rule;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code prove}: whether the suite tells wrong from right, shown on endpoints of its own. */
@Command(
        name = "prove",
        description =
                "Proves the suite on endpoints of its own: one for each fault, which rules have to catch, and one for each"
                        + " permitted difference, which no rule may accuse. Prints which rule caught what.",
        exitCodeList = {
            "0:every fault is caught, no difference accused, every rule proved",
            "1:a fault survives, a difference is accused or no fault proves a rule",
            "2:wrong usage: an option is not what it may be"
        },
        footer = {
            "  appflow-conformance prove --quick",
            "      judges each fault by the rules that are to catch it",
            "  appflow-conformance prove --rule 'stop-flow.*'",
            "      proves these rules alone"
        })
final class ProveCommand implements Callable<Integer> {
    private static final int STEP = 25;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rule",
            paramLabel = "GLOB",
            description = "Prove the rules whose ids match, such as 'stop-flow.*', and judge by them alone."
                    + " Repeatable. Default: all.")
    private List<String> globs = List.of();

    @Option(
            names = "--quick",
            description = "Judge each fault by the rules that have to catch it, and not by all the others too.")
    private boolean quick;

    @Override
    public Integer call() {
        long start = System.nanoTime();
        List<Rule> rules = SelectionOptions.matching(globs, Catalogue.load());
        List<Fault> faults = faults(rules);
        List<PermittedDifference> differences = PermittedDifferences.all();
        Runnable progress = progress(faults.size() + differences.size());

        Proof proof = new Proof(rules);
        List<FaultOutcome> caught = quick ? proof.byItsOwnRules(faults, progress) : proof.byEveryRule(faults, progress);
        List<DifferenceOutcome> accused = proof.differences(differences, progress);

        KillMatrix matrix = new KillMatrix(rules, caught, accused);
        matrix.print(spec.commandLine().getOut(), Duration.ofNanos(System.nanoTime() - start));
        return matrix.exitCode();
    }

    private static List<Fault> faults(List<Rule> rules) {
        List<String> ids = rules.stream().map(Rule::id).toList();
        return Faults.all().stream().filter(fault -> fault.breaksAnyOf(ids)).toList();
    }

    private Runnable progress(int total) {
        PrintWriter err = spec.commandLine().getErr();
        AtomicInteger judged = new AtomicInteger();
        return () -> {
            int count = judged.incrementAndGet();
            if (count % STEP == 0) {
                err.println(count + " of " + total + " endpoints judged");
                err.flush();
            }
        };
    }
}
