package io.github.appflowkit.openapi.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.oas.OpenApi30;
import io.github.appflowkit.openapi.document.Document;
import io.github.appflowkit.openapi.document.Finding;
import io.github.appflowkit.openapi.document.OperationPart;
import io.github.appflowkit.openapi.document.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every request, every answer and every error of the contract has an example that fits its schema; one of an error is
 * called by the error's name. What the documentation itself shows and contradicts is marked as such.
 */
final class Examples implements LintRule {
    /** Marks an example that is known to break its schema. */
    static final String CONTRADICTS = "x-contradicts-schema";

    @Override
    public Stream<Finding> check(Document document, List<Element> elements) {
        Map<String, Part> bodies = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (OperationPart operation : document.operations()) {
            operation
                    .part()
                    .get("requestBody")
                    .ifPresent(request -> named(document, operation.id() + " request", request, bodies, findings));
            for (Part response : operation.part().membersOf("responses")) {
                named(document, operation.id() + " " + response.name(), response, bodies, findings);
            }
        }
        bodies.forEach((label, body) -> fit(document, label, body, findings));
        return findings.stream();
    }

    /** Notes the body of a request or of an answer, once where several share it, and what it has no example for. */
    private static void named(
            Document document, String label, Part owner, Map<String, Part> bodies, List<Finding> findings) {
        Optional<Part> target = document.resolve(owner);
        Optional<Part> body = target.flatMap(OperationPart::json);
        if (body.isEmpty() || bodies.values().stream().anyMatch(known -> known == body.get())) {
            return;
        }
        bodies.put(label, body.get());
        List<String> examples =
                body.get().membersOf("examples").stream().map(Part::name).toList();
        if (examples.isEmpty()) {
            findings.add(body.get().finding(label + ": there is no example: add one under 'examples'"));
            return;
        }
        target.map(document::errors).orElse(List.of()).stream()
                .filter(error -> !examples.contains(error.text()))
                .forEach(error -> findings.add(body.get()
                        .get("examples")
                        .orElseThrow()
                        .finding(label + ": there is no example of " + error.text()
                                + ": add one that is called so under 'examples'")));
    }

    private static void fit(Document document, String label, Part body, List<Finding> findings) {
        JsonNode json = json(document.text());
        String schema = body.get("schema").map(part -> part.textOf("$ref")).orElse("");
        for (Part example : body.membersOf("examples")) {
            Optional<Part> target = document.resolve(example);
            if (target.isEmpty() || schema.isEmpty()) {
                continue;
            }
            boolean marked = target.get().textOf(CONTRADICTS).equals("true");
            List<String> problems =
                    problems(document, schema, json.at(target.get().pointer().substring(1) + "/value"));
            if (!problems.isEmpty() && !marked) {
                findings.add(example.finding(label + ": the example '" + example.name() + "' does not fit its schema: "
                        + String.join("; ", problems)));
            } else if (problems.isEmpty() && marked) {
                findings.add(example.finding(
                        label + ": the example '" + example.name() + "' fits its schema: remove " + CONTRADICTS));
            }
        }
    }

    private static List<String> problems(Document document, String schema, JsonNode value) {
        String iri = "https://contract.invalid/document.yaml";
        JsonSchemaFactory schemas = JsonSchemaFactory.getInstance(
                VersionFlag.V4,
                builder -> builder.metaSchema(OpenApi30.getInstance())
                        .defaultMetaSchemaIri(OpenApi30.getInstance().getIri())
                        .schemaLoaders(loaders -> loaders.schemas(Map.of(iri, document.text()))));
        return schemas
                .getSchema(
                        SchemaLocation.of(iri + schema),
                        SchemaValidatorsConfig.builder().build())
                .validate(value)
                .stream()
                .map(problem -> problem.getMessage().replaceFirst("^(?:/|: )", ""))
                .sorted()
                .toList();
    }

    private static JsonNode json(String text) {
        try {
            return new YAMLMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException("a text that was read before", e);
        }
    }
}
