package io.github.appflowkit.server.junit;

import software.amazon.awssdk.services.appflow.AppflowClient;
import software.amazon.awssdk.services.appflow.model.ConflictException;

/** What the example tests: an application's own code, which pauses an export before its source is removed. */
final class NightlyExport {
    private final AppflowClient appflow;

    NightlyExport(AppflowClient appflow) {
        this.appflow = appflow;
    }

    void pause() {
        appflow.stopFlow(request -> request.flowName("nightly-export"));
    }

    /** Removes the source; tells whether it was, since one in use is kept. */
    boolean removeSource(boolean force) {
        try {
            appflow.deleteConnectorProfile(
                    request -> request.connectorProfileName("crm").forceDelete(force));
            return true;
        } catch (ConflictException inUse) {
            return false;
        }
    }
}
