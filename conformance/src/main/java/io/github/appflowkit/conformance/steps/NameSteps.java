package io.github.appflowkit.conformance.steps;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.github.appflowkit.conformance.rule.Operation;
import io.github.appflowkit.conformance.target.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Sends many names, whose borders are read from the contract, and looks at every answer. */
public final class NameSteps {
    /** How many times the greatest length is too much for whatever reads a body in parts. */
    private static final int FAR = 40;

    private final World world;
    private final Requests requests;
    private final List<Exchange> sent = new ArrayList<>();

    /** Creates the steps of a scenario. */
    public NameSteps(World world) {
        this.world = world;
        requests = new Requests(world.run());
    }

    @When("{operation} is sent names of the greatest length")
    public void greatestLength(Operation operation) {
        send(operation, world.names().fresh(operation.nameMember().maxLength()));
        send(operation, world.names().fresh(operation.nameMember().maxLength()));
    }

    @When("{operation} is sent names that are longer by one")
    public void longerByOne(Operation operation) {
        send(operation, world.names().fresh(operation.nameMember().maxLength() + 1));
        send(operation, world.names().fresh(operation.nameMember().maxLength() + 1));
    }

    @When("{operation} is sent a name that is far longer")
    public void farLonger(Operation operation) {
        send(operation, world.names().fresh(operation.nameMember().maxLength() * FAR));
    }

    @When("{operation} is sent a name of the greatest length that ends with a space")
    public void greatestLengthWithSpace(Operation operation) {
        send(operation, world.names().fresh(operation.nameMember().maxLength() - 1) + " ");
    }

    @When("{operation} is sent a name that is longer by one, with a space behind")
    public void longerByOneWithSpace(Operation operation) {
        send(operation, world.names().fresh(operation.nameMember().maxLength() + 1) + " ");
    }

    @When("{operation} is sent a name of the least length")
    public void leastLength(Operation operation) {
        send(operation, world.names().fresh(minLength(operation)));
    }

    @When("{operation} is sent a name that is shorter by one")
    public void shorterByOne(Operation operation) {
        send(operation, world.names().fresh(minLength(operation) - 1));
    }

    /** Of a pattern, the least length is found by trying. */
    private static int minLength(Operation operation) {
        return IntStream.rangeClosed(1, operation.nameMember().maxLength())
                .filter(length -> matches(operation).test("n".repeat(length)))
                .findFirst()
                .orElseThrow();
    }

    /** Every allowed character stands at each of the places where the pattern takes it. */
    @When("{operation} is sent names with every allowed ASCII character at the first, middle and last place")
    public void allowedCharacters(Operation operation) {
        for (String character : Characters.ascii()) {
            String name = world.names().fresh();
            String everywhere = name;
            for (Characters.Place place : Characters.Place.values()) {
                String candidate = place.put(character, everywhere);
                everywhere = matches(operation).test(place.put(character, name)) ? candidate : everywhere;
            }
            if (!everywhere.equals(name)) {
                send(operation, everywhere);
            }
        }
    }

    @When("{operation} is sent names with every other ASCII character at the first, middle and last place")
    public void otherCharacters(Operation operation) {
        sendRefusable(operation, Characters.ascii());
    }

    @When("{operation} is sent names with letters, digits and signs beyond ASCII")
    public void beyondAscii(Operation operation) {
        sendRefusable(operation, Characters.BEYOND_ASCII);
    }

    @When("{operation} is sent names that begin with a character that is allowed later alone")
    public void laterAlone(Operation operation) {
        for (String character : Characters.ascii()) {
            String name = world.names().fresh();
            String first = Characters.Place.FIRST.put(character, name);
            if (!matches(operation).test(first)
                    && matches(operation).test(Characters.Place.MIDDLE.put(character, name))) {
                send(operation, first);
            }
        }
    }

    @When("{operation} is sent the name of {profile} with another sign, or none, for each of its signs in turn")
    public void profileWithOneSignChanged(Operation operation, String profile) {
        withOneSignChanged(operation, profile);
    }

    @When("{operation} is sent the name of {flow} with another sign, or none, for each of its signs in turn")
    public void flowWithOneSignChanged(Operation operation, String flow) {
        withOneSignChanged(operation, flow);
    }

    private void withOneSignChanged(Operation operation, String name) {
        Names.withOneSignChanged(name).stream().filter(matches(operation)).forEach(changed -> send(operation, changed));
    }

    @Then("each is served")
    public void eachIsServed() {
        each(exchange -> Expect.statusIn(exchange, 200, 404));
    }

    @Then("each is refused with {errorType}")
    public void eachIsRefused(String error) {
        each(exchange -> Expect.error(exchange, world.documentedStatus(error), error));
    }

    @Then("each is refused with {errorType}, or for the length of its body")
    public void eachIsRefusedOrTooLong(String error) {
        each(exchange -> {
            if (World.whole(exchange).status() != 413) {
                Expect.error(exchange, 400, error);
            }
        });
    }

    private void sendRefusable(Operation operation, List<String> characters) {
        for (String character : characters) {
            for (Characters.Place place : Characters.Place.values()) {
                String name = place.put(character, world.names().fresh());
                if (!matches(operation).test(name)) {
                    send(operation, name);
                }
            }
        }
    }

    private static Predicate<String> matches(Operation operation) {
        return operation.nameMember().pattern().asMatchPredicate();
    }

    private void send(Operation operation, String name) {
        sent.add(world.sendRaw(requests.naming(operation, name)));
    }

    /** Looks at every answer, and tells of the first that is wrong and how many more are. */
    private void each(Check check) {
        World.prerequisite(!sent.isEmpty(), "the contract's pattern leaves no name to send");
        List<Violation> violations = new ArrayList<>();
        for (Exchange exchange : sent) {
            try {
                check.on(exchange);
            } catch (Violation violation) {
                violations.add(violation);
            }
        }
        if (!violations.isEmpty()) {
            Violation first = violations.get(0);
            Exchange exchange = first.exchange().orElseThrow();
            throw Violation.ofSeveral(
                    first.expected(),
                    first.actual() + " to "
                            + Characters.shown(exchange.request().text()),
                    exchange,
                    violations.size(),
                    sent.size());
        }
    }

    private interface Check {
        void on(Exchange exchange);
    }
}
