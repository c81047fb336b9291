package io.github.appflowkit.conformance.proof;

import static io.github.appflowkit.conformance.proof.Changes.answers;
import static io.github.appflowkit.conformance.proof.Changes.errors;
import static io.github.appflowkit.conformance.proof.Changes.fault;
import static io.github.appflowkit.conformance.proof.Changes.routingErrors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;

/** Mistakes in the type and the message of errors. */
final class ErrorFaults {

    private static final String NAMES = "delete-profile.conflict-names*";

    private ErrorFaults() {}

    static List<Fault> all() {
        return List.of(
                bodies("an error has no message", members(it -> it.remove("message"))),
                bodies("the message of an error is empty", members(it -> it.put("message", ""))),
                bodies("the message of an error is a number", members(it -> it.put("message", 17))),
                bodies(
                        "the message of an error is a list",
                        members(it -> it.putArray("message").add("No."))),
                bodies("the message of an error is called error", members(it -> it.set("error", it.remove("message")))),
                bodies(
                        "the message of an error is called errorMessage",
                        members(it -> it.set("errorMessage", it.remove("message")))),
                bodies(
                        "the message of an error stands in another object",
                        errors(it -> it.text("{\"error\": " + it.text() + "}"))),
                fault(
                        "the message of an error is null",
                        errors(it -> it.members(body -> body.putNull("message"))),
                        "wire.error-body",
                        "wire.no-null-members",
                        NAMES,
                        "wire.routing-error-body*"),
                bodies("an error has no body", errors(it -> it.text(""))),
                bodies("an error is an array", errors(it -> it.text("[" + it.text() + "]"))),
                bodies("an error is null", errors(it -> it.text("null"))),
                bodies("an error is a string", errors(it -> it.text("\"error\""))),
                bodies("an error is JSON that ends too early", errors(it -> it.text("{\"message\": \"No"))),
                bodies(
                        "an error ends in a comma",
                        errors(it -> it.text(it.text().replaceFirst("}$", ",}")))),
                bodies("a conflict has no message", answers(409, it -> it.members(body -> body.remove("message")))),
                bodies("an internal error has no body", answers(500, it -> it.text(""))),
                bodies("what is not found has no message", answers(404, it -> it.isStray() ? it : it.text("{}"))),
                bodies("an invalid request has an array of messages", answers(400, it -> it.text("[\"invalid\"]"))),
                fault(
                        "an error is plain text",
                        errors(it -> it.text("Not possible.").contentType("text/plain")),
                        "wire.error-body",
                        "wire.json-declared",
                        "wire.json-exact",
                        NAMES,
                        "wire.routing-error-body*"),
                fault(
                        "an error is an HTML page",
                        errors(it -> it.text("<html><body><h1>Error</h1></body></html>")
                                .contentType("text/html")),
                        "wire.error-body",
                        "wire.json-declared",
                        "wire.json-exact",
                        "wire.no-internals",
                        NAMES,
                        "wire.routing-error-body*"),
                fault(
                        "an error is XML",
                        errors(it ->
                                it.text("<Error><Code>Error</Code></Error>").contentType("application/xml")),
                        "wire.error-body",
                        "wire.json-declared",
                        "wire.json-exact",
                        NAMES,
                        "wire.routing-error-body*"),
                fault(
                        "the message of an error has a capital",
                        errors(it -> it.text(it.text().replace("\"message\"", "\"Message\""))),
                        "wire.error-message-case"),
                types("an error has no type", errors(it -> it.without(Answer.ERROR_TYPE))),
                types("the type of an error is empty", errors(it -> it.type(""))),
                types(
                        "the type of an error is in a header of another name",
                        errors(it -> it.header("x-error-type", it.header(Answer.ERROR_TYPE))
                                .without(Answer.ERROR_TYPE))),
                types(
                        "the type of an error is a member called type",
                        errors(it -> it.members(body -> body.put("type", it.header(Answer.ERROR_TYPE)))
                                .without(Answer.ERROR_TYPE))),
                types(
                        "the type of an error is a number",
                        errors(it -> it.members(body -> body.put("code", it.status()))
                                .without(Answer.ERROR_TYPE))),
                fault(
                        "the type of what is not found is missing",
                        answers(404, it -> it.isStray() ? it : it.without(Answer.ERROR_TYPE)),
                        "wire.error-type",
                        "delete-profile.unknown-refused",
                        "stop-flow.unknown-refused",
                        "delete-profile.name-exact",
                        "stop-flow.name-exact",
                        "wire.region-scope",
                        "wire.account-scope",
                        "wire.routing-error-type*"),
                fault(
                        "the type of a conflict is missing",
                        answers(409, it -> it.without(Answer.ERROR_TYPE)),
                        "wire.error-type",
                        "delete-profile.in-use-kept",
                        "delete-profile.in-use-still",
                        "delete-profile.destination-counts",
                        "delete-profile.not-forced",
                        "stop-flow.conflict",
                        "delete-profile.used-twice-by-one"),
                fault(
                        "the type of an internal error is missing",
                        answers(500, it -> it.without(Answer.ERROR_TYPE)),
                        "wire.error-type",
                        "delete-profile.internal-error",
                        "stop-flow.internal-error"),
                types("errors are not called exceptions", errors(it -> it.type(type -> type.replace("Exception", "")))),
                types("errors are in lower case", errors(it -> it.type(String::toLowerCase))),
                types("all errors are of one type", errors(it -> it.type("ServiceException"))),
                fault(
                        "what is not found is a NotFoundException",
                        answers(404, it -> it.isStray() ? it : it.type("NotFoundException")),
                        "wire.error-type",
                        "delete-profile.unknown-refused",
                        "stop-flow.unknown-refused",
                        "delete-profile.name-exact",
                        "stop-flow.name-exact",
                        "wire.region-scope",
                        "wire.account-scope"),
                fault(
                        "what is not found answers 400",
                        answers(404, it -> it.isStray() ? it : it.status(400)),
                        "wire.error-type",
                        "delete-profile.unknown-refused",
                        "stop-flow.unknown-refused",
                        "*"),
                fault(
                        "a conflict is a ResourceInUseException",
                        answers(409, it -> it.type("ResourceInUseException")),
                        "wire.error-type",
                        "delete-profile.in-use-kept",
                        "delete-profile.in-use-still",
                        "delete-profile.destination-counts",
                        "delete-profile.not-forced",
                        "stop-flow.conflict",
                        "delete-profile.used-twice-by-one"),
                types(
                        "a validation error is a BadRequestException",
                        errors(it -> it.type(type -> type.replace("Validation", "BadRequest")))),
                fault(
                        "the type of an error is in the body only",
                        errors(it -> it.members(body -> body.put("__type", it.header(Answer.ERROR_TYPE)))
                                .without(Answer.ERROR_TYPE)),
                        "wire.error-type-header"),
                fault(
                        "the type of an error has a namespace",
                        errors(it -> it.type(type -> "com.amazonaws.appflow#" + type)),
                        "wire.error-type-header"),
                fault(
                        "the type of an error has a URI",
                        errors(it ->
                                it.type(type -> type + ":http://internal.amazon.com/coral/com.amazonaws.appflow/")),
                        "wire.error-type-header"),
                fault(
                        "an unknown path answers no body",
                        routingErrors(it -> it.status() == 404 ? it.text("") : it),
                        "wire.routing-error-body"),
                fault(
                        "another media type answers no message",
                        answers(415, it -> it.text("{}")),
                        "wire.routing-error-body"),
                fault("another method answers an array", answers(405, it -> it.text("[]")), "wire.routing-error-body"),
                fault(
                        "an unknown path answers an HTML page",
                        routingErrors(it -> it.status() == 404
                                ? it.text("<!doctype html><title>404</title>").contentType("text/html")
                                : it),
                        "wire.routing-error-body",
                        "wire.json-exact",
                        "wire.no-internals"),
                fault(
                        "errors of paths, methods and media types have no type",
                        routingErrors(it -> it.without(Answer.ERROR_TYPE)),
                        "wire.routing-error-type",
                        "wire.unknown-path-error",
                        "wire.method-error",
                        "wire.other-content-type",
                        "wire.accept-refused"),
                fault(
                        "another method has no type",
                        answers(405, it -> it.without(Answer.ERROR_TYPE)),
                        "wire.routing-error-type",
                        "wire.method-error"));
    }

    /** A mistake in the body of errors. */
    private static Fault bodies(String name, Consumer<Decisions> change) {
        return fault(name, change, "wire.error-body", "wire.routing-error-body*", NAMES);
    }

    /** A mistake that leaves errors without a type, or with one that is not theirs. */
    private static Fault types(String name, Consumer<Decisions> change) {
        return fault(name, change, "wire.error-type", "*");
    }

    private static Consumer<Decisions> members(Consumer<ObjectNode> change) {
        return errors(it -> it.members(change));
    }
}
