package io.github.appflowkit.openapi.page;

import io.github.appflowkit.openapi.api.ContractFacts;
import io.github.appflowkit.openapi.api.Fact;
import io.github.appflowkit.openapi.api.Fact.Side;
import io.github.appflowkit.openapi.document.Document;
import io.github.appflowkit.openapi.document.FaultException;
import io.github.appflowkit.openapi.document.OperationPart;
import io.github.appflowkit.openapi.document.Part;
import io.github.appflowkit.openapi.release.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code openapi/CONTRACT.md}: the contract's operations as tables, for who reads and does not generate. */
public final class ContractPage {
    /** Where it stands in the project. */
    public static final String FILE = "openapi/CONTRACT.md";

    private final Document contract;
    private final Map<String, List<Fact>> facts;
    private final List<String> lines = new ArrayList<>();

    private ContractPage(Document contract) {
        this.contract = contract;
        facts = ContractFacts.of(contract).stream()
                .collect(Collectors.groupingBy(fact -> key(fact.side(), fact.element())));
    }

    /** The page of a contract. */
    public static String of(Document contract) {
        ContractPage page = new ContractPage(contract);
        page.write();
        return String.join("\n", page.lines);
    }

    /** Whether the page of a project is what its contract says. */
    public static boolean isRight(Project project) {
        Path file = project.folder().resolve(FILE);
        return Files.exists(file) && Document.textOf(file, FILE).equals(of(project.contract()));
    }

    /** Writes the page of a project anew. */
    public static void write(Project project) {
        try {
            Files.writeString(project.folder().resolve(FILE), of(project.contract()));
        } catch (IOException e) {
            throw new FaultException(FILE, "cannot be written: " + e);
        }
    }

    private void write() {
        Part info = contract.root().get("info").orElseThrow();
        add("# " + info.textOf("title"), "", "<!-- Made from appflow.yaml by the build. -->", "");
        add(info.textOf("description"), "", "Version " + contract.version() + ".", "");
        contract.operations().forEach(this::operation);
    }

    private void operation(OperationPart operation) {
        Part part = operation.part();
        add("## " + operation.id(), "", part.textOf("description"), "");
        add("`" + operation.method() + " " + operation.path() + "`", "");
        part.get("requestBody")
                .flatMap(contract::schema)
                .ifPresent(schema -> members(Side.REQUEST, operation.id(), schema));
        List<Part> responses = part.membersOf("responses");
        for (Part response : responses) {
            if (response.name().startsWith("2")) {
                Part target = contract.resolve(response).orElseThrow();
                add("Answer " + response.name() + ": " + target.textOf("description"), "");
                contract.schema(target)
                        .filter(schema -> !schema.membersOf("properties").isEmpty())
                        .ifPresent(schema -> members(Side.RESPONSE, operation.id(), schema));
            }
        }
        add("| Status | Error | Meaning |", "| --- | --- | --- |");
        responses.stream().filter(response -> !response.name().startsWith("2")).forEach(this::error);
        add("");
    }

    private void members(Side side, String operation, Part schema) {
        add(
                "| " + (side == Side.REQUEST ? "Request" : "Answer") + " | Type | Needed | Constraints | Meaning |",
                "| --- | --- | --- | --- | --- |");
        for (Part property : schema.membersOf("properties")) {
            member(side, operation + "." + property.name(), property.name(), property);
        }
        add("");
    }

    /** A member and what it holds, as far as there is something to say: one that holds itself has an end. */
    private void member(Side side, String element, String name, Part written) {
        List<Fact> said = facts.get(key(side, element));
        Optional<Part> resolved = contract.resolve(written);
        if (said == null || resolved.isEmpty()) {
            return;
        }
        Part member = resolved.get();
        boolean needed = said.stream().anyMatch(fact -> fact.aspect().equals("required"));
        row(code(name), member.textOf("type"), needed ? "yes" : "no", constraints(said), member.textOf("description"));
        for (Part property : member.membersOf("properties")) {
            member(side, element + "." + property.name(), name + "." + property.name(), property);
        }
        member.get("items").ifPresent(items -> member(side, element + "[]", name + "[]", items));
        member.get("additionalProperties").ifPresent(values -> member(side, element + "{}", name + "{}", values));
    }

    private static String constraints(List<Fact> said) {
        List<String> texts = new ArrayList<>();
        said.stream()
                .filter(fact ->
                        !fact.isEnumValue() && !List.of("type", "required").contains(fact.aspect()))
                .filter(fact -> !fact.value().equals(ContractFacts.BY_SCHEMA))
                .forEach(fact -> texts.add(fact.aspect() + " " + code(fact.value())));
        String values = said.stream()
                .filter(Fact::isEnumValue)
                .map(fact -> fact.aspect().substring(Fact.ENUM.length()))
                .collect(Collectors.joining(", "));
        if (!values.isEmpty()) {
            texts.add("one of " + values);
        }
        return String.join(", ", texts);
    }

    private static String key(Side side, String element) {
        return side + " " + element;
    }

    private void error(Part response) {
        Part target = contract.resolve(response).orElseThrow();
        List<String> names = contract.errors(target).stream().map(Part::text).toList();
        row(response.name(), String.join(", ", names), target.textOf("description"));
    }

    private void row(String... cells) {
        List<String> escaped = new ArrayList<>();
        for (String cell : cells) {
            escaped.add(cell.strip().replaceAll("\\s*\\R\\s*", " ").replace("|", "\\|"));
        }
        add("| " + String.join(" | ", escaped) + " |");
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    private void add(String... texts) {
        lines.addAll(List.of(texts));
    }
}
