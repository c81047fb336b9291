package io.github.appflowkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Tests bear the elements of the contract that they test as tags, and a file lists them for the suite's trace. */
class TestedElementsTest {
    private static final Path FILE = Path.of("src/main/resources/io/github/appflowkit/server/tested-elements.yaml");

    @Test
    void the_list_of_tested_elements_is_what_the_tags_say() throws IOException {
        String tagged = tagged();
        if (Boolean.getBoolean("update")) {
            Files.writeString(FILE, tagged);
        }

        assertThat(Files.readString(FILE))
                .as(
                        "%s lists the tests by the elements that they bear as tags. To write it anew: mvn -pl server -am"
                                + " test -Dtest=TestedElementsTest -Dupdate -Dsurefire.failIfNoSpecifiedTests=false",
                        FILE)
                .isEqualTo(tagged);
    }

    private static String tagged() {
        TreeMap<String, TreeSet<String>> tests = new TreeMap<>();
        TestPlan plan = LauncherFactory.create()
                .discover(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectPackage(TestedElementsTest.class.getPackageName()))
                        .build());
        plan.getRoots().forEach(root -> plan.getDescendants(root).forEach(test -> collect(test, tests)));
        StringBuilder yaml =
                new StringBuilder("# The tests of each element of the contract: written by TestedElementsTest.\n");
        tests.forEach((element, names) -> {
            yaml.append(element).append(":\n");
            names.forEach(name -> yaml.append("  - ").append(name).append('\n'));
        });
        return yaml.toString();
    }

    private static void collect(TestIdentifier test, TreeMap<String, TreeSet<String>> tests) {
        List<String> tags = test.getTags().stream().map(TestTag::getName).toList();
        test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(MethodSource.class::cast)
                .ifPresent(method -> tags.forEach(tag -> tests.computeIfAbsent(tag, none -> new TreeSet<>())
                        .add(method.getJavaClass().getSimpleName() + "." + method.getMethodName())));
    }
}
