package io.github.appflowkit.openapi.lint;

import io.github.appflowkit.openapi.document.Document;
import io.github.appflowkit.openapi.document.Finding;
import io.github.appflowkit.openapi.document.OperationPart;
import io.github.appflowkit.openapi.document.Part;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** An operation of the contract has the path and the schemas that AWS gives it: StopFlow, /stop-flow, StopFlowRequest. */
final class OperationShapes implements LintRule {
    @Override
    public Stream<Finding> check(Document document, List<Element> elements) {
        return document.operations().stream()
                .filter(operation -> !operation.id().isEmpty())
                .flatMap(operation -> Stream.concat(
                        Stream.of(
                                        path(operation),
                                        schema(operation, operation.part().get("requestBody"), "Request"),
                                        schema(operation, operation.part().at("responses", "200"), "Response"))
                                .flatMap(Optional::stream),
                        statuses(operation)));
    }

    private static Stream<Finding> statuses(OperationPart operation) {
        return operation.part().membersOf("responses").stream()
                .filter(response -> !response.name().matches("[1-5][0-9]{2}"))
                .map(response -> response.finding(operation.id() + ": '" + response.name()
                        + "' is no status: write an answer for each, such as '404'"));
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

    private static Optional<Finding> schema(OperationPart operation, Optional<Part> owner, String suffix) {
        String name = operation.id() + suffix;
        return owner.flatMap(OperationPart::json)
                .flatMap(media -> media.get("schema"))
                .filter(schema -> !schema.textOf("$ref").equals("#/components/schemas/" + name))
                .map(schema -> schema.finding(operation.id() + ": the schema is to be named " + name
                        + ": write $ref: '#/components/schemas/" + name + "'"));
    }
}
