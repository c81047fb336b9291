package io.github.appflowkit.conformance.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.github.appflowkit.conformance.rule.Member;
import io.github.appflowkit.conformance.rule.Operation;
import io.github.appflowkit.conformance.target.Answer;
import io.github.appflowkit.conformance.target.Exchange;

/** Stops and what they answer. */
public final class StopFlowSteps {
    private final World world;
    private final Operation operation;
    private final Requests requests;

    /** Creates the steps of a scenario. */
    public StopFlowSteps(World world) {
        this.world = world;
        operation = world.operation("StopFlow");
        requests = new Requests(world.run());
    }

    @When("{flow} is stopped")
    public void isStopped(String flow) {
        stop(flow);
    }

    @When("{flow} is stopped successfully")
    public void isStoppedSuccessfully(String flow) {
        stop(flow);
        world.success();
    }

    @When("{flow} is stopped by its name in other letter case")
    public void isStoppedInOtherCase(String flow) {
        stop(NameCase.other(flow));
    }

    @When("{flow} is stopped by its name with {word} for its hyphens")
    public void isStoppedWithSigns(String flow, String sign) {
        stop(Names.withoutHyphens(flow, sign));
    }

    @When("{flow} is stopped by its name with another end")
    public void isStoppedWithAnotherEnd(String flow) {
        stop(Names.withAnotherEnd(flow));
    }

    @When("{flow} and {flow} are stopped at the same time")
    public void areStoppedTogether(String one, String other) {
        Simultaneous.send(world, requests.naming(operation, one), requests.naming(operation, other));
    }

    @Given("{flow} can be stopped")
    public void canBeStopped(String flow) {
        Answer answer = World.whole(stop(flow));
        World.prerequisite(
                answer.status() == 200,
                "a flow that can be stopped is needed first, and it answers " + answer.outcome());
    }

    @Then("the stop succeeds")
    public void succeeds() {
        Expect.status(world.last(), 200);
    }

    @Then("the answer's flowStatus is {flowStatus}")
    public void answersStatus(String status) {
        expectText("flowStatus", world.success().member("flowStatus").asText("").equals(status), status);
    }

    @Then("the answer's flowArn fits its constraints")
    public void arnFits() {
        Member flowArn = operation.output(200).stream()
                .filter(member -> member.name().equals("flowArn"))
                .findFirst()
                .orElseThrow();
        String arn = arn();
        expectText("flowArn", flowArn.pattern().matcher(arn).matches(), "a value that matches " + flowArn.pattern());
        int length = arn.codePointCount(0, arn.length());
        if (length > flowArn.maxLength()) {
            throw new Violation(
                    "flowArn: at most " + flowArn.maxLength() + " characters",
                    length + " characters: " + arn,
                    world.last());
        }
    }

    @Then("the answer's flowArn ends with the name of {flow}")
    public void arnNames(String flow) {
        expectText("flowArn", arn().endsWith(":flow/" + flow), "an ARN that ends with :flow/" + flow);
    }

    /** Whether there is an ARN is judged elsewhere. */
    @Then("a success answers the flowArn of the first stop")
    public void successRepeatsArn() {
        String first = world.exchanges().get(0).answer().member("flowArn").asText("");
        if (!world.answer().isError() && world.answer().member("flowArn").isTextual()) {
            expectText("flowArn", arn().equals(first), "the one of the first stop, " + first);
        }
    }

    @Then("the answer's flowArn bears the region of the request")
    public void arnBearsRegion() {
        Regions.requireSignature(world.run());
        String region = world.last().request().region();
        String[] parts = arn().split(":", 6);
        expectText("flowArn", parts.length == 6 && parts[3].equals(region), "an ARN of the region " + region);
    }

    private Exchange stop(String flow) {
        return world.send(requests.naming(operation, flow));
    }

    private String arn() {
        return world.success().member("flowArn").asText("");
    }

    private void expectText(String member, boolean holds, String expected) {
        if (!holds) {
            String actual = world.answer().member(member).toString();
            throw new Violation(member + ": " + expected, actual.isEmpty() ? "no " + member : actual, world.last());
        }
    }
}
