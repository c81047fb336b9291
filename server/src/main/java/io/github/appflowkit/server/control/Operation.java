package io.github.appflowkit.server.control;

import java.util.Arrays;

/** The operations of the contract, by their documented names. */
public enum Operation {
    DELETE_CONNECTOR_PROFILE("DeleteConnectorProfile"),
    STOP_FLOW("StopFlow");

    private final String text;

    Operation(String text) {
        this.text = text;
    }

    /**
     * The operation of a documented name.
     *
     * @throws IllegalStateException if the contract has it, and it has no constant here yet
     */
    public static Operation of(String name) {
        return Arrays.stream(values())
                .filter(operation -> operation.text.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The contract has the operation " + name
                        + ": add its constant to " + Operation.class.getName()));
    }

    @Override
    public String toString() {
        return text;
    }
}
