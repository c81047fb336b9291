package io.github.appflowkit.conformance.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What a maintainer who changes the contract is told by the build and by the suite, and where; and that nothing else has
 * to be edited where nothing is told. With {@code -Dproof=drills}, for each drill builds a copy of the project.
 */
@EnabledIfSystemProperty(named = "proof", matches = ".*drills.*", disabledReason = "-Dproof=drills")
@Execution(ExecutionMode.SAME_THREAD)
class ChangeDrillsTest {
    private static final EditedContract CONTRACT = EditedContract.unchanged();
    private static final String ACCESS_DENIED =
            "        '403':\n          $ref: '#/components/responses/AccessDenied'\n";
    private static final String GENERATED =
            "openapi/target/generated-sources/openapi/src/main/java/io/github/appflowkit/contract/";

    @Test
    void a_longer_name_moves_server_and_suite() throws IOException {
        EditedContract longer = CONTRACT.longerFlowNames();
        try (ProjectCopy project = new ProjectCopy("longer-name")) {
            project.contract(longer);

            // The suite asks by the new contract what the server still refuses by the old one.
            assertFails(project.suiteAlone("run", "--rule", "stop-flow.name-length"), "400 ValidationException");
            assertPasses(
                    contractBuild(project),
                    longer.place("maxLength: 300") + ": compatible: StopFlow.flowName.maxLength was 256 and is 300",
                    "its release has to be 1.1.0 or higher");
            assertPasses(project.suite("run", "--strict"), "Conformant");
            assertPasses(project.suite("prove", "--quick", "--rule", "stop-flow.name-length"), "1 of 1 rule proved");
        }
    }

    @Test
    void a_tighter_pattern_moves_server_and_suite_under_a_new_major_version() throws IOException {
        EditedContract tighter = CONTRACT.flowNamesThatBeginWithALetter();
        try (ProjectCopy project = new ProjectCopy("tighter-pattern")) {
            project.contract(tighter);
            assertFails(
                    project.contract("check"),
                    tighter.place("pattern: '^[a-zA-Z][") + ": breaking: StopFlow.flowName.pattern was ",
                    "undo it, or raise the version to 2.0.0 (" + CONTRACT.place("version: ") + ")");

            project.contract(tighter.breaking());
            assertFails(project.suiteAlone("run", "--rule", "stop-flow.name-*"), "404 ResourceNotFoundException");
            assertPasses(contractBuild(project));
            assertPasses(project.suite("run", "--strict"), "Conformant");
            assertPasses(project.suite("prove", "--quick", "--rule", "stop-flow.name-*"), "rules proved");
        }
    }

    @Test
    void an_optional_member_of_a_request_changes_its_type_and_nothing_else() throws IOException {
        try (ProjectCopy project = new ProjectCopy("optional-member")) {
            project.contract(CONTRACT.optionalRequestMember());

            assertPasses(contractBuild(project), ": compatible: ");
            assertThat(project.read(GENERATED + "model/StopFlowRequest.java")).contains("public Boolean getDryRun()");
            assertPasses(project.suite("run", "--strict", "--operation", "StopFlow"), "Conformant");
            assertPasses(project.suite("trace"), "StopFlow.dryRun.type: no rule judges this optional member");
        }
    }

    @Test
    void a_required_member_of_an_answer_that_no_resource_fills_fails_the_server() throws IOException {
        EditedContract more = CONTRACT.requiredResponseMember();
        try (ProjectCopy project = new ProjectCopy("required-member")) {
            project.contract(more);
            assertFails(
                    project.contract("check"),
                    "StopFlow 200: the example 'suspended' does not fit its schema: required property 'stoppedBy' not found");

            more = more.with(
                    "suspended:",
                    "flowStatus: Suspended\n",
                    "flowStatus: Suspended\n                    stoppedBy: me\n");
            project.contract(more);
            assertFails(
                    project.contract("check"),
                    more.place("stoppedBy:\n") + ": breaking: ",
                    "raise the version to 2.0.0");

            project.contract(more.breaking());
            assertPasses(contractBuild(project));
            assertFails(
                    project.suite("run", "--operation", "StopFlow"),
                    "stop-flow.answer-members",
                    "required property 'stoppedBy' not found");
            assertFails(
                    project.suite("trace"),
                    "StopFlow.stoppedBy.required: no rule covers it. Write one in"
                            + " conformance/src/main/resources/features/stop-flow.feature");
        }
    }

