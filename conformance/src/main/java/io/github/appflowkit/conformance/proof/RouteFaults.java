package io.github.appflowkit.conformance.proof;

import static io.github.appflowkit.conformance.proof.Changes.answered;
import static io.github.appflowkit.conformance.proof.Changes.answers;
import static io.github.appflowkit.conformance.proof.Changes.fault;
import static io.github.appflowkit.conformance.proof.Changes.received;
import static io.github.appflowkit.conformance.proof.Changes.refused;
import static io.github.appflowkit.conformance.proof.Changes.strays;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Mistakes in telling which requests are to an operation: by path, query and method. */
final class RouteFaults {

    private static final String OPERATIONS = "(/delete-connector-profile|/stop-flow)";

    private RouteFaults() {}

    static List<Fault> all() {
        return List.of(
                paths("a path that goes on is served", path -> path.replaceFirst("^" + OPERATIONS + ".+", "$1")),
                paths("a path below is served", path -> path.replaceFirst("^" + OPERATIONS + "/.+", "$1")),
                paths("a path with a letter more is served", path -> path.replaceFirst("^" + OPERATIONS + "s$", "$1")),
                paths(
                        "the end of a path is taken for a format",
                        path -> path.replaceFirst("^" + OPERATIONS + "\\.json$", "$1")),
                paths(
                        "a path that ends like an operation's is served",
                        path -> path.replaceFirst("^.+" + OPERATIONS, "$1")),
                paths("a path in another case is served", path -> path.toLowerCase(Locale.ROOT)),
                fault(
                        "any path is served, by the members of the body",
                        received(request ->
                                request.withPath(path -> request.text().contains("\"flowName\"")
                                        ? "/stop-flow"
                                        : request.text().contains("\"connectorProfileName\"")
                                                ? "/delete-connector-profile"
                                                : path)),
                        "wire.other-route-no-effect",
                        "delete-profile.name-required",
                        "stop-flow.name-required"),
                methods("GET is served", "GET"),
                methods("PUT is served", "PUT"),
                methods("PATCH is served", "PATCH"),
                methods("DELETE is served", "DELETE"),
                methods("HEAD is served", "HEAD"),
                methods("any method is served", "(?!OPTIONS).*"),
                fault(
                        "another method acts before it is refused",
                        answered((request, answer, endpoint) -> {
                            if (answer.status() == 405) {
                                endpoint.apply(request.withMethod("POST"));
                            }
                            return answer;
                        }),
                        "wire.other-route-no-effect"),
                fault(
                        "an unknown path answers 200",
                        answers(404, answer -> answer.isStray() ? answer.cleared() : answer),
                        "wire.path-exact",
                        "wire.unknown-path-error",
                        "wire.other-route-no-effect"),
                fault(
                        "an unknown path is an internal error",
                        strays(it -> it.status() == 404 ? it.status(500).type("InternalServerException") : it),
                        "wire.path-exact",
                        "wire.unknown-path-error",
                        "wire.other-route-no-effect"),
                fault(
                        "an unknown path is moved elsewhere",
                        strays(it ->
                                it.status() == 404 ? it.cleared().status(301).header("Location", "/") : it),
                        "wire.path-exact",
                        "wire.unknown-path-error",
                        "wire.other-route-no-effect"),
                fault(
                        "an unknown path is a validation error",
                        strays(it -> it.status() == 404 ? it.status(400).type("ValidationException") : it),
                        "wire.unknown-path-error"),
                fault(
                        "an unknown path is a resource that is not found",
                        strays(it -> it.status() == 404 ? it.type("ResourceNotFoundException") : it),
                        "wire.unknown-path-error"),
                fault(
                        "another method answers 200",
                        answers(405, Answer::cleared),
                        "wire.method-exact",
                        "wire.method-error",
                        "wire.other-route-no-effect"),
                fault(
                        "another method answers 501",
                        answers(405, it -> it.status(501)),
                        "wire.method-exact",
                        "wire.method-error",
                        "wire.other-route-no-effect"),
                fault(
                        "another method is an internal error",
                        answers(405, it -> it.status(500).type("InternalServerException")),
                        "wire.method-exact",
                        "wire.method-error",
                        "wire.other-route-no-effect"),
                fault(
                        "another method without a name is an internal error",
                        refused(
                                it -> !it.method().equals("POST") && it.text().equals("{}"),
                                500,
                                "InternalServerException"),
                        "wire.method-exact"),
                fault(
                        "another method is a validation error",
                        answers(405, it -> it.status(400).type("ValidationException")),
                        "wire.method-error"),
                fault(
                        "a trailing slash is another path",
                        refused(it -> it.path().matches(OPERATIONS + "/"), 404, "UnknownOperationException"),
                        "wire.trailing-slash"),
                fault(
                        "a trailing slash is redirected",
                        answered((request, answer, endpoint) -> request.path().matches(OPERATIONS + "/")
                                ? answer.cleared()
                                        .status(308)
                                        .header("Location", request.path().replaceFirst("/$", ""))
                                : answer),
                        "wire.trailing-slash"),
                fault(
                        "a query is another path",
                        refused(it -> it.query() != null, 404, "UnknownOperationException"),
                        "wire.query-ignored"),
                fault(
                        "an unknown parameter is refused",
                        refused(it -> it.query() != null, 400, "ValidationException"),
                        "wire.query-ignored"));
    }

    /** A mistake in which other paths are served as an operation. */
    private static Fault paths(String name, UnaryOperator<String> change) {
        return fault(
                name, received(request -> request.withPath(change)), "wire.path-exact", "wire.other-route-no-effect*");
    }

    /** A mistake in which other methods are served as POST. */
    private static Fault methods(String name, String methods) {
        Consumer<Decisions> change =
                received(request -> request.method().matches(methods) ? request.withMethod("POST") : request);
        return fault(name, change, "wire.method-exact", "wire.method-error*", "wire.other-route-no-effect*");
    }
}
