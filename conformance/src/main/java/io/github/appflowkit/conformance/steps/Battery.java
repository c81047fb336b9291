package io.github.appflowkit.conformance.steps;

import io.github.appflowkit.conformance.rule.Contract;
import io.github.appflowkit.conformance.rule.Need;
import io.github.appflowkit.conformance.setup.Flow;
import io.github.appflowkit.conformance.setup.Profile;
import io.github.appflowkit.conformance.setup.Untestable;
import io.github.appflowkit.conformance.target.Request;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Asks for one answer of every kind, so that a rule about every answer has something to judge even when it runs alone.
 */
final class Battery {
    private final World world;
    private final Requests requests;

    /** Creates the battery of a run, which has names and exchanges of its own, whichever scenario asks for it. */
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
                world.run().operations().forEach(operation -> {
                    refusals(operation);
                    successIfPossible(operation);
                });
                world.end();
            }
        }
    }

    private void refusals(Contract.Operation operation) {
        Request valid = requests.naming(operation, world.names().fresh());
        List.of(
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

    private void successIfPossible(Contract.Operation operation) {
        try {
            success(operation);
        } catch (Untestable refused) {
            world.run().recording().leave(refused.getMessage());
        }
    }

    private void success(Contract.Operation operation) {
        String region = world.run().region();
        if (operation.id().equals("StopFlow") && offers(Need.SCHEDULED_FLOW)) {
            String flow = world.names().of("battery flow");
            world.put(Flow.active(flow, region, Flow.Trigger.Scheduled));
            send(requests.naming(operation, world.nameOf(flow)));
        }
        if (operation.id().equals("DeleteConnectorProfile") && offers(Need.PROFILE)) {
            String profile = world.names().of("battery profile");
            world.put(new Profile(profile, region));
            send(requests.naming(operation, world.nameOf(profile)));
        }
    }

    private boolean offers(Need need) {
        return world.setup().lacks(need).isEmpty();
    }
}
