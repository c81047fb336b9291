package io.github.appflowkit.openapi.lint;

import io.github.appflowkit.openapi.document.Document;
import io.github.appflowkit.openapi.document.Finding;
import io.github.appflowkit.openapi.document.OperationPart;
import io.github.appflowkit.openapi.document.Part;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The contract keeps to the part of OpenAPI 3.0 that its operations need, and by which every change of it is judged. */
final class Subset implements LintRule {
    private static final String WRITE_OUT = "write the schema out, or refer to one with $ref";
    private static final String OWN_SCHEMAS = "a request and an answer have schemas of their own: remove it";
    private static final String IN_BODY = "what is asked for is a member of the request's body: make it one";
    private static final String AT_TOP = "servers stand at the top of the document: move it there";
    private static final String PLAIN = "a header is plain text: remove it";
    private static final String NOTHING = "no tool here reads it: remove it";

    /** What is not used, and what to do instead. */
    private static final Map<String, Map<String, String>> LEFT_OUT = Map.of(
            "schema",
            Map.of(
                    "allOf", WRITE_OUT,
                    "anyOf", WRITE_OUT,
                    "oneOf", WRITE_OUT,
                    "not", WRITE_OUT,
                    "discriminator", WRITE_OUT,
                    "readOnly", OWN_SCHEMAS,
                    "writeOnly", OWN_SCHEMAS,
                    "xml", NOTHING),
            "path",
            Map.of("parameters", IN_BODY, "servers", AT_TOP),
            "operation",
            Map.of("parameters", IN_BODY, "servers", AT_TOP, "callbacks", NOTHING),
            "media",
            Map.of("encoding", NOTHING),
            "header",
            Map.of("style", PLAIN, "explode", PLAIN),
            "response",
            Map.of("links", NOTHING),
            "components",
            Map.of("parameters", IN_BODY, "links", NOTHING, "callbacks", NOTHING));

    @Override
    public Stream<Finding> check(Document document, List<Element> elements) {
        return Stream.of(
                        version(document).stream(),
                        elements.stream().flatMap(Subset::leftOut),
                        elements.stream().filter(element -> element.is("media")).flatMap(Subset::mediaType),
                        document.operations().stream().flatMap(Subset::statuses))
                .flatMap(findings -> findings);
    }

    private static Optional<Finding> version(Document document) {
        return document.root()
                .get("openapi")
                .filter(version -> !version.text().matches("3\\.0\\.[0-9]"))
                .map(version -> version.finding(
                        "OpenAPI '" + version.text() + "' is read otherwise than 3.0: write 'openapi: 3.0.3'"));
    }

    private static Stream<Finding> leftOut(Element element) {
        return LEFT_OUT.getOrDefault(element.kind(), Map.of()).entrySet().stream()
                .filter(word -> element.part().members().containsKey(word.getKey()))
                .map(word -> element.finding(
                        word.getKey(), "'" + word.getKey() + "' is not used in the contract: " + word.getValue()));
    }

    private static Stream<Finding> mediaType(Element media) {
        return media.part().name().equals("application/json")
                ? Stream.empty()
                : Stream.of(media.finding(
                        "a body is application/json: remove '" + media.part().name() + "'"));
    }

    private static Stream<Finding> statuses(OperationPart operation) {
        List<Part> responses = operation.part().membersOf("responses");
        Stream<Finding> wrong = responses.stream()
                .filter(response -> !response.name().matches("[245][0-9][0-9]"))
                .map(response -> response.finding(operation.id() + ": '" + response.name()
                        + "' is no status: write three digits, 2xx for the success, 4xx or 5xx for an error"));
        List<Part> successes = responses.stream()
                .filter(response -> response.name().startsWith("2"))
                .toList();
        Stream<Finding> second = successes.stream()
                .skip(1)
                .map(success -> success.finding(operation.id() + ": an operation succeeds with one status, "
                        + successes.get(0).name() + " already: remove " + success.name()));
        Stream<Finding> none = successes.isEmpty()
                ? operation.part().get("responses").stream()
                        .map(part -> part.finding(
                                operation.id() + ": the answer of a success is missing: add it under '200'"))
                : Stream.empty();
        return Stream.of(wrong, second, none).flatMap(findings -> findings);
    }
}
