package io.github.appflowkit.server.control;

/** The operations of the contract, by their documented names. */
public enum Operation {
    DELETE_CONNECTOR_PROFILE("DeleteConnectorProfile"),
    STOP_FLOW("StopFlow");

    private final String text;

    Operation(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
