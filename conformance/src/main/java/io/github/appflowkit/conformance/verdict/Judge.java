package io.github.appflowkit.conformance.verdict;

import io.cucumber.core.backend.Backend;
import io.cucumber.core.backend.Lookup;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.order.StandardPickleOrders;
import io.cucumber.core.runtime.Runtime;
import io.cucumber.tagexpressions.TagExpressionParser;
import io.github.appflowkit.conformance.rule.Operation;
import io.github.appflowkit.conformance.rule.Rule;
import io.github.appflowkit.conformance.steps.Run;
import io.github.appflowkit.conformance.steps.StepsFactory;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges an endpoint by rules: runs their scenarios with Cucumber, then those of the rules about every answer over what
 * the others exchanged.
 */
public final class Judge {
    private static final URI STEPS = URI.create("classpath:/io/github/appflowkit/conformance/steps");

    /** Gives a thread the steps of the judge for which it runs scenarios. */
    private static final ThreadLocal<StepsFactory> CURRENT = new ThreadLocal<>();

    /** Read when a thread of Cucumber's, which nobody interrupts, or of the preparation first asks. */
    private static final class Glue {
        static final OnceScanned SCANNED = new OnceScanned(STEPS, new Lookup() {
            @Override
            public <T> T getInstance(Class<T> type) {
                return CURRENT.get().getInstance(type);
            }
        });
    }

    private final Run run;
    private final int workers;
    private final ScenarioListener listener;

    /**
     * Creates a judge.
     *
     * @param workers how many scenarios run at one time
     * @param progress is told of every scenario as it ends, one at a time
     */
    public Judge(Run run, int workers, Consumer<ScenarioResult> progress) {
        this.run = run;
        this.workers = workers;
        listener = new ScenarioListener(progress);
    }

    /** Reads the features and the step classes, which otherwise the first judge does. */
    public static void prepare() {
        Features.parsed();
        backends();
    }

    /** Judges by rules, and gives a verdict on each in their order. */
    public List<RuleResult> judge(List<Rule> rules) {
        Map<Boolean, List<Rule>> byKind = rules.stream().collect(Collectors.partitioningBy(Rule::everyAnswer));
        runScenarios(byKind.get(false));
        runScenarios(byKind.get(true));

        Map<String, List<ScenarioResult>> byRule =
                listener.results().stream().collect(Collectors.groupingBy(ScenarioResult::ruleId));
        return rules.stream()
                .map(rule -> RuleResult.of(rule, rung(rule), byRule.getOrDefault(rule.id(), List.of())))
                .toList();
    }

    /** What served a rule: none if its scenarios need nothing. Rules about every answer see those of all others. */
    private String rung(Rule rule) {
        boolean needs = rule.everyAnswer()
                || rule.scenarios().stream()
                        .anyMatch(scenario -> !scenario.needs().isEmpty());
        return needs ? run.setup().rung() : "none";
    }

    private void runScenarios(List<Rule> rules) {
        if (rules.isEmpty()) {
            return;
        }
        RuntimeOptionsBuilder options = new RuntimeOptionsBuilder()
                .addGlue(STEPS)
                .addTagFilter(TagExpressionParser.parse(tags(rules)))
                .setThreads(workers)
                .setPickleOrder(StandardPickleOrders.random(run.seed()))
                .setPublishQuiet(true);

        runToTheEnd(Runtime.builder()
                .withRuntimeOptions(options.build())
                .withClassLoader(Judge.class::getClassLoader)
                .withFeatureSupplier(Features::parsed)
                .withObjectFactorySupplier(this::factory)
                .withBackendSupplier(Judge::backends)
                .withAdditionalPlugins(listener)
                .build());
    }

    private static List<Backend> backends() {
        return List.of(Glue.SCANNED);
    }

    /** The steps of a thread that will run scenarios, which asks once. */
    private StepsFactory factory() {
        StepsFactory own = new StepsFactory(run, listener::begun);
        CURRENT.set(own);
        return own;
    }

    /**
     * Runs scenarios in a thread of their own, since Cucumber never comes back in one that is interrupted. Who
     * interrupts this one ends the run early, and finds it interrupted afterwards.
     */
    private void runToTheEnd(Runtime cucumber) {
        FutureTask<Void> scenarios = new FutureTask<>(cucumber::run, null);
        Thread thread = new Thread(scenarios, "scenarios");
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    scenarios.get();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                    run.stop().now("the run was interrupted");
                } catch (ExecutionException e) {
                    throw new IllegalStateException("the scenarios could not be run: " + told(e.getCause()), e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The first of several, which Cucumber only counts. */
    private static Throwable told(Throwable failure) {
        Throwable[] several = failure.getSuppressed();
        return several.length == 0 ? failure : several[0];
    }

    /** The scenarios of the rules, without those that need an operation that is not judged. */
    private String tags(List<Rule> rules) {
        String selected = rules.stream().map(rule -> "@rule:" + rule.id()).collect(Collectors.joining(" or "));
        Stream<String> others = run.contract().operations().values().stream()
                .filter(operation -> !run.operations().contains(operation))
                .map(Operation::id);
        return others.map(operation -> " and not @on:" + operation)
                .collect(Collectors.joining("", "(" + selected + ")", ""));
    }
}