    @Test
    void a_renamed_operation_does_not_compile_in_its_resource() throws IOException {
        try (ProjectCopy project = new ProjectCopy("renamed-operation")) {
            EditedContract renamed = CONTRACT.renamedOperation();
            project.contract(renamed);
            assertFails(
                    project.contract("check"),
                    renamed.place("operationId: HaltFlow")
                            + ": the operation HaltFlow is served at /halt-flow, not at /stop-flow",
                    "write $ref: '#/components/schemas/HaltFlowRequest'");

            project.contract(CONTRACT.renamedThroughout().breaking());
            assertFails(
                    project.contract("check"),
                    "openapi/control.yaml:",
                    "'appflow.yaml#/components/schemas/StopFlowRequest/properties/flowName' leads nowhere");

            project.edit("openapi/control.yaml", "schemas/StopFlowRequest", "schemas/HaltFlowRequest");
            assertFails(
                    project.maven("-pl", "openapi,server/picocli,server", "compile"),
                    "FlowsResource.java:[",
                    "HaltFlowRequest");
        }
    }

    @Test
    void a_third_operation_is_asked_for_piece_by_piece() throws IOException {
        ThirdOperation third = new ThirdOperation(CONTRACT);
        try (ProjectCopy project = new ProjectCopy("third-operation")) {
            // The document is not whole.
            project.contract(third.contract().with("/describe-flow:", ACCESS_DENIED, ""));
            assertFails(
                    project.contract("check"),
                    "DescribeFlow: 403 AccessDeniedException is missing, which every operation answers");

            // It is, and nothing implements what is generated from it.
            project.contract(third.contract());
            assertFails(
                    project.maven("-pl", "openapi,server/picocli,server", "compile"),
                    "FlowsResource.java:[",
                    "describeFlow(");

            // It is implemented, and the server does not know it by its name.
            third.implement(project);
            assertPasses(project.maven("-pl", "openapi,server/picocli,server", "compile"));
            assertFails(
                    project.suite("run", "--rule", "stop-flow.unknown-refused"),
                    "The contract has the operation DescribeFlow: add its constant to"
                            + " io.github.appflowkit.server.control.Operation");

            // It does; rules, tests and what the suite asks of every operation are missing.
            third.name(project);
            assertPasses(project.maven("-pl", "openapi,server/picocli,server", "compile"));
            assertPasses(project.suite("run", "--rule", "stop-flow.unknown-refused"), "Conformant");
            assertFails(
                    project.suite("trace"),
                    "DescribeFlow.404.ResourceNotFoundException: no rule covers it. Write one in"
                            + " conformance/src/main/resources/features/describe-flow.feature (a new one: add it to Catalogue.FEATURES)",
                    "DescribeFlow.404.ResourceNotFoundException: no test of the server bears it as a tag.");
            assertFails(
                    project.suite("run", "--rule", "wire.error-body"),
                    "The contract has the operation DescribeFlow: say how to ask for its answers in"
                            + " io.github.appflowkit.conformance.steps.Battery");
        }
    }

    @Test
    void a_third_operation_that_has_it_all_is_judged() throws IOException {
        ThirdOperation third = new ThirdOperation(CONTRACT);
        try (ProjectCopy project = new ProjectCopy("third-operation-judged")) {
            project.copy("server/src/test");
            project.copy("conformance/src/main");
            project.contract(third.contract());
            third.implement(project);
            third.name(project);
            third.test(project);
            assertPasses(project.maven(
                    "-pl",
                    "openapi,server/picocli,server",
                    "test",
                    "-Dtest=DescribeFlowTest,RoutingTest,TestedElementsTest",
                    "-Dsurefire.failIfNoSpecifiedTests=false",
                    "-Dupdate"));

            // The build traces it before any test of the suite runs.
            third.judge(project);
            assertPasses(project.maven("-pl", "openapi,server/picocli,server,conformance", "process-classes"));
            assertPasses(project.suite("run", "--strict"), "DescribeFlow 4 rules: 4 passed", "Conformant");
            assertPasses(project.suite("prove", "--quick", "--rule", "describe-flow.*"), "4 of 4 rules proved");
        }
    }

    private static ProjectCopy.Said contractBuild(ProjectCopy project) throws IOException {
        ProjectCopy.Said said = project.maven("-pl", "openapi", "process-classes");
        assertThat(said.text()).doesNotContain("Thanks for using OpenAPI Generator");
        return said;
    }

    private static void assertPasses(ProjectCopy.Said said, String... told) {
        assertThat(said.code()).as(said.text()).isZero();
        List.of(told).forEach(words -> assertThat(said.text()).contains(words));
    }

    private static void assertFails(ProjectCopy.Said said, String... told) {
        assertThat(said.code()).as(said.text()).isNotZero();
        List.of(told).forEach(words -> assertThat(said.text()).contains(words));
    }
}
