package io.github.appflowkit.conformance.steps;

import io.github.appflowkit.conformance.rule.Operation;
import io.github.appflowkit.conformance.setup.Setup;
import io.github.appflowkit.conformance.setup.Untestable;
import io.github.appflowkit.conformance.target.Answer;
import io.github.appflowkit.conformance.target.Exchange;
import io.github.appflowkit.conformance.target.Request;
import io.github.appflowkit.conformance.target.Sender;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What the steps of one scenario share: its names, its fixture, its exchanges. */
public final class World {
    private static final String THROTTLING = "ThrottlingException";

    private final Run run;
    private final List<Exchange> exchanges = new ArrayList<>();
    private final List<String> observations = new ArrayList<>();
    private Names names;
    private Sender sender;
    private Setup setup;
    private Fixture fixture;

    World(Run run) {
        this.run = run;
    }

    /**
     * Gives the scenario what is its own.
     *
     * @param scenario its key, which is the same in every run
     */
    void begin(String scenario) {
        names = new Names(run.seed(), scenario);
        sender = run.access().sender(scenario);
        setup = run.access().setup(scenario);
        fixture = new Fixture(run, names, setup);
    }

    Run run() {
        return run;
    }

    Names names() {
        return names;
    }

    /** What sends the scenario's requests. */
    Sender sender() {
        return sender;
    }

    /** What reads and puts the scenario's resources at the target. */
    Setup setup() {
        return setup;
    }

    /** Removes what the scenario made. */
    void end() {
        if (hasBegun()) {
            fixture.remove();
        }
    }

    /** A run that is over begins no more scenarios. */
    private boolean hasBegun() {
        return fixture != null;
    }

    /** What the scenario puts at the target. */
    Fixture fixture() {
        return fixture;
    }

    Operation operation(String id) {
        return run.contract().operation(id);
    }

    /** Sends a request, and records the exchange as the scenario's last one. */
    Exchange send(Request request) {
        return exchange(() -> sender.send(request));
    }

    /** Sends a request byte for byte as it is, and records the exchange as the scenario's last one. */
    Exchange sendRaw(Request request) {
        return exchange(() -> sender.sendRaw(request));
    }

    /**
     * Exchanges, unless the run is ended, and records the exchange as the scenario's last one.
     *
     * @throws Violation if the time limit passed: what is not answered breaks every rule, and waiting for more of it would
     *     tell nothing new
     */
    Exchange exchange(Supplier<Exchange> exchanging) {
        run.patience().check();
        Exchange exchange = record(exchanging.get());
        if (exchange.isUnanswered()) {
            whole(exchange);
        }
        return exchange;
    }

    /** Records an exchange as the scenario's last one. */
    Exchange record(Exchange exchange) {
        run.recording().add(exchange);
        exchanges.add(exchange);
        run.patience().after(exchange);
        exchange.whole().ifPresent(this::checkThrottling);
        return exchange;
    }

    /** A right endpoint may throttle whoever asks too much, which tells nothing of what was asked. */
    private void checkThrottling(Answer answer) {
        prerequisite(
                !answer.outcome().equals("429 " + THROTTLING) || fixture.meets(THROTTLING),
                "the endpoint throttles the run (429 " + THROTTLING + "): use --workers 1, or raise its limit");
    }

    /** The state that the scenario put at the target, a line each. */
    public List<String> given() {
        return hasBegun() ? fixture.given() : List.of();
    }

    /** The exchanges of the scenario so far. */
    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /** The scenario's last two exchanges, of requests that were sent at the same time. */
    List<Exchange> lastTwo() {
        return List.copyOf(exchanges.subList(exchanges.size() - 2, exchanges.size()));
    }

    /** The scenario's last exchange. */
    Exchange last() {
        return exchanges.get(exchanges.size() - 1);
    }

    /**
     * The scenario's last answer.
     *
     * @throws Violation if there is no whole one
     */
    Answer answer() {
        return whole(last());
    }

    /**
     * The scenario's last answer, for a rule that says what a success holds.
     *
     * @throws Untestable if the request was not successful, which other rules judge
     */
    Answer success() {
        Answer answer = answer();
        prerequisite(answer.status() == 200, "a success is needed, and the answer is " + answer.outcome());
        return answer;
    }

    /** The answer of an exchange, which a right endpoint always gives whole. */
    static Answer whole(Exchange exchange) {
        return exchange.whole()
                .orElseThrow(() ->
                        new Violation("one whole HTTP answer", exchange.broken().reason(), exchange));
    }

    /** Records what a rule that is not judged sees. */
    void observe(String seen) {
        observations.add(seen);
    }

    /** What was seen where nothing is judged. */
    public List<String> observations() {
        return List.copyOf(observations);
    }

    /** Judges on when a prerequisite holds. */
    static void prerequisite(boolean holds, String otherwise) {
        if (!holds) {
            throw new Untestable(otherwise);
        }
    }

    /** The status that the contract gives an error. */
    int documentedStatus(String error) {
        return run().contract().operations().values().stream()
                .flatMap(operation -> operation.statusOf(error).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(error + " is no error of the contract"));
    }
}
