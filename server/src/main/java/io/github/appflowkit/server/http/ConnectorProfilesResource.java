package io.github.appflowkit.server.http;

import io.github.appflowkit.contract.api.ConnectorProfilesApi;
import io.github.appflowkit.contract.model.DeleteConnectorProfileRequest;
import io.github.appflowkit.server.account.ResourceName;
import io.github.appflowkit.server.control.Operation;
import io.github.appflowkit.server.store.Store;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;

/** Serves DeleteConnectorProfile. */
@Singleton
final class ConnectorProfilesResource implements ConnectorProfilesApi {
    private final Store store;
    private final FaultInjection faults;
    private final Exchanges exchanges;
    private final DeleteResponse answer;

    @Inject
    ConnectorProfilesResource(Store store, FaultInjection faults, Exchanges exchanges, DeleteResponse answer) {
        this.store = store;
        this.faults = faults;
        this.exchanges = exchanges;
        this.answer = answer;
    }

    @Override
    public Object deleteConnectorProfile(DeleteConnectorProfileRequest request) {
        ResourceName profile = exchanges.current().names(request.getConnectorProfileName());
        faults.meet(Operation.DELETE_CONNECTOR_PROFILE, profile);
        store.deleteProfile(profile, Boolean.TRUE.equals(request.getForceDelete()));
        // A null would be answered with 204.
        return Response.ok(answer.body()).build();
    }
}
