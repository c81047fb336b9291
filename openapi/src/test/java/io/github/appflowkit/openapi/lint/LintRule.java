package io.github.appflowkit.openapi.lint;

import io.github.appflowkit.openapi.document.Document;
import io.github.appflowkit.openapi.document.Finding;
import java.util.List;
import java.util.stream.Stream;

/** One rule that documents are written by. */
interface LintRule {
    /**
     * What breaks the rule.
     *
     * @param document the document
     * @param elements everything in it that OpenAPI knows
     */
    Stream<Finding> check(Document document, List<Element> elements);
}
