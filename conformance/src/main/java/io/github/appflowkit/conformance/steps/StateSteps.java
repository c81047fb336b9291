package io.github.appflowkit.conformance.steps;

import io.cucumber.java.en.Given;
import io.github.appflowkit.conformance.setup.Flow;
import io.github.appflowkit.conformance.setup.Flow.Trigger;
import io.github.appflowkit.conformance.setup.Profile;
import java.util.List;

/** The state of the target before an operation. */
public final class StateSteps {
    private final World world;

    /** Creates the steps of a scenario. */
    public StateSteps(World world) {
        this.world = world;
    }

    @Given("{profile} exists")
    public void exists(String profile) {
        world.fixture().put(new Profile(profile, world.run().region()));
    }

    @Given("{flow} runs {trigger}")
    public void runs(String flow, Trigger trigger) {
        world.fixture().put(active(flow, trigger));
    }

    @Given("{flow} runs {trigger} in another region")
    public void runsInAnotherRegion(String flow, Trigger trigger) {
        world.fixture().put(Flow.active(flow, Regions.other(world.run()), trigger));
    }

    @Given("{profile} exists in another region too")
    public void existsInAnotherRegionToo(String profile) {
        requireMaking("a profile of the same name in another region is needed");
        world.fixture().put(new Profile(profile, Regions.other(world.run())));
    }

    @Given("{profile} exists too")
    public void existsToo(String profile) {
        requireMaking("a profile of a flow's name is needed");
        exists(profile);
    }

    @Given("{flow} runs {trigger} in another region too")
    public void runsInAnotherRegionToo(String flow, Trigger trigger) {
        requireMaking("a flow of the same name in another region is needed");
        runsInAnotherRegion(flow, trigger);
    }

    @Given("{flow} runs {trigger} in another region and reads from {profile}")
    public void runsInAnotherRegionAndReads(String flow, Trigger trigger, String profile) {
        world.fixture()
                .put(Flow.active(flow, Regions.other(world.run()), trigger).readingFrom(profile));
    }

    @Given("{flow} runs {trigger} and reads from {profile}")
    public void runsAndReads(String flow, Trigger trigger, String profile) {
        world.fixture().put(active(flow, trigger).readingFrom(profile));
    }

    @Given("{flow} runs {trigger} and writes to {profile}")
    public void runsAndWrites(String flow, Trigger trigger, String profile) {
        world.fixture().put(active(flow, trigger).writingTo(List.of(profile)));
    }

    @Given("{flow} runs {trigger} and writes to {profile} and {profile}")
    public void runsAndWritesTwice(String flow, Trigger trigger, String first, String second) {
        world.fixture().put(active(flow, trigger).writingTo(List.of(first, second)));
    }

    @Given("{flow} runs {trigger}, reads from {profile} and writes to {profile}")
    public void runsAndReadsAndWrites(String flow, Trigger trigger, String from, String to) {
        world.fixture().put(active(flow, trigger).readingFrom(from).writingTo(List.of(to)));
    }

    @Given("{flow} runs {trigger} and is {flowStatus}")
    public void runsWithStatus(String flow, Trigger trigger, String status) {
        world.fixture().put(active(flow, trigger).withStatus(status));
    }

    @Given("{flow} runs {trigger}, reads from {profile} and is {flowStatus}")
    public void runsAndReadsWithStatus(String flow, Trigger trigger, String profile, String status) {
        world.fixture().put(active(flow, trigger).readingFrom(profile).withStatus(status));
    }

    @Given("{profile} is made again")
    public void isMadeAgain(String profile) {
        requireMaking("an existing resource that was used up cannot be made again");
        world.fixture().put(new Profile(profile, world.run().region()));
    }

    @Given("{flow} is started again")
    public void isStartedAgain(String flow) {
        requireMaking("an existing resource that was used up cannot be made again");
        world.fixture().put(world.fixture().made(flow));
    }

    /** Where existing resources serve, another one would stand in. */
    private void requireMaking(String otherwise) {
        World.prerequisite(!world.setup().rung().equals("names"), otherwise);
    }

    @Given("the next call for {profile} is to fail with {errorType}")
    public void nextDeletionFails(String profile, String error) {
        world.fixture().planError("DeleteConnectorProfile", profile, error);
    }

    @Given("the next call for {flow} is to fail with {errorType}")
    public void nextStopFails(String flow, String error) {
        world.fixture().planError("StopFlow", flow, error);
    }

    private Flow active(String flow, Trigger trigger) {
        return Flow.active(flow, world.run().region(), trigger);
    }
}
