package io.github.appflowkit.server.http;

import io.github.appflowkit.contract.api.FlowsApi;
import io.github.appflowkit.contract.model.FlowStatus;
import io.github.appflowkit.contract.model.StopFlowRequest;
import io.github.appflowkit.contract.model.StopFlowResponse;
import io.github.appflowkit.server.account.ResourceName;
import io.github.appflowkit.server.control.Operation;
import io.github.appflowkit.server.flow.Flow;
import io.github.appflowkit.server.store.Store;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Serves StopFlow. */
@Singleton
final class FlowsResource implements FlowsApi {
    private final Store store;
    private final FaultInjection faults;
    private final Exchanges exchanges;

    @Inject
    FlowsResource(Store store, FaultInjection faults, Exchanges exchanges) {
        this.store = store;
        this.faults = faults;
        this.exchanges = exchanges;
    }

    @Override
    public StopFlowResponse stopFlow(StopFlowRequest request) {
        ResourceName id = exchanges.current().names(request.getFlowName());
        faults.meet(Operation.STOP_FLOW, id);
        return new StopFlowResponse()
                .flowArn(Flow.arn(id))
                .flowStatus(FlowStatus.fromValue(store.stopFlow(id).toString()));
    }
}
