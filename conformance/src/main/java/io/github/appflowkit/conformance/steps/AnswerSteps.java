package io.github.appflowkit.conformance.steps;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cucumber.java.en.Then;
import io.github.appflowkit.conformance.rule.Member;
import io.github.appflowkit.conformance.rule.Operation;
import io.github.appflowkit.conformance.target.Answer;
import io.github.appflowkit.conformance.target.Exchange;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an answer says. */
public final class AnswerSteps {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final World world;

    /** Creates the steps of a scenario. */
    public AnswerSteps(World world) {
        this.world = world;
    }

    @Then("the request is refused with {errorType}")
    public void isRefused(String error) {
        Expect.error(world.last(), world.documentedStatus(error), error);
    }

    /** A conflict may tell that the flow is not active. */
    @Then("the stop of {flow} is refused with {errorType}, in whatever spelling of its first letter")
    public void isRefusedInEitherSpelling(String flow, String error) {
        if (world.answer().status() == 409) {
            world.fixture().inactive(flow).ifPresent(reason -> World.prerequisite(false, reason));
        }
        Expect.that(isEitherSpelling(error), world.documentedStatus(error) + " " + error, world.last());
    }

    @Then("the request is refused with {errorType}, in whatever spelling of its first letter, or with {errorType}")
    public void isRefusedInEitherSpellingOr(String error, String other) {
        if (!isEitherSpelling(error)) {
            Expect.that(
                    world.answer().status() == world.documentedStatus(other)
                            && world.answer().errorType().filter(other::equals).isPresent(),
                    world.documentedStatus(error) + " " + error + " or " + world.documentedStatus(other) + " " + other,
                    world.last());
        }
    }

    private boolean isEitherSpelling(String error) {
        Answer answer = world.answer();
        return answer.status() == world.documentedStatus(error)
                && answer.errorType()
                        .filter(type -> type.substring(1).equals(error.substring(1)) && type.equalsIgnoreCase(error))
                        .isPresent();
    }

    @Then("a refusal by {int} is a(n) {errorType}")
    public void refusalIs(int status, String error) {
        World.prerequisite(
                world.answer().status() == status,
                "a refusal by " + status + " is needed, and the answer is "
                        + world.answer().outcome());
        Expect.error(world.last(), status, error);
    }

    @Then("a refusal as unsupported is spelt {errorType}")
    public void refusalIsSpelt(String error) {
        World.prerequisite(
                isEitherSpelling(error),
                "the flow must be refused as unsupported for the spelling to be seen, and the answer is "
                        + world.answer().outcome());
        Expect.error(world.last(), world.documentedStatus(error), error);
    }

    @Then("the answer is {int}")
    public void isStatus(int status) {
        Expect.status(world.last(), status);
    }

    @Then("both succeed")
    public void bothSucceed() {
        List<Exchange> both = world.lastTwo();
        World.prerequisite(
                both.stream().noneMatch(exchange -> World.whole(exchange).status() == 409),
                "the endpoint refuses one of two requests at the same time as a conflict, as it may");
        both.forEach(exchange -> Expect.status(exchange, 200));
    }

    @Then("the answer is {int} or {int}")
    public void isOneOfTwo(int first, int second) {
        Expect.statusIn(world.last(), first, second);
    }

    @Then("the answer is {int} {errorType}")
    public void isStatusAndType(int status, String error) {
        Expect.error(world.last(), status, error);
    }

    @Then("the answer is {int} or {int} {errorType}")
    public void isOneOfTwoAndType(int first, int second, String error) {
        int status = world.answer().status();
        Expect.that(status == first || status == second, first + " or " + second + " " + error, world.last());
        Expect.error(world.last(), status, error);
    }

    @Then("the answer is 4xx")
    public void isRefusal() {
        Expect.that(world.answer().status() / 100 == 4, "a refusal, 4xx", world.last());
    }

    @Then("the answer is not {int}")
    public void isNotStatus(int status) {
        Expect.that(world.answer().status() != status, "anything but " + status, world.last());
    }

