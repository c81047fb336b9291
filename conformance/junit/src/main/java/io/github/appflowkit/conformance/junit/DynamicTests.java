package io.github.appflowkit.conformance.junit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** A result as dynamic tests; apart, so that whoever does not use them needs no JUnit. */
final class DynamicTests {
    private DynamicTests() {}

    /** A container a feature, and the run as a whole. */
    static Stream<DynamicNode> of(ConformanceResult result) {
        if (result.rules().isEmpty()) {
            result.assertConformant();
        }
        Map<String, List<RuleVerdict>> byFeature = result.rules().stream()
                .collect(Collectors.groupingBy(RuleVerdict::feature, LinkedHashMap::new, Collectors.toList()));
        List<DynamicNode> nodes = new ArrayList<>();
        byFeature.forEach((feature, rules) -> nodes.add(
                DynamicContainer.dynamicContainer(feature, rules.stream().map(DynamicTests::test))));
        nodes.add(DynamicTest.dynamicTest("The run as a whole", () -> conforms(result)));
        return nodes.stream();
    }

    private static DynamicTest test(RuleVerdict rule) {
        return DynamicTest.dynamicTest(rule.id() + ": " + rule.sentence(), () -> tell(rule));
    }

    private static void tell(RuleVerdict rule) {
        if (rule.fails()) {
            throw new AssertionFailedError(rule.id() + " (" + rule.level() + ")\n" + rule.failure());
        }
        if (rule.verdict() != Verdict.PASSED && rule.verdict() != Verdict.WARNED
                || !rule.reason().isEmpty()) {
            throw new TestAbortedException(rule.verdict().label() + ": " + rule.reason());
        }
    }

    /** Tells in a line what the rules' own tests tell in full, and in full what they do not. */
    private static void conforms(ConformanceResult result) {
        String broken = result.rules().stream()
                .filter(RuleVerdict::fails)
                .map(RuleVerdict::id)
                .collect(Collectors.joining(", "));
        if (!broken.isEmpty()) {
            throw new AssertionFailedError("The endpoint does not conform: " + broken);
        }
        result.assertConformant();
    }
}
