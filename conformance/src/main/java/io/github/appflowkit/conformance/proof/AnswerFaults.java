package io.github.appflowkit.conformance.proof;

import static io.github.appflowkit.conformance.proof.Changes.answered;
import static io.github.appflowkit.conformance.proof.Changes.answers;
import static io.github.appflowkit.conformance.proof.Changes.deletes;
import static io.github.appflowkit.conformance.proof.Changes.errors;
import static io.github.appflowkit.conformance.proof.Changes.fault;
import static io.github.appflowkit.conformance.proof.Changes.stops;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Mistakes in what all answers have in common: their media type, their id, what they tell of the inside. */
final class AnswerFaults {

    private AnswerFaults() {}

    static List<Fault> all() {
        return List.of(
                undeclared("answers are declared as plain text", answers(withBody(it -> it.contentType("text/plain")))),
                undeclared(
                        "answers are declared as HTML",
                        answers(withBody(it -> it.contentType("text/html; charset=utf-8")))),
                undeclared(
                        "answers are declared as bytes",
                        answers(withBody(it -> it.contentType("application/octet-stream")))),
                undeclared("answers do not declare what they are", answers(it -> it.without("Content-Type"))),
                undeclared("errors are declared as plain text", errors(it -> it.contentType("text/plain"))),
                undeclared("a stop is declared as plain text", stops(200, it -> it.contentType("text/plain"))),
                fault(
                        "answers are declared as JSON of the older protocol",
                        answers(withBody(it -> it.contentType("application/x-amz-json-1.1"))),
                        "wire.json-exact"),
                fault(
                        "errors are declared as problems",
                        errors(it -> it.contentType("application/problem+json")),
                        "wire.json-exact"),
                fault(
                        "errors have a member of null",
                        errors(it -> it.members(body -> body.putNull("cause"))),
                        "wire.no-null-members"),
                fault(
                        "a stop has a member of null",
                        stops(200, it -> it.members(body -> body.putNull("flowStatusMessage"))),
                        "wire.no-null-members"),
                ids("answers have no id", it -> it.without(Answer.REQUEST_ID)),
                ids("errors have no id", it -> it.isError() ? it.without(Answer.REQUEST_ID) : it),
                ids("successes have no id", it -> it.isError() ? it : it.without(Answer.REQUEST_ID)),
                ids("the id of an answer is a number", it -> it.header(Answer.REQUEST_ID, "4711")),
                ids("the id of an answer is empty", it -> it.header(Answer.REQUEST_ID, "")),
                ids(
                        "the id of an answer has no hyphens",
                        it -> it.header(
                                Answer.REQUEST_ID, it.header(Answer.REQUEST_ID).replace("-", ""))),
                ids(
                        "the id of an answer is in a header of another name",
                        it -> it.header("x-request-id", it.header(Answer.REQUEST_ID))
                                .without(Answer.REQUEST_ID)),
                tells("java.lang.NullPointerException: Cannot invoke \"Flow.status()\" because \"flow\" is null"),
                tells(
                        "Error\n\tat io.example.flows.FlowService.stop(FlowService.java:42)\n\tat java.base/java.lang.Thread.run(Thread.java:840)"),
                tells(
                        "Traceback (most recent call last):\n  File \"/app/flows.py\", line 42, in stop\nKeyError: 'name'"),
                tells("Error: no flow\n\tat dev.example.Flows.stop(Flows.java:42)"),
                tells("TypeError: no flow\n  File \"/app/flows.py\", line 42, in stop"),
                tells("No flow.\nSystem.NullReferenceException: Object reference not set"),
                tells("com.fasterxml.jackson.core.JsonParseException: Unexpected character"),
                tells("class com.example.flows.FlowEntity has no status"),
                tells("   at Flows.Stop(String name) in /src/Flows.cs:line 42"),
                tells("thread 'main' panicked at src/flows.rs:42:7:"),
                tells("#0 /var/www/html/flows.php(42): stop('nightly')"),
                tells("app/flows.rb:42:in `stop': undefined method `status' for nil"),
                tells("    at async file:///app/flows.mjs:42:7"),
                tells("<pre>Cannot stop</pre>"),
                fault(
                        "answers begin with a byte order mark",
                        answers(withBody(it -> it.text("\uFEFF" + it.text()))),
                        "wire.error-body",
                        "*"),
                fault(
                        "answers are in UTF-16",
                        answers(withBody(it -> new Answer(
                                it.status(), it.headers(), it.text().getBytes(StandardCharsets.UTF_16LE), it.wire()))),
                        "wire.error-body",
                        "*"),
                fault(
                        "a delete has a member of null that is not the sample's",
                        deletes(
                                200,
                                it -> it.json(Json.object().put("deleted", true).putNull("error"))),
                        "wire.no-null-members"),
                fault(
                        "a delete deletes the profile of the name in every region",
                        it -> it.delete = (world, profile) -> world.profiles().stream()
                                .filter(other -> other.name().equals(profile.name()))
                                .forEach(world::remove),
                        "wire.region-untouched"),
                fault(
                        "a stop stops the flow of the name in every region",
                        it -> it.stop = (world, flow) -> world.flows().stream()
                                .filter(other -> other.name().equals(flow.name()))
                                .forEach(other -> world.put(other.withStatus("Suspended"))),
                        "wire.region-untouched"),
                fault(
                        "regions are shared",
                        it -> it.sameScope = (there, asked) -> there.account().equals(asked.account()),
                        "wire.region-scope"),
                fault(
                        "the region of the signature is not read",
                        it -> it.scope = request -> new Scope(Scope.of(request).account(), Scope.DEFAULT.region()),
                        "wire.region-scope",
                        "wire.region-untouched",
                        "stop-flow.arn-region"),
                fault(
                        "accounts are shared",
                        it -> it.sameScope = (there, asked) -> there.region().equals(asked.region()),
                        "wire.account-scope"),
                fault(
                        "the account of the signature is not read",
                        it -> it.scope = request -> new Scope(
                                Scope.DEFAULT.account(), Scope.of(request).region()),
                        "wire.account-scope"),
                fault(
                        "an account deletes and stops what is another's, and answers that it is not found",
                        answered((request, answer, endpoint) -> {
                            if (request.isRouted()
                                    && !Scope.of(request).account().equals(Scope.DEFAULT.account())) {
                                endpoint.apply(request.withoutHeader("Authorization"));
                            }
                            return answer;
                        }),
                        "wire.account-scope"));
    }

    private static UnaryOperator<Answer> withBody(UnaryOperator<Answer> change) {
        return it -> it.body().length == 0 ? it : change.apply(it);
    }

    private static Fault undeclared(String name, Consumer<Decisions> change) {
        return fault(name, change, "wire.json-declared", "wire.json-exact");
    }

    private static Fault ids(String name, UnaryOperator<Answer> change) {
        return fault(name, answers(change), "wire.request-id");
    }

    private static Fault tells(String internals) {
        return fault(
                "errors tell " + internals.lines().findFirst().orElseThrow(),
                errors(it -> it.message(told -> told + " " + internals)),
                "wire.no-internals");
    }
}
