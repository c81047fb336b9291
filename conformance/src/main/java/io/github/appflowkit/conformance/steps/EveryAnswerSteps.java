package io.github.appflowkit.conformance.steps;

import static java.util.function.Predicate.not;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.github.appflowkit.conformance.target.Answer;
import io.github.appflowkit.conformance.target.Exchange;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What holds for every answer of the run, whichever rule asked for it. */
public final class EveryAnswerSteps {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);
    private static final Pattern JSON_TYPE = Pattern.compile(
            "application/(?:json|x-amz-json-1\\.\\d)|[\\w!#$&^.+-]+/[\\w!#$&^.+-]+\\+json", Pattern.CASE_INSENSITIVE);
    private static final Set<String> FRAMING = Set.of("content-length", "transfer-encoding");

    private static final String MESSAGE =
            "a JSON object as the body, with a text that is not empty in its member message";

    private final World world;
    private final Battery battery;
    private AnswerKinds kinds;

    /** Creates the steps of a scenario. */
    public EveryAnswerSteps(World world) {
        this.world = world;
        battery = new Battery(world.run());
    }

    @Given("the answers of this run, one of every kind included")
    public void answersOfThisRun() {
        battery.sendOnce();
        kinds = new AnswerKinds(world.run().contract(), world.run().recording().exchanges());
    }

    @Then("each is one whole HTTP message")
    public void isWhole() {
        each(
                kinds.exchanges().stream()
                        .filter(exchange -> !exchange.request().isChunked()),
                exchange -> exchange.whole().isPresent(),
                Seen::outcome,
                "one whole HTTP answer");
    }

    @Then("each says once how long its body is")
    public void lengthIsSaidOnce() {
        each(
                kinds.whole(),
                exchange -> framing(exchange).size() < 2,
                exchange -> framing(exchange).stream().collect(Collectors.joining(", ")),
                "one Content-Length, or one Transfer-Encoding in its place, without which some clients read no answer");
    }

    /** The headers that say where the body ends. */
    private static List<String> framing(Exchange exchange) {
        return exchange.answer().headers().stream()
                .filter(header -> FRAMING.contains(header.name().toLowerCase(Locale.ROOT)))
                .map(header -> header.name() + ": " + header.value())
                .toList();
    }

    @Then("each error of an operation is a JSON object with a message")
    public void errorIsObject() {
        each(kinds.operationErrors(), EveryAnswerSteps::hasMessage, Seen::body, MESSAGE);
    }

    @Then("each refusal before an operation is a JSON object with a message")
    public void refusalIsObject() {
        each(kinds.earlyRefusals(), EveryAnswerSteps::hasMessage, Seen::body, MESSAGE);
    }

    @Then("each error's message is in lower case")
    public void messageIsLowerCase() {
        each(
                kinds.errors().filter(EveryAnswerSteps::hasMessage),
                exchange -> exchange.answer().member("message").isTextual(),
                Seen::body,
                "a body whose text for people is in the member message, in lower case");
    }

    @Then("each body of an operation is declared as JSON")
    public void bodyIsDeclared() {
        each(
                kinds.operationBodies(),
                exchange -> JSON_TYPE.matcher(mediaType(exchange)).matches(),
                Seen::contentType,
                "a body declared as JSON, best by Content-Type: application/json");
    }

    @Then("each body is declared as JSON and as nothing else")
    public void bodyIsDeclaredExactly() {
        each(
                kinds.bodies(),
                exchange -> mediaType(exchange).equalsIgnoreCase("application/json"),
                Seen::contentType,
                "Content-Type: application/json");
    }

    @Then("each error of an operation bears a documented name")
    public void errorIsNamed() {
        each(
                kinds.operationErrors(),
                this::hasDocumentedName,
                exchange -> Seen.errorName(exchange) + documented(exchange),
                "the documented error name of its status in X-Amzn-Errortype, __type or code");
    }

    @Then("each refusal before an operation bears an error name")
    public void refusalIsNamed() {
        each(
                kinds.earlyRefusals(),
                exchange -> exchange.answer().errorType().isPresent(),
                Seen::errorName,
                "an error name in X-Amzn-Errortype, __type or code");
    }

    @Then("each error's name stands bare in the header")
    public void nameStandsInHeader() {
        each(
                kinds.errors().filter(exchange -> exchange.answer().errorType().isPresent()),
                exchange -> exchange.answer()
                        .header("X-Amzn-Errortype")
                        .equals(exchange.answer().errorType()),
                Seen::errorName,
                "the error name in X-Amzn-Errortype, without a namespace before or a URI after it");
    }

    @Then("no body has a null member, but for that of the documented sample of a deletion")
    public void noNullMembers(String sample) throws JsonProcessingException {
        Set<String> ofSample = nullMembers(JSON.readTree(sample));
        each(
                kinds.bodies().filter(exchange -> exchange.answer().object().isPresent()),
                exchange -> {
                    Set<String> members = nullMembers(exchange.answer().object().orElseThrow());
                    return members.isEmpty() || kinds.isFreeForm(exchange) && ofSample.containsAll(members);
                },
                Seen::nullMembers,
                "members without a value to be left out of the body");
    }

    private static Set<String> nullMembers(JsonNode object) {
        return object.properties().stream()
                .filter(member -> member.getValue().isNull())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Then("each answer bears a request id")
    public void bearsRequestId() {
        each(
                kinds.whole(),
                exchange -> exchange.answer()
                        .header("x-amzn-RequestId")
                        .filter(id -> UUID.matcher(id).matches())
                        .isPresent(),
                Seen::requestId,
                "a UUID in x-amzn-RequestId");
    }

    @Then("no answer leaks internals")
    public void leaksNothing() {
        each(
                kinds.bodies(),
                exchange -> Internals.leaked(exchange).isEmpty(),
                exchange -> Seen.part(exchange, Internals.leaked(exchange).orElseThrow()),
                "no stack trace, no class name and no HTML");
    }

    private boolean isUnreadable(Exchange exchange) {
        return kinds.operation(exchange)
                .filter(operation -> Readable.by(operation, exchange.request().body()))
                .isEmpty();
    }

    private boolean hasDocumentedName(Exchange exchange) {
        Answer answer = exchange.answer();
        List<String> documented = kinds.operation(exchange).orElseThrow().errors(answer.status());
        boolean judged = !documented.isEmpty() && answer.status() != 403 && !isUnreadable(exchange);
        return answer.errorType()
                .filter(type -> !judged || documented.contains(spelling(type)))
                .isPresent();
    }

    /** The error names that its status may have, as far as they are documented. */
    private String documented(Exchange exchange) {
        int status = exchange.answer().status();
        List<String> names = kinds.operation(exchange).orElseThrow().errors(status);
        return names.isEmpty() ? "" : "; documented for " + status + ": " + String.join(" or ", names);
    }

    /** One error is spelt in two ways by its own page; which one clients read is another rule's matter. */
    private static String spelling(String type) {
        return type.equals("unsupportedOperationException") ? "UnsupportedOperationException" : type;
    }

    private static boolean hasMessage(Exchange exchange) {
        return exchange.answer().message().isPresent();
    }

    private static String mediaType(Exchange exchange) {
        String type = exchange.answer().header("Content-Type").orElse("");
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** Judges the exchanges of a kind, and tells of the first that breaks the rule and how many more do. */
    private void each(
            Stream<Exchange> kind, Predicate<Exchange> holds, Function<Exchange, String> seen, String expected) {
        List<Exchange> judged = kind.toList();
        List<Exchange> wrong = judged.stream().filter(not(holds)).toList();
        if (!wrong.isEmpty()) {
            throw Violation.ofSeveral(expected, seen.apply(wrong.get(0)), wrong.get(0), wrong.size(), judged.size());
        }
        world.run().checkComplete();
        World.prerequisite(!judged.isEmpty(), "no answer of this kind was seen");
    }
}
