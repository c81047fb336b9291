package io.github.appflowkit.conformance.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.github.appflowkit.conformance.rule.Operation;
import io.github.appflowkit.conformance.target.Exchange;
import io.github.appflowkit.conformance.target.Request;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Calls an operation in an unusual way, with a valid request and with one that lacks its name: an endpoint serves the
 * operation when it tells the two apart as it ever does, which can be seen without any resource.
 */
public final class CallSteps {
    private final World world;
    private final Requests requests;
    private Operation operation;
    private List<String> usual;
    private Exchange valid;
    private Exchange invalid;

    /** Creates the steps of a scenario. */
    public CallSteps(World world) {
        this.world = world;
        requests = new Requests(world.run());
    }

    @Given("{operation} serves a valid request")
    public void serves(Operation called) {
        operation = called;
        Exchange exchange = world.sendRaw(valid());
        World.prerequisite(
                List.of(200, 404).contains(World.whole(exchange).status()),
                "a valid request of " + called.id() + " must be served for a refusal to mean anything, and it answers "
                        + exchange.answer().outcome());
    }

    @Given("{operation} tells an invalid request from a valid one")
    public void tells(Operation called) {
        serves(called);
        Exchange served = world.last();
        Exchange refused = world.sendRaw(invalid());
        World.prerequisite(
                World.whole(refused).status() == 400,
                "a request without its name must be refused with 400 for this rule to mean anything, and it answers "
                        + refused.answer().outcome());
        usual = List.of(outcome(served), outcome(refused));
    }

    @Given("{operation} does not answer 404 to everything")
    public void doesNotAlwaysAnswer404(Operation called) {
        Exchange refused = world.sendRaw(requests.request(called, "{}"));
        World.prerequisite(
                World.whole(refused).status() != 404,
                "404 must not be the answer to everything, and a request without its name gets it too");
    }

    @When("it is called at {word}")
    public void calledAt(String target) {
        call(request -> request.withTarget(target));
    }

    @When("it is called by {word}")
    public void calledBy(String method) {
        call(request -> request.withMethod(method));
    }

    @When("^it is called with ((?:Content-Type|Accept): .+)$")
    public void calledWith(String header) {
        call(request -> withHeaders(request, header));
    }

    @When("it is called with its header names in lower case")
    public void calledInLowerCase() {
        call(Request::withLowerCaseHeaders);
    }

    @Given("its answers are of HTTP\\/1.1")
    public void answersInHttp11() {
        String protocol = world.answer().protocol();
        World.prerequisite(
                !protocol.equals("HTTP/1.0"), "the endpoint answers by " + protocol + ", which knows no chunks");
    }

    @When("it is called with its body in two parts")
    public void calledInParts() {
        call(Request::sentInParts);
    }

    @When("it is called with its body in two chunks")
    public void calledInChunks() {
        call(request -> request.withHeader(Request.CHUNKED.name(), Request.CHUNKED.value())
                .sentInParts());
    }

    @When("^it is called without an? (Content-Type|Accept)$")
    public void calledWithout(String header) {
        call(request -> request.withoutHeader(header));
    }

    @When("^it is called with the further members (.+)$")
    public void calledWithMembers(String members) {
        invalid = world.sendRaw(requests.request(operation, "{" + members + "}"));
        valid = world.sendRaw(requests.naming(operation, world.names().fresh(), members));
    }

    @When("it is called with the name in the member {word}")
    public void calledWithMember(String member) {
        invalid = world.sendRaw(requests.request(
                operation, "{\"" + member + "\": \"" + world.names().fresh() + "\"}"));
    }

    @Then("it answers as to a request without its name")
    public void answersAsWithoutName() {
        expectAsWithoutName();
    }

    @Then("it answers as ever")
    public void answersAsEver() {
        expectAsEver();
        expectAsWithoutName();
    }

    @Then("it answers as ever, or asks for the length")
    public void answersOrAsksForLength() {
        if (!asksForLength(valid)) {
            expectAsEver();
        }
        if (!asksForLength(invalid)) {
            expectAsWithoutName();
        }
    }

    private static boolean asksForLength(Exchange exchange) {
        return World.whole(exchange).status() == 411;
    }

    @Then("it is not served")
    public void isNotServed() {
        for (Exchange exchange : List.of(valid, invalid)) {
            Expect.that(
                    World.whole(exchange).status() / 100 == 4,
                    "a refusal, 4xx, for the operation is not served in this way",
                    exchange);
        }
        // An answer to HEAD has no body, where others may tell the error's type.
        boolean head = valid.request().method().equals("HEAD");
        List<String> own = Stream.of(valid, invalid).map(CallSteps::outcome).toList();
        if (told(own, head).equals(told(usual, head))) {
            throw new Violation(
                    "another answer than that of the operation, which is not served in this way",
                    usual.get(0) + " to a valid request and " + usual.get(1)
                            + " to one without its name, just as the operation itself answers them",
                    invalid);
        }
    }

    private static List<String> told(List<String> outcomes, boolean statusAlone) {
        return outcomes.stream()
                .map(outcome -> statusAlone ? outcome.substring(0, 3) : outcome)
                .toList();
    }

    private void call(UnaryOperator<Request> change) {
        invalid = world.sendRaw(change.apply(invalid()));
        valid = world.sendRaw(change.apply(valid()));
    }

    private Request valid() {
        return requests.naming(operation, world.names().fresh());
    }

    private Request invalid() {
        return requests.request(operation, "{}");
    }

    static Request withHeaders(Request request, String headers) {
        Request changed = request;
        for (var header : Templates.headers(headers)) {
            changed = changed.withHeader(header.name(), header.value());
        }
        return changed;
    }

    private void expectAsEver() {
        expect(valid, usual.get(0), "as a valid request for a name that nothing bears otherwise gets");
    }

    private void expectAsWithoutName() {
        expect(invalid, usual.get(1), "as a request without its name otherwise gets");
    }

    private static void expect(Exchange exchange, String outcome, String why) {
        Expect.that(outcome(exchange).equals(outcome), outcome + ", " + why, exchange);
    }

    private static String outcome(Exchange exchange) {
        return World.whole(exchange).outcome();
    }
}
