package io.github.appflowkit.openapi.page;

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

/** {@code openapi/CONTRACT.md}: the contract's operations as tables, for who reads and does not generate. */
public final class ContractPage {
    /** Where it stands in the project. */
    public static final String FILE = "openapi/CONTRACT.md";

    private static final List<String> CONSTRAINTS = List.of("minLength", "maxLength", "pattern");

    private final Document contract;
    private final List<String> lines = new ArrayList<>();

    private ContractPage(Document contract) {
        this.contract = contract;
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
        part.get("requestBody").flatMap(contract::schema).ifPresent(schema -> members("Request", schema));
        List<Part> responses = part.membersOf("responses");
        for (Part response : responses) {
            if (response.name().startsWith("2")) {
                Part target = contract.resolve(response).orElseThrow();
                add("Answer " + response.name() + ": " + target.textOf("description"), "");
                contract.schema(target)
                        .filter(schema -> !schema.membersOf("properties").isEmpty())
                        .ifPresent(schema -> members("Answer", schema));
            }
        }
        add("| Status | Error | Meaning |", "| --- | --- | --- |");
        responses.stream().filter(response -> !response.name().startsWith("2")).forEach(this::error);
        add("");
    }

    private void members(String title, Part schema) {
        add("| " + title + " | Type | Needed | Constraints | Meaning |", "| --- | --- | --- | --- | --- |");
        List<String> required = schema.textsOf("required");
        for (Part property : schema.membersOf("properties")) {
            Part member = contract.resolve(property).orElseThrow();
            row(
                    code(property.name()),
                    member.textOf("type"),
                    required.contains(property.name()) ? "yes" : "no",
                    constraints(member),
                    member.textOf("description"));
        }
        add("");
    }

    private static String constraints(Part member) {
        List<String> texts = new ArrayList<>();
        CONSTRAINTS.forEach(name -> member.get(name).ifPresent(value -> texts.add(name + " " + code(value.text()))));
        List<String> values = member.textsOf("enum");
        if (!values.isEmpty()) {
            texts.add("one of " + String.join(", ", values));
        }
        return String.join(", ", texts);
    }

    private void error(Part response) {
        Part target = contract.resolve(response).orElseThrow();
        List<String> names = contract.errors(response).stream().map(Part::text).toList();
        row(response.name(), String.join(", ", names), target.textOf("description"));
    }

    private void row(String... cells) {
        List<String> escaped = new ArrayList<>();
        for (String cell : cells) {
            escaped.add(cell.replace("|", "\\|"));
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
