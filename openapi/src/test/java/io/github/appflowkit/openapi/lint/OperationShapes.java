package io.github.appflowkit.openapi.lint;

import io.github.appflowkit.openapi.document.Document;
import io.github.appflowkit.openapi.document.Finding;
import io.github.appflowkit.openapi.document.OperationPart;
import io.github.appflowkit.openapi.document.Part;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An operation of the contract has the path and the schemas that AWS gives it: StopFlow, /stop-flow, StopFlowRequest; all
 * errors have one.
 */
final class OperationShapes implements LintRule {
    /** What every error answers. */
    private static final String ERROR = "ErrorResponse";

    @Override
    public Stream<Finding> check(Document document, List<Element> elements) {
        return document.operations().stream()
                .filter(operation -> !operation.id().isEmpty())
                .flatMap(operation -> Stream.concat(path(operation).stream(), schemas(document, operation)));
    }

    private static Stream<Finding> schemas(Document document, OperationPart operation) {
        Stream<Optional<Finding>> request = operation.part().get("requestBody").stream()
                .map(body -> schema(document, operation, body, operation.id() + "Request"));
        Stream<Optional<Finding>> responses = operation.part().membersOf("responses").stream()
                .map(response -> schema(
                        document,
                        operation,
                        response,
                        response.name().startsWith("2") ? operation.id() + "Response" : ERROR));
        return Stream.concat(request, responses).flatMap(Optional::stream);
    }

    private static Optional<Finding> path(OperationPart operation) {
        String path =
                "/" + operation.id().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        return operation.path().equals(path)
                ? Optional.empty()
                : Optional.of(operation
                        .part()
                        .get("operationId")
                        .orElseThrow()
                        .finding("the operation " + operation.id() + " is served at " + path + ", not at "
                                + operation.path() + ": rename one of them"));
    }

    private static Optional<Finding> schema(Document document, OperationPart operation, Part owner, String name) {
        return document.resolve(owner)
                .flatMap(OperationPart::json)
                .flatMap(media -> media.get("schema"))
                .filter(schema -> !schema.textOf("$ref").equals("#/components/schemas/" + name))
                .map(schema -> schema.finding(operation.id() + ": the schema is to be named " + name
                        + ": write $ref: '#/components/schemas/" + name + "'"));
    }
}
