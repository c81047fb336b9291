package io.github.appflowkit.openapi.lint;

import io.github.appflowkit.openapi.document.Document;
import io.github.appflowkit.openapi.document.Finding;
import io.github.appflowkit.openapi.document.OperationPart;
import io.github.appflowkit.openapi.document.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An operation of the contract documents every error that it answers: those that all operations have in common, and
 * those that its description names; each by the header that bears its name, under one status.
 */
final class Errors implements LintRule {
    private static final Map<String, String> COMMON = new TreeMap<>(Map.of(
            "AccessDeniedException", "403",
            "InternalServerException", "500",
            "SerializationException", "400",
            "ThrottlingException", "429",
            "ValidationException", "400"));

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Za-z]*Exception");

    @Override
    public Stream<Finding> check(Document document, List<Element> elements) {
        return document.operations().stream().flatMap(operation -> check(document, operation).stream());
    }

    private static List<Finding> check(Document document, OperationPart operation) {
        List<Finding> findings = new ArrayList<>();
        Map<String, String> documented = new TreeMap<>();
        for (Part response : operation.part().membersOf("responses")) {
            if (response.name().matches("[45].*")) {
                document.resolve(response)
                        .ifPresent(error -> names(document, operation, response, error, findings)
                                .forEach(name -> note(documented, operation, response, name, findings)));
            }
        }
        Part responses = operation.part().get("responses").orElse(operation.part());
        COMMON.forEach((name, status) -> {
            if (!status.equals(documented.get(name))) {
                findings.add(responses.finding(
                        operation.id() + ": " + status + " " + name + " is missing, which every operation answers"));
            }
        });
        operation
                .part()
                .get("description")
                .ifPresent(description -> NAME.matcher(description.text())
                        .results()
                        .map(MatchResult::group)
                        .distinct()
                        .filter(name -> !documented.containsKey(name))
                        .forEach(name -> findings.add(description.finding(operation.id() + ": the description names "
                                + name + ", and no response does: add it to the " + OperationPart.ERROR_TYPE
                                + " of its status, or take it out of the description"))));
        return findings;
    }

    /** The errors of a response; empty, and a finding, if it names none. */
    private static List<String> names(
            Document document, OperationPart operation, Part response, Part error, List<Finding> findings) {
        String label = operation.id() + " " + response.name() + ": ";
        Optional<Part> header = error.at("headers", OperationPart.ERROR_TYPE).flatMap(document::resolve);
        List<Part> names = document.errors(response);
        if (names.isEmpty()) {
            findings.add(response.finding(
                    label + "the header " + OperationPart.ERROR_TYPE + " with the enum of its errors is missing"));
        } else if (!header.orElseThrow().textOf("required").equals("true")) {
            findings.add(header.get().finding(label + OperationPart.ERROR_TYPE + " is to be 'required: true'"));
        }
        names.stream()
                .filter(name -> !NAME.matcher(name.text()).matches())
                .forEach(name -> findings.add(
                        name.finding(label + "'" + name.text() + "' is not written like ConflictException")));
        if (OperationPart.json(error).flatMap(media -> media.get("schema")).isEmpty()) {
            findings.add(response.finding(label + "the schema of the error's JSON body is missing"));
        }
        return names.stream().map(Part::text).toList();
    }

    private static void note(
            Map<String, String> documented, OperationPart operation, Part response, String name, List<Finding> found) {
        String other = documented.putIfAbsent(name, response.name());
        if (other != null && !other.equals(response.name())) {
            found.add(response.finding(operation.id() + ": " + name + " has the status " + other + " already, and "
                    + response.name() + " here: an error has one"));
        }
    }
}
