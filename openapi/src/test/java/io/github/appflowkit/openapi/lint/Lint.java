package io.github.appflowkit.openapi.lint;

import io.github.appflowkit.openapi.document.Document;
import io.github.appflowkit.openapi.document.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks documents by the rules that they are written by, in stages: what stands on something broken is not checked, so
 * that the cause alone is told.
 */
public final class Lint {
    private static final List<LintRule> LINKS = List.of(new References());
    private static final List<LintRule> EVERYWHERE =
            List.of(new Usage(), new Names(), new Descriptions(), new Patterns(), new Types(), new Constraints());
    private static final List<LintRule> IN_THE_CONTRACT =
            List.of(new Subset(), new OperationShapes(), new BoundedTexts(), new Errors());
    private static final List<LintRule> SAMPLES = List.of(new Examples());

    private Lint() {}

    /** What breaks the rules for the contract, in the order of the document. */
    public static List<Finding> contract(Document document) {
        List<LintRule> rules =
                Stream.concat(EVERYWHERE.stream(), IN_THE_CONTRACT.stream()).toList();
        return check(document, List.of(LINKS, rules, SAMPLES));
    }

    /**
     * What breaks the rules for a document that is no part of Amazon AppFlow, in the order of the document.
     *
     * @param contract what it may refer to
     */
    public static List<Finding> other(Document document, Document contract) {
        return check(document.besides(contract), List.of(LINKS, EVERYWHERE));
    }

    private static List<Finding> check(Document document, List<List<LintRule>> stages) {
        Grammar.Parsed parsed = Grammar.parse(document);
        List<Finding> findings = parsed.findings();
        for (List<LintRule> stage : stages) {
            if (findings.isEmpty()) {
                findings = stage.stream()
                        .flatMap(rule -> rule.check(document, parsed.elements()))
                        .toList();
            }
        }
        return findings.stream()
                .distinct()
                .sorted(Comparator.comparingInt(
                                (Finding finding) -> finding.place().line())
                        .thenComparingInt(finding -> finding.place().column()))
                .toList();
    }
}
