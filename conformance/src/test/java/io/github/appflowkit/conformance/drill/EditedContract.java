package io.github.appflowkit.conformance.drill;

import io.github.appflowkit.conformance.rule.Contract;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The contract as a maintainer may change it.
 *
 * @param text its text
 */
record EditedContract(String text) {
    /** The contract as it is. */
    static EditedContract unchanged() {
        return new EditedContract(resource("/openapi/appflow.yaml"));
    }

    /** The same with the first of these words, after some others, replaced. */
    EditedContract with(String after, String words, String others) {
        int from = text.indexOf(after);
        int at = from < 0 ? -1 : text.indexOf(words, from);
        if (at < 0) {
            throw new IllegalArgumentException("The contract has no " + words + " after " + after);
        }
        return new EditedContract(text.substring(0, at) + others + text.substring(at + words.length()));
    }

    /** The same under a version that may break what was right. */
    EditedContract breaking() {
        return with("info:", "version: 1.", "version: 2.");
    }

    /** Where the first of these words stand, as the build tells it. */
    String place(String words) {
        String before = text.substring(0, text.indexOf(words));
        long line = before.chars().filter(character -> character == '\n').count() + 1;
        return "openapi/appflow.yaml:" + line + ":" + (before.length() - before.lastIndexOf('\n'));
    }

    EditedContract longerFlowNames() {
        return with("        flowName:", "maxLength: 256", "maxLength: 300");
    }

    EditedContract flowNamesThatBeginWithALetter() {
        return with("        flowName:", "^[a-zA-Z0-9]", "^[a-zA-Z]");
    }

    EditedContract optionalRequestMember() {
        return with("    StopFlowRequest:", "      properties:\n", """
                      properties:
                        dryRun:
                          description: Whether nothing is to be stopped.
                          type: boolean
                """);
    }

    EditedContract requiredResponseMember() {
        return with("    StopFlowResponse:", "flowStatus]", "flowStatus, stoppedBy]")
                .with("    StopFlowResponse:", "      properties:\n", """
                              properties:
                                stoppedBy:
                                  description: Who stopped the flow.
                                  type: string
                                  minLength: 1
                        """);
    }

    EditedContract renamedOperation() {
        return with("paths:", "operationId: StopFlow", "operationId: HaltFlow");
    }

    EditedContract renamedThroughout() {
        return new EditedContract(text.replace("StopFlow", "HaltFlow").replace("/stop-flow", "/halt-flow"));
    }

    EditedContract moreErrors() {
        return with(
                        "operationId: StopFlow",
                        "UnsupportedOperationException]",
                        "UnsupportedOperationException, FlowBusyException]")
                .with("operationId: StopFlow", "                UnsupportedOperationException:\n", """
                                        FlowBusyException:
                                          summary: The flow is being changed.
                                          value: {message: Flow name is being changed.}
                                        UnsupportedOperationException:
                        """);
    }

    EditedContract fewerErrors() {
        return with("operationId: StopFlow", ", UnsupportedOperationException]", "]")
                .with("operationId: StopFlow", """
                                        UnsupportedOperationException:
                                          summary: The flow runs on demand.
                                          value: {message: 'Flow name cannot be stopped: it runs on demand.'}
                        """, "");
    }

    EditedContract thirdOperation() {
        return with("", "paths:\n", "paths:\n" + resource("/drills/describe-flow/path.yaml"))
                .with("components:", "    FlowStatus:\n", """
                            DescribeFlowRequest:
                              description: Names the flow to show.
                              type: object
                              required: [flowName]
                              properties:
                                flowName:
                                  $ref: '#/components/schemas/StopFlowRequest/properties/flowName'
                            DescribeFlowResponse:
                              description: The flow as it is.
                              type: object
                              required: [flowStatus]
                              properties:
                                flowStatus:
                                  $ref: '#/components/schemas/FlowStatus'
                            FlowStatus:
                        """);
    }

    Contract read() {
        return Contract.of(text);
    }

    static String resource(String name) {
        try (InputStream in = EditedContract.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
