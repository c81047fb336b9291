package io.github.appflowkit.openapi.lint;

import io.github.appflowkit.openapi.document.Document;
import io.github.appflowkit.openapi.document.Finding;
import io.github.appflowkit.openapi.document.OperationPart;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Operations and components are named as AWS names its own: FlowStatus; members and schemes: flowStatus. */
final class Names implements LintRule {
    private static final Pattern UPPER = Pattern.compile("[A-Z][A-Za-z0-9]*");
    private static final Pattern LOWER = Pattern.compile("[a-z][A-Za-z0-9]*");

    @Override
    public Stream<Finding> check(Document document, List<Element> elements) {
        return Stream.concat(elements.stream().flatMap(Names::name), twice(document.operations()));
    }

    private static Stream<Finding> name(Element element) {
        if (element.is("operation")) {
            return wrong(element, "operationId", element.part().textOf("operationId"), UPPER, "StopFlow");
        }
        String name = element.part().name();
        if (element.isComponent()) {
            return element.is("scheme")
                    ? wrong(element, name, name, LOWER, "sigv4")
                    : wrong(element, name, name, UPPER, "FlowStatus");
        }
        return element.isProperty() ? wrong(element, name, name, LOWER, "flowStatus") : Stream.empty();
    }

    private static Stream<Finding> wrong(Element element, String member, String name, Pattern form, String example) {
        return name.isEmpty() || form.matcher(name).matches()
                ? Stream.empty()
                : Stream.of(element.finding(member, "the name '" + name + "' is not written like " + example));
    }

    private static Stream<Finding> twice(List<OperationPart> operations) {
        Set<String> seen = new HashSet<>();
        return operations.stream()
                .filter(operation -> !operation.id().isEmpty() && !seen.add(operation.id()))
                .map(operation -> operation
                        .part()
                        .get("operationId")
                        .orElseThrow()
                        .finding("the operationId '" + operation.id() + "' is taken already: choose another"));
    }
}
