package io.github.appflowkit.conformance.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the operations do with the resources, decision by decision. */
final class AppFlow {

    private static final String DELETE = "DeleteConnectorProfile";
    private static final String PROFILE_NAME = "connectorProfileName";
    private static final String STOP = "StopFlow";
    private static final String FLOW_NAME = "flowName";

    private final Decisions decisions;
    private final World world;

    AppFlow(Decisions decisions, World world) {
        this.decisions = decisions;
        this.world = world;
    }

    /** The operations by path. */
    Map<String, Operation> operations() {
        return Map.of(
                "/delete-connector-profile", new Operation(DELETE, PROFILE_NAME, this::deleteConnectorProfile),
                "/stop-flow", new Operation(STOP, FLOW_NAME, this::stopFlow));
    }

    private Answer deleteConnectorProfile(Scope scope, ObjectNode input) {
        String name = name(input, PROFILE_NAME);
        boolean force = decisions.force.apply(decisions.member.apply(input, "forceDelete"));
        validate(PROFILE_NAME, name, decisions.profileName);
        world.refuseIfPlanned(new World.Call(DELETE, scope, name));
        Profile profile = world.profiles().stream()
                .filter(found -> decisions.sameScope.test(found.scope(), scope))
                .filter(found -> decisions.sameName.test(found.name(), name))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("Connector profile", name));
        List<Flow> flows = world.flows().stream()
                .filter(flow -> decisions.sameScopeToUse.test(flow.scope(), profile.scope()))
                .toList();
        throwIfAny(decisions.refuseDelete.refuse(profile, decisions.users.apply(flows, profile), force));
        decisions.delete.accept(world, profile);
        return Answer.empty();
    }

    private Answer stopFlow(Scope scope, ObjectNode input) {
        String name = name(input, FLOW_NAME);
        validate(FLOW_NAME, name, decisions.flowName);
        world.refuseIfPlanned(new World.Call(STOP, scope, name));
        Flow flow = world.flows().stream()
                .filter(found -> decisions.sameScope.test(found.scope(), scope))
                .filter(found -> decisions.sameName.test(found.name(), name) && !found.is("Deleted"))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("Flow", name));
        throwIfAny(decisions.refuseStop.apply(flow));
        Flow stopped = decisions.stopped.apply(flow);
        decisions.stop.accept(world, stopped);
        return Answer.of(Json.object()
                .put("flowArn", decisions.arn.apply(scope, stopped))
                .put("flowStatus", stopped.status()));
    }

    private static void throwIfAny(Refusal refusal) {
        if (refusal != null) {
            throw refusal;
        }
    }

    private String name(ObjectNode input, String member) {
        return decisions.name.apply(decisions.member.apply(input, member), member);
    }

    private void validate(String member, String name, NameForm form) {
        List<String> broken = new ArrayList<>();
        if (name == null) {
            broken.add("must not be null");
        } else {
            if (!decisions.fits.test(form, name)) {
                broken.add("must have length less than or equal to " + form.maxLength());
            }
            if (!decisions.matches.test(form.pattern(), name)) {
                broken.add("must satisfy regular expression pattern: " + form.pattern());
            }
        }
        if (!broken.isEmpty()) {
            String value = name == null ? "null" : "'" + name + "'";
            String start = "Value " + value + " at '" + member + "' failed to satisfy constraint: Member ";
            throw Refusal.invalid(broken.size() + " validation error" + (broken.size() == 1 ? "" : "s") + " detected: "
                    + start + String.join("; " + start, broken));
        }
    }
}
