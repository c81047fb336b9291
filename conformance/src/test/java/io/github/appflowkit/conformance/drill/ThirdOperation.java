package io.github.appflowkit.conformance.drill;

import io.github.appflowkit.conformance.rule.Catalogue;
import io.github.appflowkit.conformance.trace.Trace;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** What a maintainer writes for an operation that the contract gains: DescribeFlow. */
final class ThirdOperation {
    private static final String SERVER = "server/src/main/java/io/github/appflowkit/server/";
    private static final String SUITE = "conformance/src/main/java/io/github/appflowkit/conformance/";

    private final EditedContract contract;

    ThirdOperation(EditedContract before) {
        contract = before.thirdOperation();
    }

    EditedContract contract() {
        return contract;
    }

    /** Implements the generated interface. */
    void implement(ProjectCopy project) throws IOException {
        project.edit(
                SERVER + "http/FlowsResource.java", "    @Override\n", resource("resource.txt") + "\n    @Override\n");
    }

    /** Makes the server know the operation by its name, so that errors can be planned for it. */
    void name(ProjectCopy project) throws IOException {
        project.edit(
                SERVER + "control/Operation.java",
                "(\"StopFlow\");",
                "(\"StopFlow\"), DESCRIBE_FLOW(\"DescribeFlow\");");
        project.edit(
                "openapi/control.yaml",
                "[DeleteConnectorProfile, StopFlow]",
                "[DeleteConnectorProfile, StopFlow, DescribeFlow]");
        project.edit(
                SERVER + "http/FlowsResource.java",
                "Flow flow = store.findFlow(id)",
                "faults.meet(Operation.DESCRIBE_FLOW, id);\n        Flow flow = store.findFlow(id)");
    }

    /** Adds rules, their steps, faults that break them, and the operation to the endpoint that they are proved on. */
    void judge(ProjectCopy project) throws IOException {
        project.write(
                "conformance/src/main/resources/features/describe-flow.feature", resource("describe-flow.feature"));
        project.edit(
                SUITE + "rule/Catalogue.java",
                "\"features/stop-flow.feature\"",
                "\"features/stop-flow.feature\", \"features/describe-flow.feature\"");
        project.write(SUITE + "steps/DescribeFlowSteps.java", resource("DescribeFlowSteps.java"));
        project.edit(SUITE + "steps/Battery.java", "this::stops)", "this::stops, \"DescribeFlow\", described -> {})");
        project.write(SUITE + "proof/DescribeFaults.java", resource("DescribeFaults.java"));
        project.edit(SUITE + "proof/Faults.java", "StopFaults.all(),", "StopFaults.all(), DescribeFaults.all(),");
        project.edit(
                SUITE + "proof/AppFlow.java",
                "this::stopFlow));",
                "this::stopFlow), \"/describe-flow\", new Operation(\"DescribeFlow\", FLOW_NAME, this::describeFlow));");
        project.edit(
                SUITE + "proof/AppFlow.java",
                "    private Answer stopFlow(",
                resource("proof.txt") + "\n    private Answer stopFlow(");
    }

    /** Adds a test of the server that bears every element of the operation. */
    void test(ProjectCopy project) throws IOException {
        String tags = Trace.of(contract.read(), List.copyOf(Catalogue.load().rules())).elements().stream()
                .filter(element -> element.split("\\.")[0].equals("DescribeFlow"))
                .map(element -> "    @Tag(\"" + element + "\")\n")
                .collect(Collectors.joining());
        project.write(
                "server/src/test/java/io/github/appflowkit/server/http/DescribeFlowTest.java",
                resource("DescribeFlowTest.java").replace("    // tags\n", tags));
    }

    private static String resource(String name) {
        return EditedContract.resource("/drills/describe-flow/" + name);
    }
}
