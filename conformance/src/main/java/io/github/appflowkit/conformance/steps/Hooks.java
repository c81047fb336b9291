package io.github.appflowkit.conformance.steps;

import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.Scenario;
import io.github.appflowkit.conformance.rule.Need;
import io.github.appflowkit.conformance.setup.Provision;
import io.github.appflowkit.conformance.setup.Untestable;
import java.util.Arrays;
import java.util.Optional;

/** What comes before and after the steps of every scenario. */
public final class Hooks {
    private static final String RULE = "@rule:";

    private final World world;

    /** Creates the hooks of a scenario. */
    public Hooks(World world) {
        this.world = world;
    }

    /** Gives the scenario its names, and ends it before anything is sent if the run is stopped or the target lacks a need. */
    @Before
    public void begin(Scenario scenario) {
        if (!scenario.getSourceTagNames().contains("@every-answer")) {
            world.run().stop().check();
        }
        world.begin(key(scenario));
        Arrays.stream(Need.values())
                .filter(need -> scenario.getSourceTagNames().contains("@needs:" + need.label()))
                .map(new Provision(world.setup(), world.sender())::lacks)
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(reason -> {
                    throw new Untestable(reason);
                });
    }

    /** The rule and the title: they stay the same when a feature grows above the scenario. */
    private static String key(Scenario scenario) {
        String rule = scenario.getSourceTagNames().stream()
                .filter(tag -> tag.startsWith(RULE))
                .map(tag -> tag.substring(RULE.length()))
                .findFirst()
                .orElseThrow();
        return rule + ": " + scenario.getName();
    }

    /** Removes what the scenario made. */
    @After
    public void end() {
        world.end();
    }
}
