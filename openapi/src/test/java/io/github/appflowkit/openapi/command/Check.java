package io.github.appflowkit.openapi.command;

import io.github.appflowkit.openapi.document.Document;
import io.github.appflowkit.openapi.document.Finding;
import io.github.appflowkit.openapi.lint.Lint;
import io.github.appflowkit.openapi.release.Compatibility;
import io.github.appflowkit.openapi.release.Project;
import java.util.List;
import java.util.stream.Stream;

/**
 * What holds of the documents: the rules they are written by, and what was released of the contract.
 *
 * @param problems what has to be mended, a line each, the first one first
 * @param lines what there is to tell where nothing has to be mended
 */
record Check(List<String> problems, List<String> lines) {
    private static final List<String> OTHERS = List.of("openapi/control.yaml", "openapi/service.yaml");

    /** Checks the documents of a project. */
    static Check of(Project project) {
        List<String> faults = faults(project);
        if (!faults.isEmpty()) {
            return new Check(faults, List.of());
        }
        Compatibility compatibility = Compatibility.of(project);
        return compatibility.problems().isEmpty()
                ? new Check(List.of(), compatibility.lines())
                : new Check(compatibility.problems(), List.of());
    }

    /** What breaks the rules that the documents are written by, a line each. */
    static List<String> faults(Project project) {
        Document contract = project.contract();
        List<Finding> findings = Lint.contract(contract);
        // The others refer to it, so that its faults would be theirs.
        return (findings.isEmpty() ? inOthers(project, contract) : findings.stream())
                .map(Finding::toString)
                .toList();
    }

    private static Stream<Finding> inOthers(Project project, Document contract) {
        return OTHERS.stream().map(project::document).flatMap(document -> Lint.other(document, contract).stream());
    }
}
