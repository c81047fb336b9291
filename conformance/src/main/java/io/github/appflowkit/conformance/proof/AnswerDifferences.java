package io.github.appflowkit.conformance.proof;

import static io.github.appflowkit.conformance.proof.Changes.answers;
import static io.github.appflowkit.conformance.proof.Changes.deletes;
import static io.github.appflowkit.conformance.proof.Changes.difference;
import static io.github.appflowkit.conformance.proof.Changes.errors;
import static io.github.appflowkit.conformance.proof.Changes.stops;
import static io.github.appflowkit.conformance.proof.Changes.strays;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Differences in how an endpoint tells what it did. */
final class AnswerDifferences {

    private static final String[] STRAY = {
        "wire.unknown-path-error",
        "wire.method-error",
        "wire.order",
        "wire.routing-error-body",
        "wire.routing-error-type",
        "wire.json-exact"
    };

    private AnswerDifferences() {}

    /** Those of each subject, of which an endpoint has one at most; what rewrites an answer comes after what needs it as it was before. */
    static List<List<PermittedDifference>> subjects() {
        return List.of(
                namesOfErrors(),
                words(),
                furtherMembers(),
                placesOfNames(),
                membersOfMessages(),
                spellings(),
                mediaTypes(),
                otherRoutes(),
                headers(),
                framings());
    }

    /** The names of errors. */
    private static List<PermittedDifference> namesOfErrors() {
        return List.of(
                difference(
                        "the type of an on-demand flow's refusal has a small letter",
                        errors(it -> it.type(type -> type.replace("UnsupportedO", "unsupportedO"))),
                        "stop-flow.on-demand-spelling"),
                difference(
                        "what cannot be read is a validation error",
                        errors(it -> it.type(type -> type.replace("Serialization", "Validation"))),
                        "wire.serialization-type",
                        "wire.order"));
    }

    /** The words of messages. */
    private static List<PermittedDifference> words() {
        return List.of(
                difference(
                        "messages tell places and members",
                        errors(it -> it.message(told -> told + " Unexpected token at position (1:5) in body:line 1,"
                                + " File \"request.json\", line 1: the member <body>.name is missing, see"
                                + " C:\\nat (a:1)"))),
                difference(
                        "messages are in other words",
                        errors(it -> it.message(told -> "Das geht nicht. (" + told + ")"))),
                difference(
                        "a conflict is in few words",
                        errors(it -> it.message("No.")),
                        "delete-profile.conflict-names"));
    }

    /** Members that no schema names. */
    private static List<PermittedDifference> furtherMembers() {
        return List.of(
                difference("a delete answers an empty object", deletes(200, it -> it.json(Json.object()))),
                difference(
                        "a delete answers the documented sample",
                        deletes(
                                200,
                                it -> it.json(Json.object().put("deleted", true).putNull("flowNames")))),
                difference(
                        "a delete answers members of its own",
                        deletes(200, it -> it.json(Json.object().put("took", 3).put("note", "done")))),
                difference(
                        "a stop answers members of its own", stops(200, it -> it.members(body -> body.put("took", 3)))),
                difference(
                        "errors have members of their own",
                        errors(it -> it.members(body -> body.put("retryable", false)))));
    }

    /** Where the name of an error stands. */
    private static List<PermittedDifference> placesOfNames() {
        return List.of(
                difference("the type of an error is in __type", typeIn("__type", ""), "wire.error-type-header"),
                difference("the type of an error is in code", typeIn("code", ""), "wire.error-type-header"),
                difference(
                        "the type of an error is in __type with a namespace",
                        typeIn("__type", "com.amazonaws.appflow#"),
                        "wire.error-type-header"),
                difference(
                        "the type of an error is in the header and the body",
                        errors(it -> it.members(body -> body.put("__type", it.header(Answer.ERROR_TYPE))))),
                difference(
                        "the type of an error has a namespace",
                        errors(it -> it.type(type -> "aws.protocoltests.restjson#" + type)),
                        "wire.error-type-header"),
                difference(
                        "the type of an error has a URI",
                        errors(it ->
                                it.type(type -> type + ":http://internal.amazon.com/coral/com.amazon.coral.validate/")),
                        "wire.error-type-header"));
    }

