package io.github.appflowkit.conformance.steps;

import io.github.appflowkit.conformance.rule.Contract;
import io.github.appflowkit.conformance.setup.Flow;
import io.github.appflowkit.conformance.setup.Profile;
import io.github.appflowkit.conformance.setup.SampleNames;
import io.github.appflowkit.conformance.setup.Setup;
import io.github.appflowkit.conformance.setup.Untestable;
import io.github.appflowkit.conformance.target.Answer;
import io.github.appflowkit.conformance.target.Exchange;
import io.github.appflowkit.conformance.target.Request;
import io.github.appflowkit.conformance.target.Sender;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;

/** What the steps of one scenario share: its names, its resources, its exchanges. */
public final class World {
    private static final String THROTTLING = "ThrottlingException";

    private final Run run;
    private final List<String> profiles = new ArrayList<>();
    private final Map<String, Flow> flows = new HashMap<>();
    private final Deque<Cleanup> cleanups = new ArrayDeque<>();
    private final Deque<Lock> locks = new ArrayDeque<>();
    private final List<String> given = new ArrayList<>();
    private final List<Exchange> exchanges = new ArrayList<>();
    private final List<String> observations = new ArrayList<>();
    private final Set<String> planned = new HashSet<>();
    private Names names;
    private Sender sender;
    private Setup setup;

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
    }

    /** Removes what the scenario made, the last first; what cannot be removed is noted and spoils no verdict. */
    void end() {
        while (!cleanups.isEmpty()) {
            Cleanup cleanup = cleanups.pop();
            try {
                run.patience().cleanUp(cleanup.action());
            } catch (RuntimeException refused) {
                run.recording().leave(cleanup.what() + ": " + refused.getMessage());
            }
        }
        locks.forEach(Lock::unlock);
        locks.clear();
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

    Contract.Operation operation(String id) {
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
                !answer.outcome().equals("429 " + THROTTLING) || planned.contains(THROTTLING),
                "the endpoint throttles the run (429 " + THROTTLING + "): use --workers 1, or raise its limit");
    }

    /** The state that the scenario put at the target, a line each. */
    public List<String> given() {
        return List.copyOf(given);
    }

    /** The exchanges of the scenario so far. */
    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
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

    void put(Profile profile) {
        run.patience().check();
        Optional<Profile> before = lockSampleName(profile.name())
                ? setUp(() -> setup.profile(profile.name(), profile.region()))
                : Optional.empty();
        cleanUpLater(profile, () -> before.ifPresentOrElse(setup::put, () -> setup.remove(profile)));
        setUp(() -> setup.put(profile));
        profiles.add(profile.name());
        requireName(profile.name());
        give(new Profile(nameOf(profile.name()), profile.region()).sentence(), profile.region());
    }

    void put(Flow wanted) {
        Flow flow = asAsked(wanted);
        run.patience().check();
        Optional<Flow> before =
                lockSampleName(flow.name()) ? setUp(() -> setup.flow(flow.name(), flow.region())) : Optional.empty();
        cleanUpLater(flow, () -> before.ifPresentOrElse(setup::put, () -> setup.remove(flow)));
        setUp(() -> setup.put(flow));
        requireName(flow.name());
        give(atTarget(flow).sentence(), flow.region());
        flows.put(flow.name(), flow);
    }

    /** Any resource can stand in for a role's, but only one of that name for a name that the rule is about. */
    private void requireName(String name) {
        String real = setup.nameOf(name);
        prerequisite(
                real.equals(name) || names.isOfRole(name),
                "the rule is about the very name " + name
                        + ", and an existing resource of another name cannot stand in");
    }

    /** The name that a resource of the scenario has at the target. */
    String nameOf(String name) {
        return setup.nameOf(name);
    }

    /** The flow of this name as the scenario made it. */
    Flow made(String flowName) {
        return flows.values().stream()
                .filter(flow -> setup.nameOf(flow.name()).equals(flowName))
                .findFirst()
                .orElseThrow();
    }

    /** Whether a flow that the scenario made uses a profile. */
    boolean isUsed(String profileName) {
        return flows.values().stream().anyMatch(flow -> atTarget(flow).uses().contains(profileName));
    }

    /** A flow under the names that it and its profiles have at the target. */
    private Flow atTarget(Flow flow) {
        return new Flow(
                nameOf(flow.name()),
                flow.region(),
                flow.trigger(),
                flow.status(),
                flow.reads().map(this::nameOf).orElse(null),
                flow.destinations().stream().map(this::nameOf).toList());
    }

    /**
     * A flow whose profiles have the names that the scenario asked for them by: what stands in for one of them may change
     * when a flow is to use it.
     */
    private Flow asAsked(Flow flow) {
        return flow.readingFrom(flow.reads().map(this::askedName).orElse(null))
                .writingTo(flow.destinations().stream().map(this::askedName).toList());
    }

    private String askedName(String profileName) {
        return profiles.stream()
                .filter(asked -> nameOf(asked).equals(profileName))
                .findFirst()
                .orElse(profileName);
    }

    private void give(String resource, String region) {
        given.add(region.equals(run.region()) ? resource : resource + ", in the region " + region);
    }

    /** The flow of this name as the target has it; empty if there is none, or if it cannot be read. */
    Optional<Flow> read(String flowName) {
        return setUp(() -> setup.flow(flowName, run.region()));
    }

    void planError(String operation, String name, String error) {
        setUp(() -> setup.planError(operation, name, run.region(), error, 1));
        cleanUpLater(
                "the planned " + error + " of " + name, () -> setup.planError(operation, name, run.region(), error, 0));
        given.add("the next " + operation + " of " + name + " is to fail with " + error);
        planned.add(error);
    }

    private <T> T setUp(Supplier<T> call) {
        return run.patience().setUp(call);
    }

    private void setUp(Runnable call) {
        run.patience().setUp(() -> {
            call.run();
            return null;
        });
    }

    private void cleanUpLater(Object what, Runnable action) {
        cleanups.push(new Cleanup(what.toString(), action));
    }

    /** Judges on when a prerequisite holds. */
    static void prerequisite(boolean holds, String otherwise) {
        if (!holds) {
            throw new Untestable(otherwise);
        }
    }

    /** The names of the documented samples are the same in every run: one scenario at a time uses them. */
    private boolean lockSampleName(String name) {
        if (!SampleNames.contains(name)) {
            return false;
        }
        run.sampleNames().lock();
        locks.push(run.sampleNames());
        return true;
    }

    /** What is removed when the scenario ends, and how. */
    private record Cleanup(String what, Runnable action) {}
}
