package io.github.appflowkit.openapi.api;

import io.github.appflowkit.openapi.api.Fact.Side;
import io.github.appflowkit.openapi.document.Document;
import io.github.appflowkit.openapi.document.OperationPart;
import io.github.appflowkit.openapi.document.Part;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an OpenAPI document promises: all that it says but words for people. */
public final class ContractFacts {
    /** The value of what is there or is not, as an error or a value of an enum. */
    public static final String THERE = "documented";
    /** The value of {@code additionalProperties} that is a schema of its own. */
    public static final String BY_SCHEMA = "of a schema";
    /** The body of every error, whose members are its. */
    public static final String ERROR = "error";

    private final Document document;
    private final SchemaFacts facts;

    private ContractFacts(Document document) {
        this.document = document;
        facts = new SchemaFacts(document);
    }

    /** The facts of a document, in its order. */
    public static List<Fact> of(Document document) {
        ContractFacts reader = new ContractFacts(document);
        document.root().get("servers").map(Part::items).orElse(List.of()).forEach(reader::server);
        document.operations().forEach(reader::operation);
        return reader.facts.all();
    }

    private void server(Part server) {
        String url = server.textOf("url");
        facts.add(Side.SERVER, url, "url", url, server);
        for (Part variable : server.membersOf("variables")) {
            SchemaFacts.promises(variable)
                    .forEach(said ->
                            facts.add(Side.SERVER, url, variable.name() + "." + said.name(), said.written(), said));
        }
    }

    private void operation(OperationPart operation) {
        String id = operation.id();
        Part at = operation.part().get("operationId").orElse(operation.part());
        facts.add(Side.OPERATION, id, "method", operation.method(), at);
        facts.add(Side.OPERATION, id, "path", operation.path(), at);
        operation
                .part()
                .get("deprecated")
                .ifPresent(part -> facts.add(Side.OPERATION, id, "deprecated", part.text(), part));
        security(id, operation.part());
        operation.part().get("requestBody").ifPresent(body -> request(id, body));
        for (Part response : operation.part().membersOf("responses")) {
            Optional<Part> target = document.resolve(response);
            if (response.name().startsWith("2")) {
                facts.add(Side.OPERATION, id, "status", response.name(), response);
                target.ifPresent(answer -> headers(id, answer));
                target.flatMap(document::schema)
                        .ifPresent(schema -> facts.body(Side.RESPONSE, id + Fact.RESPONSE_BODY, id, schema));
            } else {
                target.ifPresent(error -> error(id, response, error));
            }
        }
    }

    private void request(String id, Part body) {
        document.schema(body).ifPresent(schema -> {
            String element = id + Fact.REQUEST_BODY;
            document.resolve(body)
                    .flatMap(target -> target.get("required"))
                    .ifPresent(required -> facts.add(Side.REQUEST, element, "required", required.text(), required));
            facts.body(Side.REQUEST, element, id, schema);
        });
    }

    private void error(String id, Part response, Part error) {
        document.errors(error)
                .forEach(name -> facts.add(Side.ERROR, id, response.name() + "." + name.text(), THERE, name));
        facts.add(Side.HEADER, id + "." + response.name(), "status", response.name(), response);
        headers(id + "." + response.name(), error);
        document.schema(error).ifPresent(schema -> facts.body(Side.ERROR, ERROR, ERROR, schema));
    }

    private void headers(String owner, Part response) {
        for (Part written : response.membersOf("headers")) {
            String element = owner + "." + written.name();
            facts.add(Side.HEADER, element, "name", written.name(), written);
            document.resolve(written).ifPresent(header -> {
                header.get("schema").ifPresent(schema -> facts.member(Side.HEADER, element, schema));
                facts.constraints(Side.HEADER, element, header);
            });
        }
    }

    /** Who may call: whoever has what one of the alternatives asks for. */
    private void security(String id, Part operation) {
        Optional<Part> security =
                operation.get("security").or(() -> document.root().get("security"));
        List<Part> alternatives = security.map(Part::items).orElse(List.of());
        if (alternatives.isEmpty()) {
            facts.add(Side.OPERATION, id, Fact.SECURITY + "none", THERE, security.orElse(operation));
        }
        for (Part alternative : alternatives) {
            String asked = alternative.members().values().stream()
                    .map(scheme -> scheme(scheme) + (scheme.items().isEmpty() ? "" : " " + scheme.written()))
                    .sorted()
                    .collect(Collectors.joining(" and "));
            facts.add(Side.OPERATION, id, Fact.SECURITY + (asked.isEmpty() ? "none" : asked), THERE, alternative);
        }
    }

    /** What a security scheme asks for, whatever it is called. */
    private String scheme(Part use) {
        return document.root().at("components", "securitySchemes", use.name()).flatMap(document::resolve).stream()
                .flatMap(SchemaFacts::promises)
                .map(said -> said.name() + " " + said.written())
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
