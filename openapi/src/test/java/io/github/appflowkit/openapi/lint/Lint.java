package io.github.appflowkit.openapi.lint;

import io.github.appflowkit.openapi.document.Document;
import io.github.appflowkit.openapi.document.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Checks documents by the rules that they are written by. */
public final class Lint {
    private static final List<LintRule> EVERYWHERE =
            List.of(new References(), new Names(), new Descriptions(), new Patterns(), new Constraints());
    private static final List<LintRule> IN_THE_CONTRACT =
            List.of(new OperationShapes(), new BoundedTexts(), new Errors());

    private Lint() {}

    /** What breaks the rules for the contract, in the order of the document. */
    public static List<Finding> contract(Document document) {
        List<Finding> findings = check(
                document,
                Stream.concat(EVERYWHERE.stream(), IN_THE_CONTRACT.stream()).toList());
        // An example is only held against schemas that can be used.
        return findings.isEmpty() ? check(document, List.of(new Examples())) : findings;
    }

    /**
     * What breaks the rules for a document that is no part of Amazon AppFlow, in the order of the document.
     *
     * @param contract what it may refer to
     */
    public static List<Finding> other(Document document, Document contract) {
        return check(document.besides(contract), EVERYWHERE);
    }

    /** Rules can only be checked on what has the form of OpenAPI, so that a broken form is all that is told. */
    private static List<Finding> check(Document document, List<LintRule> rules) {
        Grammar.Parsed parsed = Grammar.parse(document);
        Stream<Finding> findings = parsed.findings().isEmpty()
                ? rules.stream().flatMap(rule -> rule.check(document, parsed.elements()))
                : parsed.findings().stream();
        return findings.distinct()
                .sorted(Comparator.comparingInt(
                                (Finding finding) -> finding.place().line())
                        .thenComparingInt(finding -> finding.place().column()))
                .toList();
    }
}
