package io.github.appflowkit.openapi.command;

import io.github.appflowkit.openapi.document.Finding;
import io.github.appflowkit.openapi.lint.Lint;
import io.github.appflowkit.openapi.release.Project;
import java.util.List;
import java.util.stream.Stream;

/**
 * What holds of the documents: the rules that they are written by.
 *
 * @param problems what has to be mended, a line each, the first one first
 */
record Check(List<String> problems) {
    private static final List<String> OTHERS = List.of("openapi/control.yaml", "openapi/service.yaml");

    /** Checks the documents of a project. */
    static Check of(Project project) {
        List<Finding> findings = Stream.concat(
                        Lint.contract(project.contract()).stream(),
                        OTHERS.stream().map(project::document).flatMap(document -> Lint.other(document).stream()))
                .toList();
        return new Check(findings.stream().map(Finding::toString).toList());
    }
}
