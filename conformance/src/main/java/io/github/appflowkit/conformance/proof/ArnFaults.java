package io.github.appflowkit.conformance.proof;

import static io.github.appflowkit.conformance.proof.Changes.fault;
import static io.github.appflowkit.conformance.proof.Changes.stops;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Mistakes in the ARN of a stopped flow. */
final class ArnFaults {

    private ArnFaults() {}

    static List<Fault> all() {
        return List.of(
                fault(
                        "the ARN is remembered by the flow's name alone",
                        it -> {
                            Map<String, String> arns = new ConcurrentHashMap<>();
                            it.arn = (scope, flow) -> arns.computeIfAbsent(flow.name(), scope::arn);
                        },
                        "stop-flow.arn-region"),
                fault(
                        "the ARN has no account",
                        arn("arn:aws:appflow:%s::flow/%s"),
                        "stop-flow.arn-pattern",
                        "stop-flow.answer-members",
                        "stop-flow.event-arn"),
                fault(
                        "the ARN has the sample's placeholder of an account",
                        arn("arn:aws:appflow:%s:<AccountId>:flow/%s"),
                        "stop-flow.arn-pattern",
                        "stop-flow.answer-members",
                        "stop-flow.event-arn"),
                fault(
                        "the ARN has a word for an account",
                        arn("arn:aws:appflow:%s:test:flow/%s"),
                        "stop-flow.arn-pattern",
                        "stop-flow.answer-members",
                        "stop-flow.event-arn"),
                fault(
                        "the ARN is of another partition",
                        arn("arn:aws-cn:appflow:%s:123456789012:flow/%s"),
                        "stop-flow.arn-pattern",
                        "stop-flow.answer-members",
                        "stop-flow.event-arn",
                        "stop-flow.arn-region*"),
                fault(
                        "the ARN is of another service",
                        arn("arn:aws:glue:%s:123456789012:flow/%s"),
                        "stop-flow.arn-pattern",
                        "stop-flow.answer-members",
                        "stop-flow.event-arn",
                        "stop-flow.arn-region*"),
                fault(
                        "the ARN is in upper case",
                        arn("ARN:AWS:APPFLOW:%s:123456789012:flow/%s"),
                        "stop-flow.arn-pattern",
                        "stop-flow.answer-members",
                        "stop-flow.event-arn",
                        "stop-flow.arn-region*"),
                fault(
                        "the ARN is an identifier",
                        members(it -> it.put("flowArn", "7c9e6679-7425-40de-944b-e07fc1f90ae7")),
                        "stop-flow.arn-pattern",
                        "stop-flow.answer-members",
                        "stop-flow.event-arn",
                        "stop-flow.arn-*",
                        "stop-flow.sample-request*",
                        "stop-flow.name-exact*"),
                fault(
                        "the ARN is too long",
                        arn("arn:aws:appflow:%s:" + "1".repeat(500) + ":flow/%s"),
                        "stop-flow.arn-pattern",
                        "stop-flow.answer-members",
                        "stop-flow.event-arn"),
                fault(
                        "the ARN is empty",
                        members(it -> it.put("flowArn", "")),
                        "stop-flow.arn-pattern",
                        "stop-flow.answer-members",
                        "stop-flow.event-arn",
                        "stop-flow.arn-*",
                        "stop-flow.sample-request*",
                        "stop-flow.name-exact*"),
                fault(
                        "the ARN is null",
                        members(it -> it.putNull("flowArn")),
                        "stop-flow.answer-members",
                        "wire.no-null-members",
                        "stop-flow.event-arn",
                        "stop-flow.arn-*",
                        "stop-flow.sample-request*",
                        "stop-flow.name-exact*"),
                fault(
                        "the ARN is not told",
                        members(it -> it.remove("flowArn")),
                        "stop-flow.answer-members",
                        "stop-flow.event-arn",
                        "stop-flow.arn-*",
                        "stop-flow.sample-request*",
                        "stop-flow.name-exact*"),
                fault(
                        "the ARN is in a list of ARNs",
                        members(it -> it.putArray("flowArns").add(it.remove("flowArn"))),
                        "stop-flow.answer-members",
                        "stop-flow.event-arn",
                        "stop-flow.arn-*",
                        "stop-flow.sample-request*",
                        "stop-flow.name-exact*"),
                fault(
                        "all flows have one ARN",
                        it -> it.arn = (scope, flow) -> scope.arn("test_flow_ondemand_1"),
                        "stop-flow.arn-names-flow",
                        "stop-flow.event-arn",
                        "stop-flow.name-exact*"),
                fault(
                        "the name in the ARN is cut at 128 characters",
                        it -> it.arn = (scope, flow) -> scope.arn(flow.name()
                                .substring(0, Math.min(128, flow.name().length()))),
                        "stop-flow.arn-names-flow"),
                fault(
                        "the ARN of a flow on events lacks its name",
                        it -> it.arn =
                                (scope, flow) -> scope.arn(flow.trigger().equals("Event") ? "flow" : flow.name()),
                        "stop-flow.event-arn"),
                fault(
                        "the ARN of a flow on events is empty",
                        it -> it.arn = (scope, flow) -> flow.trigger().equals("Event") ? "" : scope.arn(flow.name()),
                        "stop-flow.event-arn"),
                fault(
                        "the ARN does not name the flow",
                        it -> it.arn = (scope, flow) ->
                                scope.arn(Integer.toHexString(flow.name().hashCode())),
                        "stop-flow.arn-names-flow",
                        "stop-flow.event-arn",
                        "stop-flow.name-exact*"),
                fault(
                        "the ARN ends before the flow",
                        arn("arn:aws:appflow:%s:123456789012:flow"),
                        "stop-flow.arn-names-flow",
                        "stop-flow.event-arn",
                        "stop-flow.name-exact*"),
                fault(
                        "the ARN has the name without the kind of resource",
                        arn("arn:aws:appflow:%s:123456789012:%s"),
                        "stop-flow.arn-names-flow",
                        "stop-flow.event-arn",
                        "stop-flow.name-exact*"),
                fault(
                        "the ARN is of a connector profile",
                        arn("arn:aws:appflow:%s:123456789012:connectorprofile/%s"),
                        "stop-flow.arn-names-flow",
                        "stop-flow.event-arn",
                        "stop-flow.name-exact*"),
                fault(
                        "the ARN has the name with a suffix",
                        arn("arn:aws:appflow:%s:123456789012:flow/%s-1"),
                        "stop-flow.arn-names-flow",
                        "stop-flow.event-arn",
                        "stop-flow.name-exact*"),
                fault(
                        "the ARN is of one region wherever the flow is",
                        it -> it.arn = (scope, flow) -> Scope.DEFAULT.arn(flow.name()),
                        "stop-flow.arn-region"),
                fault(
                        "the ARN has the sample's placeholder of a region",
                        it -> it.arn = (scope, flow) -> new Scope(scope.account(), "region").arn(flow.name()),
                        "stop-flow.arn-region"),
                fault(
                        "the ARN has no region",
                        it -> it.arn = (scope, flow) -> new Scope(scope.account(), "").arn(flow.name()),
                        "stop-flow.arn-region"));
    }

    private static Consumer<Decisions> arn(String pattern) {
        return it -> it.arn = (scope, flow) -> String.format(pattern, scope.region(), flow.name());
    }

    private static Consumer<Decisions> members(Consumer<ObjectNode> change) {
        return stops(200, it -> it.members(change));
    }
}