    /** What the member of a message is called. */
    private static List<PermittedDifference> membersOfMessages() {
        return List.of(
                difference(
                        "the message has a capital",
                        errors(it -> it.text(it.text().replace("\"message\"", "\"Message\""))),
                        "wire.error-message-case"),
                difference(
                        "there are a message and a Message",
                        errors(it -> it.members(body -> body.set("Message", body.get("message"))))));
    }

    /** The spelling of JSON. */
    private static List<PermittedDifference> spellings() {
        return List.of(
                difference(
                        "JSON is indented",
                        withBody(it -> it.text(Json.object(it.text()).toPrettyString() + "\n"))),
                difference("JSON has escapes", errors(it -> it.text(it.text().replace("o", "\\u006f")))));
    }

    /** Media types. */
    private static List<PermittedDifference> mediaTypes() {
        return List.of(
                difference("answers have a charset", withBody(it -> it.contentType("application/json; charset=utf-8"))),
                difference("answers have a type in capitals", withBody(it -> it.contentType("Application/JSON"))),
                difference(
                        "answers are JSON of the older protocol",
                        withBody(it -> it.contentType("application/x-amz-json-1.1")),
                        "wire.json-exact"),
                difference(
                        "errors are problems in JSON",
                        errors(it -> it.contentType("application/problem+json")),
                        "wire.json-exact"),
                difference(
                        "answers are a vendor's JSON",
                        withBody(it -> it.contentType("application/vnd.example#2+json")),
                        "wire.json-exact"));
    }

    /** Other paths and methods. */
    private static List<PermittedDifference> otherRoutes() {
        return List.of(
                difference(
                        "other paths and methods answer 403",
                        strays(it -> it.status(403).type("AccessDeniedException")),
                        STRAY),
                difference("other methods answer 404", strays(it -> it.status(404))),
                difference("other paths answer 405", strays(it -> it.status(405)), STRAY),
                difference(
                        "other paths and methods answer no body",
                        strays(it -> it.text("").without("Content-Type")),
                        STRAY),
                difference(
                        "other paths and methods have no type",
                        strays(it -> it.without(Answer.ERROR_TYPE)),
                        "wire.error-type-header",
                        "wire.unknown-path-error",
                        "wire.method-error",
                        "wire.routing-error-type"));
    }

    /** Headers. */
    private static List<PermittedDifference> headers() {
        return List.of(
                difference(
                        "answers have headers of their own",
                        answers(it -> it.header("Server", "example")
                                .header("Set-Cookie", "a=b")
                                .header("Vary", "Accept"))),
                difference("answers have no id", answers(it -> it.without(Answer.REQUEST_ID)), "wire.request-id"));
    }

    /** How an answer goes out. */
    private static List<PermittedDifference> framings() {
        return List.of(
                difference("answers are chunked", answers(it -> it.sent(Wire.CHUNKED))),
                difference("answers are HTTP/1.0", answers(it -> it.sent(Wire.HTTP_1_0))),
                difference("headers are in lower case", answers(it -> it.sent(Wire.LOWER_CASE_HEADERS))),
                difference("answers come byte by byte", answers(it -> it.sent(Wire.IN_DRIBLETS))),
                difference("every answer ends the connection", answers(it -> it.header("Connection", "close"))),
                difference(
                        "an error ends the connection without a word",
                        answers(it -> it.isError() ? it.sent(Wire.UNANNOUNCED_END) : it)));
    }

    private static Consumer<Decisions> typeIn(String member, String namespace) {
        return errors(it -> it.members(body -> body.put(member, namespace + it.header(Answer.ERROR_TYPE)))
                .without(Answer.ERROR_TYPE));
    }

    private static Consumer<Decisions> withBody(UnaryOperator<Answer> change) {
        return answers(it -> it.body().length == 0 ? it : change.apply(it));
    }
}
