package io.github.appflowkit.conformance.steps;

import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.github.appflowkit.conformance.rule.Operation;
import io.github.appflowkit.conformance.setup.Flow;
import io.github.appflowkit.conformance.target.Answer;
import io.github.appflowkit.conformance.target.Request;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Requests in another scope than that of the run's resources: in another region, or for another account. */
public final class ScopeSteps {
    private static final String OTHER_REGION = "in another region";

    private final World world;
    private final Requests requests;

    /** Creates the steps of a scenario. */
    public ScopeSteps(World world) {
        this.world = world;
        requests = new Requests(world.run());
    }

    /** Moves a request into another scope. */
    @ParameterType(OTHER_REGION + "|with the credentials of a second account")
    public UnaryOperator<Request> scope(String words) {
        return words.equals(OTHER_REGION)
                ? request -> request.inRegion(Regions.other(world.run()))
                : Request::bySecondAccount;
    }

    /** An endpoint may refuse a scope altogether; what it does not find there then tells nothing. */
    @Given("{operation} is served {scope}")
    public void isServed(Operation operation, UnaryOperator<Request> scope) {
        Request missing = requests.naming(operation, world.names().fresh());
        Answer answer = World.whole(world.send(scope.apply(missing)));
        World.prerequisite(
                answer.status() == 404,
                operation.id() + " must be served in the other scope, where a missing name answers 404, and it answers "
                        + answer.outcome());
    }

    /** A profile that is in use there has to be told from one that is not, for the other answer to mean anything. */
    @Given("the deletion of {profile} is refused without force {scope}")
    public void deletionIsRefused(String profile, UnaryOperator<Request> scope) {
        isDeleted(profile, scope);
        Answer answer = World.whole(world.last());
        World.prerequisite(
                answer.status() == 409,
                "in the other scope the deletion of a profile in use must be refused, and it answers "
                        + answer.outcome());
    }

    @When("{profile} is deleted {scope}")
    public void isDeleted(String profile, UnaryOperator<Request> scope) {
        world.send(scope.apply(requests.naming(world.operation("DeleteConnectorProfile"), profile)));
    }

    @When("{flow} is stopped {scope}")
    public void isStopped(String flow, UnaryOperator<Request> scope) {
        world.send(scope.apply(requests.naming(world.operation("StopFlow"), flow)));
    }

    @Then("{profile} can still be deleted {scope}")
    public void canStillBeDeleted(String profile, UnaryOperator<Request> scope) {
        isDeleted(profile, scope);
        Expect.that(
                World.whole(world.last()).status() == 200,
                "200, since the profile of that name in the other region is another one",
                world.last());
    }

    @Then("{profile} is gone {scope}")
    public void isGone(String profile, UnaryOperator<Request> scope) {
        isDeleted(profile, scope);
        Expect.that(
                World.whole(world.last()).status() == 404,
                "404 when the profile that was deleted there is deleted again",
                world.last());
    }

    @Then("{flow} is suspended in another region")
    public void isSuspended(String flow) {
        hasStatus(
                flow, status -> !status.equals("Active"), "that was stopped in the other region to be Suspended there");
    }

    @Then("{flow} still runs in another region")
    public void stillRuns(String flow) {
        hasStatus(flow, "Active"::equals, "of that name in the other region to be Active still");
        isStopped(flow, scope(OTHER_REGION));
        Expect.that(
                World.whole(world.last()).status() == 200,
                "200, since the flow of that name in the other region is another one",
                world.last());
    }

    /** Checks the status in the other region, where it can be read. */
    private void hasStatus(String flow, Predicate<String> right, String expected) {
        world.fixture()
                .readInRegion(flow, Regions.other(world.run()))
                .map(Flow::status)
                .filter(right.negate())
                .ifPresent(status -> {
                    throw new Violation(
                            "the flow " + expected, "a flow that is " + status + " when it is read back", world.last());
                });
    }
}
