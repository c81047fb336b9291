package io.github.appflowkit.conformance.proof;

import static io.github.appflowkit.conformance.proof.Changes.answered;
import static io.github.appflowkit.conformance.proof.Changes.answers;
import static io.github.appflowkit.conformance.proof.Changes.fault;
import static io.github.appflowkit.conformance.proof.Changes.received;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Mistakes in media types, and in the order in which a request is checked. */
final class MediaTypeFaults {

    private MediaTypeFaults() {}

    static List<Fault> all() {
        return List.of(
                fault(
                        "a charset is refused",
                        it -> it.contentType = type -> MediaTypes.isJson(type) && !type.contains("charset"),
                        "wire.content-type"),
                fault(
                        "a second parameter is refused",
                        it -> it.contentType = type -> MediaTypes.isJson(type) && type.split(";").length < 3,
                        "wire.content-type"),
                fault(
                        "a type in upper case is refused",
                        it -> it.contentType = type -> MediaTypes.isJson(type) && type.startsWith("application/json"),
                        "wire.content-type"),
                fault(
                        "header names are compared letter by letter",
                        received(request -> request.headers().fields().containsKey("Content-Type")
                                        && request.headers().fields().keySet().stream()
                                                .noneMatch("Content-Type"::equals)
                                ? request.withoutHeader("Content-Type")
                                : request),
                        "wire.content-type"),
                fault(
                        "a charset in quotes is refused",
                        it -> it.contentType = type -> MediaTypes.isJson(type) && !type.contains("\""),
                        "wire.content-type"),
                fault(
                        "a space before a parameter is refused",
                        it -> it.contentType = type -> MediaTypes.isJson(type) && !type.contains(" ;"),
                        "wire.content-type"),
                fault(
                        "an empty parameter is refused",
                        it -> it.contentType = type -> MediaTypes.isJson(type) && !type.endsWith(";"),
                        "wire.content-type"),
                fault(
                        "a charset other than UTF-8 is refused",
                        it -> it.contentType = type -> MediaTypes.isJson(type) && !type.contains("8859"),
                        "wire.content-type"),
                types(
                        "whatever ends in +json is taken for JSON",
                        type -> type != null && bare(type).endsWith("+json")),
                types("JSON of the older protocol is taken", type -> "application/x-amz-json-1.1".equals(bare(type))),
                types("text is taken for JSON", type -> "text/plain".equals(bare(type))),
                types("XML is taken for JSON", type -> "application/xml".equals(bare(type))),
                types("a form is taken for JSON", type -> "application/x-www-form-urlencoded".equals(bare(type))),
                types("a body without a type is taken for JSON", type -> type == null),
                types("any type is taken for JSON", type -> true),
                fault(
                        "a type that only begins like JSON is taken",
                        it -> it.contentType =
                                type -> type != null && bare(type).startsWith("application/json"),
                        "wire.other-content-type"),
                fault(
                        "another type is a validation error",
                        answers(415, it -> it.status(400).type("ValidationException")),
                        "wire.other-content-type"),
                fault(
                        "another type is an internal error",
                        answers(415, it -> it.status(500).type("InternalServerException")),
                        "wire.other-content-type"),
                fault(
                        "another type acts before it is refused",
                        answered((request, answer, endpoint) -> {
                            if (answer.status() == 415) {
                                endpoint.apply(request.withHeader("Content-Type", "application/json"));
                            }
                            return answer;
                        }),
                        "wire.refused-no-effect"),
                fault(
                        "whatever may be accepted is refused",
                        refusesAccept(it -> bare(it).equals("*/*")),
                        "wire.accept",
                        "*"),
                fault(
                        "any application type is refused",
                        refusesAccept(it -> bare(it).equals("application/*")),
                        "wire.accept"),
                fault(
                        "JSON in capitals is refused where it is accepted",
                        refusesAccept(it -> it.equals("Application/JSON")),
                        "wire.accept"),
                fault(
                        "accepted types are parted by a comma and a space alone",
                        refusesAccept(it -> it.matches(".*,\\S.*")),
                        "wire.accept"),
                fault("a list of acceptable types is refused", refusesAccept(it -> it.contains(",")), "wire.accept"),
                fault(
                        "JSON must be accepted by its name",
                        it -> it.accept = accept -> accept != null && accept.contains("json"),
                        "wire.accept",
                        "*"),
                fault("it does not matter what is accepted", it -> it.accept = accept -> true, "wire.accept-refused"),
                fault(
                        "what is not acceptable is a validation error",
                        answers(406, it -> it.status(400).type("ValidationException")),
                        "wire.accept-refused"),
                fault(
                        "what is not acceptable is an internal error",
                        answers(406, it -> it.status(500).type("InternalServerException")),
                        "wire.accept-refused"),
                fault(
                        "a request acts before its answer is found not to be acceptable",
                        answered((request, answer, endpoint) -> {
                            if (answer.status() == 406) {
                                endpoint.apply(request.withoutHeader("Accept"));
                            }
                            return answer;
                        }),
                        "wire.refused-no-effect"),
                fault(
                        "the body is read before its type",
                        received(request -> {
                            if (request.isRouted()) {
                                Json.read(Json.strict(), request.body());
                            }
                            return request;
                        }),
                        "wire.order"),
                fault(
                        "what is acceptable is checked before the type of the body",
                        received(request -> {
                            if (request.isRouted() && !MediaTypes.acceptsJson(request.header("Accept"))) {
                                throw new Refusal(406, "NotAcceptableException", "Answers are JSON.");
                            }
                            return request;
                        }),
                        "wire.order"));
    }

    /** A mistake in which a body of another type is served. */
    private static Fault types(String name, Predicate<String> taken) {
        return fault(
                name,
                it -> it.contentType = type -> MediaTypes.isJson(type) || taken.test(type),
                "wire.other-content-type",
                "wire.order*");
    }

    private static Consumer<Decisions> refusesAccept(Predicate<String> which) {
        return it -> it.accept = accept -> MediaTypes.acceptsJson(accept) && (accept == null || !which.test(accept));
    }

    private static String bare(String type) {
        return type == null ? null : MediaTypes.bare(type);
    }
}
