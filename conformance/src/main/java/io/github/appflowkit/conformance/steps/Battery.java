package io.github.appflowkit.conformance.steps;

import io.github.appflowkit.conformance.rule.Need;
import io.github.appflowkit.conformance.rule.Operation;
import io.github.appflowkit.conformance.setup.Flow;
import io.github.appflowkit.conformance.setup.Profile;
import io.github.appflowkit.conformance.setup.Untestable;
import io.github.appflowkit.conformance.target.Request;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Asks for one answer of every kind, as far as the rung can provide what it takes, so that a rule about every answer
 * sees the same kinds whether it runs alone or with all others.
 */
final class Battery {
    private static final List<String> PLANNED =
            List.of("ConflictException", "InternalServerException", "ThrottlingException", "AccessDeniedException");

    private final World world;
    private final Requests requests;

    Battery(Run run) {
        world = new World(run);
        requests = new Requests(run);
    }

    /** Sends the requests, of the operations that the run judges; once a run, and whoever comes later waits for it. */
    void sendOnce() {
        AtomicBoolean sent = world.run().batterySent();
        synchronized (sent) {
            if (sent.compareAndSet(false, true) && world.run().stop().reason().isEmpty()) {
                world.begin("battery");
                try {
                    world.run().operations().forEach(this::ask);
                } finally {
                    world.end();
                }
            }
        }
    }

    private void ask(Operation operation) {
        Map<String, Consumer<Operation>> outcomes =
                Map.of("DeleteConnectorProfile", this::deletions, "StopFlow", this::stops);
        refusals(operation);
        Consumer<Operation> outcome = outcomes.get(operation.id());
        if (outcome == null) {
            throw new IllegalStateException("The contract has the operation " + operation.id()
                    + ": say how to ask for its answers in " + Battery.class.getName());
        }
        outcome.accept(operation);
    }

    private void refusals(Operation operation) {
        Request valid = requests.naming(operation, world.names().fresh());
        Stream.of(
                        valid,
                        valid.withBody("{}"),
                        valid.withBody("{"),
                        valid.withMethod("PUT"),
                        valid.withTarget("/no-operation"),
                        valid.withHeader("Content-Type", "text/plain"),
                        valid.withHeader("Accept", "text/html"))
                .forEach(this::send);
    }

    /** What is not answered breaks the rule about whole answers, which finds it among the exchanges of the run. */
    private void send(Request request) {
        try {
            world.sendRaw(request);
        } catch (Violation | Untestable unanswered) {
            world.observe(unanswered.getMessage());
        }
    }

    private void deletions(Operation operation) {
        Profile used = new Profile(world.names().of("used profile"), world.run().region());
        Profile unused =
                new Profile(world.names().of("unused profile"), world.run().region());
        where(Need.FLOW_USING_PROFILE, () -> {
            world.fixture().put(used);
            world.fixture().put(flow("using flow", Flow.Trigger.Scheduled).readingFrom(used.name()));
            send(requests.naming(operation, world.fixture().nameOf(used.name())));
        });
        where(Need.PROFILE, () -> {
            world.fixture().put(unused);
            planned(operation, world.fixture().nameOf(unused.name()));
            send(requests.naming(operation, world.fixture().nameOf(unused.name())));
        });
    }

    private void stops(Operation operation) {
        Flow manual = flow("manual flow", Flow.Trigger.OnDemand);
        Flow scheduled = flow("scheduled flow", Flow.Trigger.Scheduled);
        where(Need.ON_DEMAND_FLOW, () -> {
            world.fixture().put(manual);
            send(requests.naming(operation, world.fixture().nameOf(manual.name())));
        });
        where(Need.SCHEDULED_FLOW, () -> {
            world.fixture().put(scheduled);
            planned(operation, world.fixture().nameOf(scheduled.name()));
            send(requests.naming(operation, world.fixture().nameOf(scheduled.name())));
        });
    }

    private void planned(Operation operation, String name) {
        PLANNED.forEach(error -> where(Need.PLANNED_ERROR, () -> {
            world.fixture().planError(operation.id(), name, error);
            send(requests.naming(operation, name));
        }));
    }

    private Flow flow(String role, Flow.Trigger trigger) {
        return Flow.active(world.names().of(role), world.run().region(), trigger);
    }

    /** What the rung lacks or the target refuses is not asked for: these rules judge the answers that there are. */
    private void where(Need need, Runnable asking) {
        try {
            if (world.setup().lacks(need).isEmpty()) {
                asking.run();
            }
        } catch (Untestable refused) {
            world.observe(refused.getMessage());
        }
    }
}
