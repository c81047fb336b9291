package io.github.appflowkit.conformance.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What there is behind an endpoint: profiles, flows, planned errors and the journal. Its user locks it. */
final class World {

    private static final int JOURNAL_SIZE = 1000;

    private final List<Profile> profiles = new ArrayList<>();
    private final List<Flow> flows = new ArrayList<>();
    private final Map<Call, Plan> plans = new HashMap<>();
    private final Deque<ObjectNode> journal = new ArrayDeque<>();

    /** The calls that a plan is about. */
    record Call(String operation, Scope scope, String name) {}

    /** An error that the next calls answer. */
    record Plan(String error, String message, int times) {}

    List<Profile> profiles() {
        return List.copyOf(profiles);
    }

    List<Flow> flows() {
        return List.copyOf(flows);
    }

    void put(Profile profile) {
        remove(profile);
        profiles.add(profile);
    }

    void put(Flow flow) {
        flows.removeIf(
                other -> other.scope().equals(flow.scope()) && other.name().equals(flow.name()));
        flows.add(flow);
    }

    void remove(Profile profile) {
        profiles.remove(profile);
    }

    void remove(Flow flow) {
        flows.remove(flow);
    }

    void plan(Call call, Plan plan) {
        plans.put(call, plan);
    }

    /** Uses up one of the errors that are planned for a call, if there are any. */
    void refuseIfPlanned(Call call) {
        Plan plan = plans.remove(call);
        if (plan == null || plan.times() == 0) {
            return;
        }
        plans.put(call, new Plan(plan.error(), plan.message(), plan.times() - 1));
        throw Refusal.planned(plan.error(), plan.message());
    }

    void note(ObjectNode entry) {
        journal.addLast(entry);
        if (journal.size() > JOURNAL_SIZE) {
            journal.removeFirst();
        }
    }

    List<ObjectNode> journal() {
        return List.copyOf(journal);
    }

    void reset() {
        profiles.clear();
        flows.clear();
        plans.clear();
        journal.clear();
    }
}
