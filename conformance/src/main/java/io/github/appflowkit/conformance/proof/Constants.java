package io.github.appflowkit.conformance.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** Endpoints that know nothing of the operations, whatever they answer. */
public final class Constants {

    private Constants() {}

    /**
     * Endpoints where both operations answer every request alike, and where all else is right: the state control API,
     * other paths and other methods. A rule that passes there has not looked at what an operation does.
     */
    public static List<Constant> operations() {
        List<Constant> constants = new ArrayList<>();
        for (String type : List.of("ValidationException", "SerializationException", "UnsupportedOperationException")) {
            constants.add(operation("400 " + type, it -> refusal(400, type)));
        }
        constants.add(
                operation("400 ServiceNotAvailableException", it -> refusal(400, "ServiceNotAvailableException")));
        constants.add(operation("404 ResourceNotFoundException", it -> refusal(404, "ResourceNotFoundException")));
        constants.add(operation("409 ConflictException", it -> refusal(409, "ConflictException")));
        constants.add(operation("500 InternalServerException", it -> refusal(500, "InternalServerException")));
        for (int status : List.of(400, 404, 500)) {
            constants.add(operation(
                    status + " without a type", it -> refusal(status, "").without(Answer.ERROR_TYPE)));
            constants.add(
                    operation(status + " without a body", it -> Answer.empty().status(status)));
        }
        constants.add(operation("200 without a body", it -> identified(Answer.empty())));
        constants.add(operation("200 with an empty object", it -> identified(Answer.of(Json.object()))));
        constants.add(operation("200 with a flow that is suspended", Constants::suspended));
        return constants;
    }

    /** Endpoints that serve no operation at all, and answer every path alike. */
    public static List<Constant> catchAlls() {
        return List.of(
                catchAll("400 ValidationException", it -> refusal(400, "ValidationException")),
                catchAll("400 without a type", it -> refusal(400, "").without(Answer.ERROR_TYPE)),
                catchAll("404 ResourceNotFoundException", it -> refusal(404, "ResourceNotFoundException")),
                catchAll("404 without a body", it -> Answer.empty().status(404)),
                catchAll("500 InternalServerException", it -> refusal(500, "InternalServerException")),
                catchAll("500 without a body", it -> Answer.empty().status(500)),
                catchAll("200 without a body", it -> Answer.empty()),
                catchAll("200 with an empty object", it -> Answer.of(Json.object())),
                catchAll("an object store: 404 in XML", Constants::noSuchBucket),
                catchAll("a web application: 200 with its page", Constants::page),
                catchAll("another service: 404 in JSON", Constants::noSuchPath));
    }

    private static Constant operation(String name, Function<Request, Answer> answer) {
        Consumer<Decisions> change = it ->
                it.around = (request, endpoint) -> request.isRouted() ? answer.apply(request) : endpoint.apply(request);
        return new Constant(name, () -> new RightEndpoint(change));
    }

    private static Constant catchAll(String name, Function<Request, Answer> answer) {
        return new Constant(
                name, () -> RightEndpoint.alone(it -> it.around = (request, endpoint) -> answer.apply(request)));
    }

    private static Answer refusal(int status, String type) {
        return identified(Answer.of(new Refusal(status, type, "This request is not served.")));
    }

    private static Answer identified(Answer answer) {
        return answer.identified(UUID.randomUUID());
    }

    private static Answer suspended(Request request) {
        String arn = Scope.of(request).arn("nightly");
        return identified(Answer.of(Json.object().put("flowArn", arn).put("flowStatus", "Suspended")));
    }

    private static Answer noSuchBucket(Request request) {
        return Answer.empty()
                .status(404)
                .contentType("application/xml")
                .text("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>NoSuchBucket</Code>"
                        + "<Message>The specified bucket does not exist</Message><BucketName>"
                        + request.path().substring(1) + "</BucketName><RequestId>" + UUID.randomUUID()
                        + "</RequestId></Error>");
    }

    private static Answer page(Request request) {
        return Answer.empty()
                .contentType("text/html; charset=utf-8")
                .text("<!doctype html><html><head><title>App</title></head>"
                        + "<body><div id=\"root\"></div><script src=\"/main.js\"></script></body></html>");
    }

    private static Answer noSuchPath(Request request) {
        return Answer.of(Json.object()
                        .put("timestamp", System.currentTimeMillis())
                        .put("error", "Not Found")
                        .put("path", request.path()))
                .status(404);
    }
}