    @Then("the answer is not 5xx")
    public void isNoInternalError() {
        Expect.that(world.answer().status() < 500, "no internal error, anything but 5xx", world.last());
    }

    @Then("the answer's body is empty or a JSON object")
    public void bodyIsEmptyOrObject() {
        Answer answer = world.success();
        Expect.that(
                answer.body().length == 0 || answer.object().isPresent(),
                "an empty body or a JSON object",
                world.last());
    }

    @Then("the answer fits the schema of {operation}")
    public void fitsSchema(Operation operation) {
        Answer answer = world.success();
        Expect.that(answer.object().isPresent(), "a JSON object", world.last());
        List<String> violations =
                operation.violations(answer.status(), answer.object().orElseThrow());
        if (!violations.isEmpty()) {
            throw new Violation(
                    "a body that fits the schema of " + operation.id(),
                    String.join("; ", violations) + ", in the body " + answer.text(),
                    world.last());
        }
    }

    @Then("a success fits the schema of {operation}")
    public void successFitsSchema(Operation operation) {
        if (!world.answer().isError()) {
            fitsSchema(operation);
        }
    }

    @Then("the answer has the members of the documented sample, as strings")
    public void hasMembersOf(String sample) throws JsonProcessingException {
        for (var member : JSON.readTree(sample).properties()) {
            Expect.that(
                    world.success().member(member.getKey()).isTextual(),
                    "the member " + member.getKey() + ", a string",
                    world.last());
        }
    }

    @Then("the message of the conflict names {profile} and {flow}")
    public void messageNames(String profile, String flow) {
        messageNamesOneOf(profile, List.of(flow));
    }

    @Then("the message of the conflict names {profile} and one of {flow} and {flow}")
    public void messageNames(String profile, String first, String second) {
        messageNamesOneOf(profile, List.of(first, second));
    }

    private void messageNamesOneOf(String profile, List<String> flows) {
        String message = conflictMessage();
        expectMessage(
                message.contains(profile) && flows.stream().anyMatch(message::contains),
                "a message that names the profile " + profile + " and "
                        + (flows.size() == 1 ? "the flow that uses it, " : "one of the flows that use it, ")
                        + String.join(" or ", flows),
                message);
    }

    @Then("the message of the conflict, like that of the documented sample, names {string} and {string}")
    public void messageNamesLikeSample(String profile, String flow, String sample) throws JsonProcessingException {
        String documented = JSON.readTree(sample).path("message").asText();
        String message = conflictMessage();
        for (String name : List.of(profile, flow)) {
            expectMessage(
                    documented.contains(name) && message.contains(name),
                    "a message that names " + name + ", such as: " + documented,
                    message);
        }
    }

    @Then("the answer is recorded")
    public void isRecorded() {
        world.observe(world.last().summary());
    }

    @Then("the form of the answer's body is recorded")
    public void formIsRecorded() {
        Answer answer = world.success();
        String noObject = answer.body().length == 0 ? "an empty body" : "a body that is no JSON object";
        world.observe(answer.object()
                .map(object -> "an object with the members " + names(object))
                .orElse(noObject));
    }

    @Then("the members that the contract does not name are recorded")
    public void unnamedMembersAreRecorded() {
        Answer answer = world.answer();
        Stream<String> known = world.operation("StopFlow").output(200).stream().map(Member::name);
        Set<String> unnamed = answer.object().map(AnswerSteps::names).orElseGet(TreeSet::new);
        unnamed.removeAll(known.collect(Collectors.toSet()));
        world.observe(unnamed.isEmpty() ? "none" : String.join(", ", unnamed));
    }

    private static Set<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
    }

    private String conflictMessage() {
        Answer answer = world.answer();
        World.prerequisite(
                answer.status() == 409 && answer.message().isPresent(),
                "a conflict with a message is needed, and the answer is " + answer.outcome());
        return answer.message().orElseThrow();
    }

    private void expectMessage(boolean holds, String expected, String message) {
        if (!holds) {
            throw new Violation(expected, "the message: " + message, world.last());
        }
    }
}
