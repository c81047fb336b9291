package io.github.appflowkit.conformance.verdict;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.Result;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import io.github.appflowkit.conformance.steps.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Collects what comes of scenarios as Cucumber runs them. */
final class ScenarioListener implements ConcurrentEventListener {
    private static final String RULE = "@rule:";

    private final Consumer<ScenarioResult> progress;
    private final Map<Thread, World> worlds = new ConcurrentHashMap<>();
    private final List<ScenarioResult> results = new ArrayList<>();

    ScenarioListener(Consumer<ScenarioResult> progress) {
        this.progress = progress;
    }

    /** A scenario began on this thread, where its end will be told too. */
    void begun(World world) {
        worlds.put(Thread.currentThread(), world);
    }

    /** What came of the scenarios, in the order of the features. */
    List<ScenarioResult> results() {
        return results.stream()
                .sorted(Comparator.comparingInt(ScenarioResult::line))
                .toList();
    }

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(TestCaseFinished.class, this::finished);
    }

    private void finished(TestCaseFinished event) {
        World world = worlds.remove(Thread.currentThread());
        TestCase scenario = event.getTestCase();
        ScenarioResult result = new ScenarioResult(
                rule(scenario),
                scenario.getName(),
                scenario.getLocation().getLine(),
                failure(event.getResult()),
                world.given(),
                world.exchanges(),
                world.observations(),
                event.getResult().getDuration());
        synchronized (results) {
            results.add(result);
            progress.accept(result);
        }
    }

    private static String rule(TestCase scenario) {
        return scenario.getTags().stream()
                .filter(tag -> tag.startsWith(RULE))
                .map(tag -> tag.substring(RULE.length()))
                .findFirst()
                .orElseThrow();
    }

    private static Throwable failure(Result result) {
        boolean told = result.getStatus() == Status.PASSED || result.getError() != null;
        return told ? result.getError() : new IllegalStateException("a step is " + result.getStatus());
    }
}
