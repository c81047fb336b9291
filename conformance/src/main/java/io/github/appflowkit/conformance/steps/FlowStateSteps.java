package io.github.appflowkit.conformance.steps;

import com.fasterxml.jackson.databind.JsonNode;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.github.appflowkit.conformance.rule.Operation;
import io.github.appflowkit.conformance.setup.Flow;
import io.github.appflowkit.conformance.target.Answer;
import io.github.appflowkit.conformance.target.Exchange;
import java.util.List;
import java.util.Optional;

/** What can be seen of a flow after a request: that it is there, and its state where that can be read back. */
public final class FlowStateSteps {
    private final World world;
    private final Operation operation;
    private final Requests requests;

    /** Creates the steps of a scenario. */
    public FlowStateSteps(World world) {
        this.world = world;
        operation = world.operation("StopFlow");
        requests = new Requests(world.run());
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

    /** Neither is it told to be, nor does it read so where it can be read back. */
    @Then("{flow} is not active")
    public void isNotActive(String flow) {
        Answer answer = world.answer();
        boolean told = !answer.isError() && answer.member("flowStatus").asText().equals("Active");
        boolean read = isOfStatus(world.fixture().read(flow), "Active");
        if (told || read) {
            throw new Violation(
                    "the flow to be anything but Active",
                    read ? "Active when it is read back" : "flowStatus: Active",
                    world.last());
        }
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

    @Given("{flow} reads so where it can be read back")
    public void readsSo(String flow) {
        Optional<Flow> read = world.fixture().read(flow);
        World.prerequisite(
                read.isEmpty() || read.equals(Optional.of(made(flow))),
                "such a flow is needed, and what was put there reads as "
                        + read.map(Flow::toString).orElse(""));
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

    /** Stops a flow to see whether it is there, and not for what is answered. */
    private Exchange probe(String flow) {
        return world.sendRaw(requests.naming(operation, flow));
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
