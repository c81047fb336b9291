package io.github.appflowkit.conformance.run;

import io.github.appflowkit.conformance.baseline.Baseline;
import io.github.appflowkit.conformance.rule.Contract;
import io.github.appflowkit.conformance.rule.Operation;
import io.github.appflowkit.conformance.rule.Rule;
import io.github.appflowkit.conformance.setup.ControlToken;
import io.github.appflowkit.conformance.setup.ExistingResources;
import io.github.appflowkit.conformance.setup.Ladder;
import io.github.appflowkit.conformance.setup.RequestTemplates;
import io.github.appflowkit.conformance.target.Signer;
import io.github.appflowkit.conformance.verdict.RunResult;
import io.github.appflowkit.conformance.verdict.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run is asked to do: every option checked and resolved, before anything is sent.
 *
 * @param contract what the endpoint is held against
 * @param reach which endpoint is judged, and how it is reached
 * @param resources how resources get to the endpoint
 * @param selection by which rules it is judged
 * @param standard what makes the run fail
 * @param pace how the run goes
 * @param reportDir where the reports go
 * @param recordDir where the exchanges go; empty to keep none
 */
public record RunOptions(
        Contract contract,
        Reach reach,
        Resources resources,
        Selection selection,
        Standard standard,
        Pace pace,
        Path reportDir,
        Optional<Path> recordDir) {
    /** What nothing that a run writes or prints may hold. */
    public List<String> secrets() {
        return Stream.concat(reach.secrets(), resources.token().stream().map(ControlToken::value))
                .toList();
    }

    /** The settings of a run on a rung. */
    Settings settings(String rung, int workers) {
        return new Settings(
                rung,
                pace.seed,
                workers,
                reach.signer.isPresent(),
                standard.strict,
                standard.ruleSet,
                standard.requireJudged);
    }

    /**
     * How an endpoint is reached.
     *
     * @param endpoint its URL; empty for the reference server
     * @param region the region of the signatures
     * @param signer signs requests; empty to send them unsigned
     * @param second signs requests for a second account; empty if there is none
     * @param timeout how long one answer may take
     * @param waitFor how long the endpoint may take until it accepts requests
     */
    public record Reach(
            Optional<URI> endpoint,
            String region,
            Optional<Signer> signer,
            Optional<Signer> second,
            Duration timeout,
            Optional<Duration> waitFor) {
        private Stream<String> secrets() {
            return Stream.concat(signer.stream(), second.stream()).flatMap(each -> each.secrets().stream());
        }
    }

    /**
     * How resources get to the endpoint.
     *
     * @param rung the rung of the setup ladder that was asked for
     * @param control where the state control API is; null for its usual place
     * @param token what requests to it bear in place of a signature; empty for none
     * @param names what the user's file names; empty if there is none
     * @param templates the requests that create resources
     */
    public record Resources(
            Ladder.Rung rung,
            URI control,
            Optional<ControlToken> token,
            Optional<ExistingResources> names,
            RequestTemplates templates) {
        /** Whether existing resources serve. */
        public boolean usesNames() {
            return rung == Ladder.Rung.NAMES || rung == Ladder.Rung.AUTO && names.isPresent();
        }

        /** Where the state control API of an endpoint is. */
        URI controlUrl(URI endpoint) {
            return control == null ? URI.create(endpoint + "/_control") : control;
        }
    }

    /**
     * What is judged.
     *
     * @param operations the operations to judge
     * @param rules the rules to judge by
     */
    public record Selection(List<Operation> operations, List<Rule> rules) {
        public Selection {
            operations = List.copyOf(operations);
            rules = List.copyOf(rules);
        }

        /** How many scenarios the rules have. */
        public int scenarios() {
            Set<String> ids = operations.stream().map(Operation::id).collect(Collectors.toSet());
            return rules.stream().mapToInt(rule -> rule.scenarioCount(ids)).sum();
        }
    }

    /**
     * What a run is held to.
     *
     * @param strict whether breaking a should rule fails the run
     * @param baseline the failures that are known
     * @param today the day on which an entry of the baseline may be over
     * @param ruleSet the version of the rule set whose rules can fail the run
     * @param requireJudged which share of the must and should rules has to be judged, in percent
     */
    public record Standard(
            boolean strict, Optional<Baseline> baseline, LocalDate today, String ruleSet, int requireJudged) {
        /** A result with what the baseline knows of it. */
        RunResult marked(RunResult result) {
            return baseline.map(known -> known.applyTo(result, today)).orElse(result);
        }
    }

    /**
     * How a run goes.
     *
     * @param workers how many scenarios run at one time
     * @param seed makes the names of the run
     * @param repeat how often the rules are judged
     * @param failFast whether the run ends at the first rule that fails it
     * @param maxTime after which time the run ends
     */
    public record Pace(int workers, long seed, int repeat, boolean failFast, Optional<Duration> maxTime) {}
}
