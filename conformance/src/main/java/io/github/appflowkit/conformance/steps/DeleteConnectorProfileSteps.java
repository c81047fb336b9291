package io.github.appflowkit.conformance.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.github.appflowkit.conformance.rule.Operation;
import io.github.appflowkit.conformance.setup.Profile;
import io.github.appflowkit.conformance.target.Answer;
import io.github.appflowkit.conformance.target.Exchange;
import io.github.appflowkit.conformance.target.Request;
import java.util.List;
import java.util.Map;

/** Deletions and what can be seen after them. */
public final class DeleteConnectorProfileSteps {
    private final World world;
    private final Operation operation;
    private final Requests requests;

    /** Creates the steps of a scenario. */
    public DeleteConnectorProfileSteps(World world) {
        this.world = world;
        operation = world.operation("DeleteConnectorProfile");
        requests = new Requests(world.run());
    }

    @When("{profile} is deleted")
    public void isDeleted(String profile) {
        world.send(requests.naming(operation, profile));
    }

    @When("{profile} is deleted with forceDelete {json}")
    public void isDeletedWithForce(String profile, String force) {
        world.send(requests.naming(operation, profile, "\"forceDelete\": " + force));
    }

    @When("{profile} is deleted by its name in other letter case")
    public void isDeletedInOtherCase(String profile) {
        world.send(requests.naming(operation, NameCase.other(profile)));
    }

    @When("{profile} is deleted by its name with {word} for its hyphens")
    public void isDeletedWithSigns(String profile, String sign) {
        world.send(requests.naming(operation, Names.withoutHyphens(profile, sign)));
    }

    @When("{profile} is deleted by its name with another end")
    public void isDeletedWithAnotherEnd(String profile) {
        world.send(requests.naming(operation, Names.withAnotherEnd(profile)));
    }

    @When("{profile} is deleted twice at the same time")
    public void isDeletedTwice(String profile) {
        twice(requests.naming(operation, profile));
    }

    @When("{profile} is deleted twice at the same time by force")
    public void isDeletedTwiceByForce(String profile) {
        twice(requests.naming(operation, profile, "\"forceDelete\": true"));
    }

    private void twice(Request request) {
        Simultaneous.send(world, request, request);
    }

    @When("{profile} and {profile} are deleted at the same time")
    public void areDeletedTogether(String one, String other) {
        Simultaneous.send(world, requests.naming(operation, one), requests.naming(operation, other));
    }

    @Given("an unused profile can be deleted")
    public void unusedCanBeDeleted() {
        Profile unused =
                new Profile(world.names().of("unused profile"), world.run().region());
        world.fixture().put(unused);
        isDeletedSuccessfully(world.fixture().nameOf(unused.name()));
    }

    @When("{profile} is deleted successfully")
    public void isDeletedSuccessfully(String profile) {
        isDeleted(profile);
        world.success();
    }

    @When("{profile} is deleted successfully by force")
    public void isDeletedSuccessfullyByForce(String profile) {
        isDeletedWithForce(profile, "true");
        world.success();
    }

    @Given("the deletion of {profile} is refused without force")
    public void deletionIsRefused(String profile) {
        Answer answer = World.whole(world.send(requests.naming(operation, profile)));
        World.prerequisite(
                answer.status() == 409,
                "without force the deletion of a profile in use must be refused for another answer to mean anything, and"
                        + " it answers "
                        + answer.outcome());
    }

    @Given("{profile} is asked for and not found")
    public void isNotFound(String profile) {
        isDeleted(profile);
        World.prerequisite(
                world.answer().status() == 404,
                "a deleted profile must not be found, and its deletion answers "
                        + world.answer().outcome());
    }

    @Then("the deletion succeeds")
    public void succeeds() {
        Expect.status(world.last(), 200);
    }

    @Then("{profile} is gone")
    public void isGone(String profile) {
        Exchange again = probe(profile);
        Expect.that(
                World.whole(again).status() == 404,
                "404 ResourceNotFoundException when the deleted profile is deleted again",
                again);
    }

    /**
     * Deleting it again tells, without a need for force: it is refused once more while a flow uses the profile, and
     * succeeds otherwise. Either means something only where a missing profile is answered differently.
     */
    @Then("{profile} is still there")
    public void isStillThere(String profile) {
        Exchange again = probe(profile);
        Expect.that(
                answersIfThere(profile).contains(World.whole(again).status()),
                "the profile to be still there, so that deleting it again answers "
                        + Expect.oneOf(answersIfThere(profile)),
                again);
        Answer missing = World.whole(probe(world.names().fresh()));
        World.prerequisite(
                !missing.outcome().equals(again.answer().outcome()),
                "whether a profile is still there cannot be told: deleting a missing one answers the same, "
                        + missing.outcome());
    }

    @Then("{profile} is gone if the answer was {int}, and still there if it was {int}")
    public void isGoneOrStillThere(String profile, int honoured, int refused) {
        int answered = world.answer().status();
        Map<Integer, List<Integer>> afterwards = Map.of(honoured, List.of(404), refused, answersIfThere(profile));
        Exchange again = probe(profile);
        Expect.that(
                afterwards.get(answered).contains(World.whole(again).status()),
                Expect.oneOf(afterwards.get(answered)) + " when the profile is deleted again, for the first deletion "
                        + (answered == honoured ? "was done with " : "was refused with ") + answered,
                again);
    }

    /** Deletes a profile to see whether it is there, and not for what is answered. */
    private Exchange probe(String profile) {
        return world.sendRaw(requests.naming(operation, profile));
    }

    private List<Integer> answersIfThere(String profile) {
        return world.fixture().isUsed(profile) ? List.of(200, 409) : List.of(200);
    }

    @Then("a refusal left {profile} as it was")
    public void refusalLeft(String profile) {
        World.prerequisite(
                world.answer().isError(),
                "the request must be refused, and it answers " + world.answer().outcome());
        isStillThere(profile);
    }

    @Then("one deletion succeeds and the other is refused with {errorType}")
    public void oneSucceeds(String error) {
        int refusal = operation.statusOf(error).orElseThrow();
        List<Integer> statuses = world.lastTwo().stream()
                .map(exchange -> World.whole(exchange).status())
                .sorted()
                .toList();
        if (!statuses.equals(List.of(200, refusal))) {
            Exchange odd = world.lastTwo().stream()
                    .filter(exchange ->
                            !List.of(200, refusal).contains(exchange.answer().status()))
                    .findFirst()
                    .orElse(world.last());
            throw new Violation(
                    "one deletion to answer 200 and the other " + refusal + " " + error,
                    statuses.get(0) + " and " + statuses.get(1),
                    odd);
        }
    }
}
