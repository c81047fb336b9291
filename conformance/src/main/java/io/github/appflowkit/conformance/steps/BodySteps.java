package io.github.appflowkit.conformance.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.github.appflowkit.conformance.rule.Operation;
import io.github.appflowkit.conformance.target.Exchange;
import io.github.appflowkit.conformance.target.Request;
import io.github.appflowkit.conformance.target.Sender;
import java.util.List;

/** Sends bodies byte for byte, to an operation or elsewhere. */
public final class BodySteps {
    private final World world;
    private final Requests requests;

    /** Creates the steps of a scenario. */
    public BodySteps(World world) {
        this.world = world;
        requests = new Requests(world.run());
    }

    @When("{operation} is sent")
    public void isSentSample(Operation operation, String body) {
        world.sendRaw(requests.request(operation, body));
    }

    @When("^([A-Z]\\w+) is sent the body (.*)$")
    public void isSent(String operation, String body) {
        world.sendRaw(request(operation, body, world.names().fresh()));
    }

    @When("^for the (\\w+ (?:profile|flow)) the body (.*) is sent to ([A-Z]\\w+)$")
    public void isSentFor(String role, String body, String operation) {
        world.sendRaw(
                request(operation, body, world.fixture().nameOf(world.names().of(role))));
    }

    @When("^for the (\\w+ (?:profile|flow)) the body (.*) is sent to ([A-Z]\\w+) with the headers (.*)$")
    public void isSentFor(String role, String body, String operation, String headers) {
        Request request =
                request(operation, body, world.fixture().nameOf(world.names().of(role)));
        world.sendRaw(CallSteps.withHeaders(request, headers));
    }

    @Given("^([A-Z]\\w+) refuses the body (.*) with ([A-Z]\\w+)$")
    public void refusesBody(String operation, String body, String error) {
        world.sendRaw(request(operation, body, world.names().fresh()));
        World.prerequisite(
                world.answer().errorType().filter(error::equals).isPresent(),
                "a body of this kind must be refused with " + error + ", and it answers "
                        + world.answer().outcome());
    }

    @Given("^([A-Z]\\w+) refuses a valid body with (.*) by (\\d+)$")
    public void refusesHeaders(String operation, String headers, int status) {
        isSentValid(operation, headers);
        World.prerequisite(
                world.answer().status() == status,
                headers + " must be refused with " + status + " to be looked at before anything else, and it answers "
                        + world.answer().outcome());
    }

    @When("^([A-Z]\\w+) is sent a valid body with the headers (.*)$")
    public void isSentValid(String operation, String headers) {
        world.sendRaw(CallSteps.withHeaders(valid(operation), headers));
    }

    @When("^([A-Z]\\w+) is sent a body that ends too early with the headers (.*)$")
    public void isSentCut(String operation, String headers) {
        String body = valid(operation).text();
        Request cut = valid(operation).withBody(body.substring(0, body.length() - 1));
        world.sendRaw(CallSteps.withHeaders(cut, headers));
    }

    @When("{operation} is sent no body")
    public void isSentNoBody(Operation operation) {
        world.sendRaw(requests.request(operation, ""));
    }

    @When("{operation} is sent no body and no Content-Type")
    public void isSentNothing(Operation operation) {
        world.sendRaw(requests.request(operation, "").withBody((byte[]) null).withoutHeader("Content-Type"));
    }

    @When("{operation} is sent a body with {}")
    public void isSentOddity(Operation operation, String oddity) {
        byte[] body = OddJson.body(
                oddity, operation.nameMember().name(), world.names().fresh());
        world.sendRaw(requests.request(operation, "").withBody(body));
    }

    @When("the body that deletes {profile} is sent by {word} to {word}")
    public void deletionIsSentTo(String profile, String method, String target) {
        sendElsewhere(requests.naming(world.operation("DeleteConnectorProfile"), profile), method, target);
    }

    @When("the body that stops {flow} is sent by {word} to {word}")
    public void stopIsSentTo(String flow, String method, String target) {
        sendElsewhere(requests.naming(world.operation("StopFlow"), flow), method, target);
    }

    @When("a request is sent by {word} to {word}")
    public void isSentTo(String method, String target) {
        sendElsewhere(requests.request(world.operation("StopFlow"), "{}"), method, target);
    }

    @When("a request of {} is sent by {word} to {word}")
    public void isSentTo(String mediaType, String method, String target) {
        Request request = requests.request(world.operation("StopFlow"), "{}");
        sendElsewhere(request.withHeader("Content-Type", mediaType), method, target);
    }

    @When("refused requests to {operation} and valid ones take turns on one connection")
    public void takeTurns(Operation operation) {
        Request valid = requests.naming(operation, world.names().fresh());
        List<Request> refused = List.of(
                valid.withBody("{}"),
                valid.withBody("{\"" + "x".repeat(5000)),
                valid.withHeader("Content-Type", "text/plain"),
                valid.withHeader("Accept", "text/html"),
                valid.withMethod("PUT"),
                valid.withMethod("HEAD"),
                valid.withTarget("/no-operation"));
        try (Sender.Connection connection = world.sender().connect()) {
            for (Request request : refused) {
                world.exchange(() -> onKept(connection, request));
                world.exchange(() -> onKept(connection, valid));
            }
        }
    }

    /** An endpoint may close a connection between two requests; the second is then sent over a new one. */
    private static Exchange onKept(Sender.Connection connection, Request request) {
        Exchange exchange = connection.sendRaw(request);
        boolean closed = exchange.whole().isEmpty() && exchange.broken().closed();
        return closed ? connection.sendRaw(request) : exchange;
    }

    @Then("every valid one is served")
    public void everyValidOneIsServed() {
        world.exchanges().stream()
                .filter(exchange -> exchange.request().equals(world.last().request()))
                .forEach(exchange -> Expect.statusIn(exchange, 200, 404));
    }

    private Request valid(String operation) {
        return requests.naming(world.operation(operation), world.names().fresh());
    }

    private Request request(String operation, String body, String name) {
        return requests.request(world.operation(operation), Templates.body(body, name));
    }

    private void sendElsewhere(Request request, String method, String target) {
        world.sendRaw(request.withMethod(method).withTarget(target));
    }
}
