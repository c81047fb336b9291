package io.github.appflowkit.conformance.proof;

import static io.github.appflowkit.conformance.proof.Changes.answered;
import static io.github.appflowkit.conformance.proof.Changes.fault;
import static io.github.appflowkit.conformance.proof.Changes.stops;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;

/** Mistakes in what a stop answers. */
final class StopAnswerFaults {

    private StopAnswerFaults() {}

    static List<Fault> all() {
        return List.of(
                fault(
                        "a stop answers 204",
                        stops(200, it -> it.status(204)),
                        "stop-flow.scheduled-stopped",
                        "stop-flow.event-stopped",
                        "*"),
                fault(
                        "a stop answers 202",
                        stops(200, it -> it.status(202)),
                        "stop-flow.scheduled-stopped",
                        "stop-flow.event-stopped",
                        "*"),
                fault(
                        "a stopped flow is told to be Draft",
                        status("Draft"),
                        "stop-flow.status-suspended",
                        "stop-flow.status-told"),
                fault(
                        "a stopped flow is told to be Active",
                        status("Active"),
                        "stop-flow.status-suspended",
                        "stop-flow.again-inactive",
                        "stop-flow.status-told"),
                fault(
                        "a stopped flow is told to be suspended, in lower case",
                        status("suspended"),
                        "stop-flow.status-suspended",
                        "stop-flow.answer-members",
                        "stop-flow.status-told"),
                fault(
                        "a stopped flow is told to be Stopped",
                        status("Stopped"),
                        "stop-flow.status-suspended",
                        "stop-flow.answer-members",
                        "stop-flow.status-told"),
                fault(
                        "the status of a stopped flow is a number",
                        members(it -> it.put("flowStatus", 5)),
                        "stop-flow.status-suspended",
                        "stop-flow.answer-members"),
                fault(
                        "the status of a stopped flow is null",
                        members(it -> it.putNull("flowStatus")),
                        "stop-flow.status-suspended",
                        "stop-flow.answer-members",
                        "wire.no-null-members"),
                fault(
                        "the status of a stopped flow is not told",
                        members(it -> it.remove("flowStatus")),
                        "stop-flow.status-suspended",
                        "stop-flow.answer-members"),
                fault(
                        "a stop answers the members in another case",
                        stops(200, it -> it.text(it.text().replace("\"flow", "\"Flow"))),
                        "stop-flow.answer-members",
                        "stop-flow.*"),
                fault(
                        "a stop answers its members inside another",
                        stops(200, it -> it.text("{\"flow\": " + it.text() + "}")),
                        "stop-flow.answer-members",
                        "stop-flow.*"),
                fault(
                        "a stop answers what it was sent",
                        answered((request, answer, endpoint) ->
                                request.stopsFlow() && answer.status() == 200 ? answer.text(request.text()) : answer),
                        "stop-flow.answer-members",
                        "stop-flow.*"),
                fault(
                        "a stop answers an array",
                        stops(200, it -> it.text("[]")),
                        "stop-flow.answer-members",
                        "stop-flow.*"),
                fault(
                        "a stop answers no body",
                        stops(200, Answer::cleared),
                        "stop-flow.answer-members",
                        "stop-flow.*"));
    }

    private static Consumer<Decisions> status(String told) {
        return members(it -> it.put("flowStatus", told));
    }

    private static Consumer<Decisions> members(Consumer<ObjectNode> change) {
        return stops(200, it -> it.members(change));
    }
}
