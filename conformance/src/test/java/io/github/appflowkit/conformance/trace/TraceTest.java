package io.github.appflowkit.conformance.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.appflowkit.conformance.proof.Fault;
import io.github.appflowkit.conformance.proof.Faults;
import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.rule.Contract;
import io.github.appflowkit.conformance.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TraceTest {
    private static final Contract CONTRACT = Contract.load();
    private static final List<Rule> RULES = Catalogue.load().rules();
    private static final List<Fault> FAULTS = Faults.all();
    private static final Map<String, List<String>> SERVER_TESTS = ServerTests.load();

    @Test
    void everything_hangs_together() {
        assertThat(Trace.load().dangling()).isEmpty();
    }

    @Test
    void an_element_leads_to_its_rules_their_faults_and_the_server_s_tests_of_it_and_its_parts() {
        Trace trace = Trace.load();

        assertThat(trace.rulesOf("StopFlow.flowName.maxLength"))
                .extracting(Rule::id)
                .containsExactly("stop-flow.name-length");
        assertThat(trace.faultsOf(trace.rulesOf("StopFlow.flowName.maxLength")))
                .contains("names of any length are valid");
        assertThat(trace.serverTestsOf("StopFlow.flowName.maxLength"))
                .contains("OperationsTest.length_counts_code_points");
        assertThat(trace.serverTestsOf("StopFlow.404")).isNotEmpty();
    }

    @Test
    void a_rule_has_the_tests_of_its_own_elements_and_those_of_their_parts_only_where_there_are_no_others() {
        Rule stops = rule("stop-flow.scheduled-stopped");
        Map<String, List<String>> tests = Map.of("StopFlow.200", List.of("A.stops"), "StopFlow.404", List.of("A.none"));
        Trace trace = new Trace(CONTRACT, RULES, FAULTS, tests);

        assertThat(stops.covers()).containsExactly("StopFlow", "StopFlow.200");
        assertThat(trace.serverTestsOf("StopFlow")).containsExactly("A.none", "A.stops");
        assertThat(trace.serverTestsOf(stops)).containsExactly("A.stops");
        assertThat(new Trace(CONTRACT, RULES, FAULTS, Map.of("StopFlow.404", List.of("A.none"))).serverTestsOf(stops))
                .containsExactly("A.none");
    }

    @Test
    void an_element_stands_where_the_document_names_it() {
        List<String> lines = CONTRACT.text().lines().toList();
        Trace trace = Trace.load();

        assertThat(trace.elements()).isNotEmpty().allSatisfy(element -> {
            String[] steps = element.split("\\.");
            // A required member stands in the list of those, by its name.
            String word = steps[steps.length - 1].equals("required") ? steps[1] : steps[steps.length - 1];
            assertThat(trace.placeOf(element)).matches("openapi/appflow\\.yaml:\\d+");
            int line = Integer.parseInt(trace.placeOf(element).split(":")[1]);
            assertThat(lines.get(line - 1)).contains(word);
        });
    }

    @Test
    void a_rule_stands_where_its_feature_names_it_and_what_it_covers() {
        assertThat(RULES).isNotEmpty().allSatisfy(rule -> {
            assertThat(line(RulePlaces.of(rule))).contains("@rule:" + rule.id() + " ");
            for (String element : rule.covers()) {
                assertThat(line(RulePlaces.of(rule, element)) + " ").contains("@covers:" + element + " ");
            }
        });
    }

    @Test
    void a_rule_that_is_gone_leaves_its_elements_and_its_faults() {
        List<Rule> fewer = RULES.stream()
                .filter(rule -> !rule.id().equals("stop-flow.name-length"))
                .toList();

        assertThat(new Trace(CONTRACT, fewer, FAULTS, SERVER_TESTS).dangling())
                .anyMatch(line -> line.matches(
                        "openapi/appflow\\.yaml:\\d+: StopFlow\\.flowName\\.maxLength: no rule covers it\\..*"))
                .anyMatch(
                        line -> line.startsWith("conformance/src/main/java/io/github/appflowkit/conformance/proof: The"
                                + " fault \"names of any length are valid\": it breaks the rule stop-flow.name-length, which"
                                + " there is not."));
    }

    @Test
    void a_rule_that_no_fault_proves_is_named() {
        List<Fault> fewer = FAULTS.stream()
                .filter(fault -> !fault.rules().contains("stop-flow.name-length"))
                .toList();

        assertThat(new Trace(CONTRACT, RULES, fewer, SERVER_TESTS).dangling())
                .anyMatch(line -> line.startsWith("conformance/src/main/resources/features/stop-flow.feature:")
                        && line.endsWith(": stop-flow.name-length: no fault proves it. Add one in"
                                + " conformance/src/main/java/io/github/appflowkit/conformance/proof."));
    }

    @Test
    void a_rule_of_an_operation_that_covers_nothing_is_named() {
        Rule length = rule("stop-flow.name-length");
        Rule idle = new Rule(
                length.id(),
                length.sentence(),
                length.level(),
                length.evidence(),
                length.since(),
                length.source(),
                List.of(),
                List.of(),
                length.feature(),
                false,
                length.tags(),
                length.scenarios());

        assertThat(new Trace(CONTRACT, List.of(idle), List.of(), Map.of()).dangling())
                .contains(RulePlaces.of(length)
                        + ": stop-flow.name-length: it covers no element of the contract. Add @covers: with what it is"
                        + " about, such as @covers:StopFlow.");
    }

    @Test
    void a_fault_of_rules_that_are_not_there_is_named() {
        Fault fault = new Fault("nothing is right", List.of("stop-flow.*", "gone.*"), () -> null);

        assertThat(new Trace(CONTRACT, RULES, List.of(fault), SERVER_TESTS).dangling())
                .filteredOn(line -> line.contains("nothing is right"))
                .singleElement()
                .asString()
                .endsWith("it breaks the rule gone.*, which there is not. Mend the id, or remove the fault.");
    }

    @Test
    void a_member_that_is_gone_leaves_every_rule_about_it() {
        Contract less = Contract.of(CONTRACT.text().replace("forceDelete:", "force:"));

        assertThat(new Trace(less, RULES, FAULTS, SERVER_TESTS).dangling())
                .filteredOn(line -> line.contains(": it covers DeleteConnectorProfile.forceDelete.type, which"))
                .extracting(line -> line.split(": ")[1])
                .contains(
                        "delete-profile.force-type",
                        "delete-profile.not-forced",
                        "delete-profile.force-member",
                        "delete-profile.forced",
                        "delete-profile.forced-unused",
                        "delete-profile.forced-keeps-flows",
                        "delete-profile.force-string");
    }

    @Test
    void the_build_goes_on_when_all_hangs_together_and_else_fails_with_the_first_loose_end() {
        List<Rule> fewer = RULES.stream()
                .filter(rule -> !rule.id().equals("stop-flow.name-length"))
                .toList();

        assertThatCode(BuildTrace::main).doesNotThrowAnyException();
        assertThatIllegalStateException()
                .isThrownBy(() -> BuildTrace.check(new Trace(CONTRACT, fewer, FAULTS, SERVER_TESTS)))
                .withMessageContaining(": StopFlow.flowName.maxLength: no rule covers it.")
                .withMessageContaining(" (the first of ");
    }

    @Test
    void an_element_without_a_test_and_a_test_without_an_element_are_named() {
        Map<String, List<String>> tests = new HashMap<>(SERVER_TESTS);
        tests.remove("StopFlow.flowName.maxLength");
        tests.put("StopFlow.410.GoneException", List.of("GoneTest.it_is_gone"));

        assertThat(new Trace(CONTRACT, RULES, FAULTS, tests).dangling())
                .containsExactly(
                        Trace.load().placeOf("StopFlow.flowName.maxLength")
                                + ": StopFlow.flowName.maxLength: no test of the server bears it as a tag. Add"
                                + " @Tag(\"StopFlow.flowName.maxLength\") to one in server/src/test/java.",
                        "server/src/test/java: GoneTest.it_is_gone: tagged with StopFlow.410.GoneException, which the contract does not hold."
                                + " Mend the tag, or remove it.");
    }

    private static Rule rule(String id) {
        return RULES.stream().filter(rule -> rule.id().equals(id)).findFirst().orElseThrow();
    }

    /** The line of a file at a place that is told from the project's folder. */
    private static String line(String place) throws IOException {
        String[] parts = place.split(":");
        return Files.readAllLines(Path.of("..", parts[0])).get(Integer.parseInt(parts[1]) - 1);
    }
}
