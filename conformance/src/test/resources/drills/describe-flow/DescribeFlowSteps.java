package io.github.appflowkit.conformance.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** Descriptions of flows. */
public final class DescribeFlowSteps {
    private final World world;

    public DescribeFlowSteps(World world) {
        this.world = world;
    }

    @Given("the next description of {flow} is to fail with {errorType}")
    public void nextFails(String flow, String error) {
        world.fixture().planError("DescribeFlow", flow, error);
    }

    @When("{flow} is described")
    public void isDescribed(String flow) {
        world.send(new Requests(world.run()).naming(world.operation("DescribeFlow"), flow));
    }

    @Then("it is described as {flowStatus}")
    public void describedAs(String status) {
        Expect.that(
                world.success().member("flowStatus").asText("").equals(status),
                "a flow that is " + status,
                world.last());
    }
}
