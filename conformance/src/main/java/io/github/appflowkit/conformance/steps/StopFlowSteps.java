package io.github.appflowkit.conformance.steps;

import com.fasterxml.jackson.databind.JsonNode;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.github.appflowkit.conformance.rule.Member;
import io.github.appflowkit.conformance.rule.Operation;
import io.github.appflowkit.conformance.setup.Flow;
import io.github.appflowkit.conformance.target.Answer;
import io.github.appflowkit.conformance.target.Exchange;
import java.util.List;
import java.util.Optional;

/** Stops and what can be seen after them. */
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

    /** Stopping it again tells where a missing flow is answered differently; what it answers otherwise is open. */
    @Then("{flow} is still there")
    public void isStillThere(String flow) {
        Exchange again = probe(flow);
        int status = World.whole(again).status();
        Expect.that(
                status != 404 && status < 500,
                "the flow to be still there, so that stopping it again answers anything but 404 and 5xx",
                again);
        requireMissingAnsweredOtherwise(again);
    }

    private void requireMissingAnsweredOtherwise(Exchange again) {
        Answer missing = World.whole(probe(world.names().fresh()));
        World.prerequisite(
                !missing.outcome().equals(again.answer().outcome()),
                "whether a flow is still there cannot be told: stopping a missing one answers the same, "
                        + missing.outcome());
    }

    @Then("{flow} is suspended")
    public void isSuspended(String flow) {
        hasStatus(flow, "Suspended");
        isStillThere(flow);
    }

    @Then("{flow} still runs")
    public void stillRuns(String flow) {
        hasStatus(flow, "Active");
        Exchange again = probe(flow);
        Expect.that(
                World.whole(again).status() == 200,
                "the flow to be there and Active still, so that stopping it answers 200",
                again);
        requireMissingAnsweredOtherwise(again);
    }

    @Given("{flow} can be read back")
    public void canBeReadBack(String flow) {
        World.prerequisite(
                world.fixture().read(flow).isPresent(),
                "what a stop does to the flow cannot be told: it cannot be read back");
    }

    /** Whether such a stop is refused is open. */
    @Then("{flow} has the status that is answered, or is as it was if the stop is refused")
    public void hasAnsweredStatus(String flow) {
        Answer answer = world.answer();
        JsonNode told = answer.member("flowStatus");
        World.prerequisite(answer.isError() || told.isTextual(), "a success has to answer a flowStatus");
        Optional<Flow> now = world.fixture().read(flow);
        boolean holds = answer.isError() ? now.equals(Optional.of(made(flow))) : isOfStatus(now, told.asText());
        if (!holds) {
            throw new Violation(
                    answer.isError()
                            ? "the flow to read as before: " + made(flow).sentence()
                            : "the flow to be " + told.asText() + ", as is answered",
                    now.map(Flow::sentence).orElse("no flow of its name") + " when it is read back",
                    world.last());
        }
    }

    private static boolean isOfStatus(Optional<Flow> flow, String status) {
        return flow.filter(there -> there.status().equals(status)).isPresent();
    }

    private Flow made(String flow) {
        return world.fixture().made(flow);
    }

    /** It reads as it was made, and is still found. */
    @Then("{flow} is unchanged")
    public void isUnchanged(String flow) {
        Flow made = made(flow);
        Optional<Flow> read = world.fixture().read(flow);
        if (read.isPresent() && !read.get().equals(made)) {
            throw new Violation(
                    "the flow to read as before: " + made.sentence(), read.get().sentence(), world.last());
        }
        isStillThere(flow);
    }

    @Then("{flow} is unchanged but for its status")
    public void isUnchangedButForItsStatus(String flow) {
        Flow made = made(flow);
        Optional<Flow> read = world.fixture().read(flow);
        World.prerequisite(
                read.filter(now -> !now.status().equals(made.status())).isPresent(),
                "what else a stop changes cannot be told: the flow cannot be read back, or its status is the same");
        if (!read.get().withStatus(made.status()).equals(made)) {
            throw new Violation(
                    "the flow to read as before but for its status: " + made.sentence(),
                    read.get().sentence(),
                    world.last());
        }
    }

    @Then("a refusal left {flow} as it was")
    public void refusalLeft(String flow) {
        World.prerequisite(
                world.answer().isError(),
                "the request must be refused, and it answers " + world.answer().outcome());
        stillRuns(flow);
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

    /** Stops a flow to see whether it is there, and not for what is answered. */
    private Exchange probe(String flow) {
        return world.sendRaw(requests.naming(operation, flow));
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

    /** Checks the status where the target can be read; StopFlow alone cannot tell. */
    private void hasStatus(String flow, String status) {
        Optional<Flow> read = world.fixture().read(flow);
        List<String> other = read.map(Flow::status).filter(actual -> !actual.equals(status)).stream()
                .toList();
        if (!other.isEmpty()) {
            throw new Violation(
                    "the flow to be " + status + " afterwards",
                    "a flow that is " + other.get(0) + " when it is read back",
                    world.last());
        }
    }
}
