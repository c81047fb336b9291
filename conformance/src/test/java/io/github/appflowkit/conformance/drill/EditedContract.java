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
        try (InputStream in = EditedContract.class.getResourceAsStream("/openapi/appflow.yaml")) {
            return new EditedContract(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    EditedContract longerFlowNames() {
        return with("        flowName:", "maxLength: 256", "maxLength: 300");
    }

    EditedContract flowNamesThatBeginWithALetter() {
        return with("        flowName:", "^[a-zA-Z0-9]", "^[a-zA-Z]").breaking();
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
                        """)
                .breaking();
    }

    EditedContract renamedOperation() {
        return with("paths:", "operationId: StopFlow", "operationId: HaltFlow").breaking();
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

    Contract read() {
        return Contract.of(text);
    }
}
