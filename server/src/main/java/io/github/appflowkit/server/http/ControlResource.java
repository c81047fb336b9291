package io.github.appflowkit.server.http;

import io.github.appflowkit.contract.control.api.ControlApi;
import io.github.appflowkit.contract.control.model.ConnectorProfileState;
import io.github.appflowkit.contract.control.model.FaultDocument;
import io.github.appflowkit.contract.control.model.FlowState;
import io.github.appflowkit.contract.control.model.JournalEntry;
import io.github.appflowkit.contract.control.model.PlannedFault;
import io.github.appflowkit.contract.control.model.RequestJournal;
import io.github.appflowkit.contract.control.model.ResourceSelector;
import io.github.appflowkit.contract.control.model.StateDocument;
import io.github.appflowkit.server.account.ResourceName;
import io.github.appflowkit.server.account.Scope;
import io.github.appflowkit.server.control.Calls;
import io.github.appflowkit.server.control.FaultPlan;
import io.github.appflowkit.server.control.Journal;
import io.github.appflowkit.server.control.ServedRequest;
import io.github.appflowkit.server.flow.Flow;
import io.github.appflowkit.server.http.state.FaultForm;
import io.github.appflowkit.server.http.state.SharedFaults;
import io.github.appflowkit.server.http.state.StateForm;
import io.github.appflowkit.server.problem.Problem;
import io.github.appflowkit.server.problem.ProblemKind;
import io.github.appflowkit.server.profile.ConnectorProfile;
import io.github.appflowkit.server.store.State;
import io.github.appflowkit.server.store.Store;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;

/** Serves the state control API. */
final class ControlResource implements ControlApi {
    private final Store store;
    private final SharedFaults faults;
    private final Journal journal;
    private final Reset reset;
    private final Exchanges exchanges;

    @Inject
    ControlResource(Store store, SharedFaults faults, Journal journal, Reset reset, Exchanges exchanges) {
        this.store = store;
        this.faults = faults;
        this.journal = journal;
        this.reset = reset;
        this.exchanges = exchanges;
    }

    @Override
    public ConnectorProfileState putConnectorProfile(ConnectorProfileState body) {
        ConnectorProfile profile = form().profile(body);
        requireReached(profile.id().scope());
        store.put(profile);
        return StateForm.of(profile);
    }

    @Override
    public FlowState putFlow(FlowState body) {
        Flow flow = form().flow(body);
        requireReached(flow.id().scope());
        store.put(flow);
        return StateForm.of(flow);
    }

    @Override
    public StateDocument removeResources(ResourceSelector selector) {
        if (selector.getConnectorProfileName() == null && selector.getFlowName() == null) {
            throw new Problem(ProblemKind.INVALID, "Name a connectorProfileName, a flowName, or both.");
        }
        return select(selector, store::removeProfile, store::removeFlow);
    }

    @Override
    public StateDocument describeState(ResourceSelector selector) {
        if (selector.getConnectorProfileName() == null && selector.getFlowName() == null) {
            return everything(selector);
        }
        return select(selector, store::findProfile, store::findFlow);
    }

    @Override
    public StateDocument resetState() {
        if (!exchanges.current().reachesEverything()) {
            throw new Problem(
                    ProblemKind.ACCESS_DENIED, "A reset is for all accounts: it needs the server's control token.");
        }
        return StateForm.of(reset.run());
    }

    @Override
    public PlannedFault planFault(PlannedFault body) {
        FaultPlan plan = new FaultForm(exchanges.current().caller()).plan(body);
        if (!reaches(plan.calls())) {
            throw new Problem(
                    ProblemKind.ACCESS_DENIED,
                    "A fault for other accounts than the one that the request is signed for needs the server's"
                            + " control token.");
        }
        faults.plan(plan);
        return FaultForm.of(plan);
    }

    @Override
    public FaultDocument listFaults() {
        return FaultForm.of(
                faults.plans().stream().filter(plan -> reaches(plan.calls())).toList());
    }

    private boolean reaches(Calls calls) {
        return calls.account() == null
                ? exchanges.current().reachesEverything()
                : exchanges.current().reaches(form().scope(calls.account(), calls.region()));
    }

    @Override
    public RequestJournal listRequests() {
        return new RequestJournal()
                .requests(journal.requests().stream()
                        .filter(request -> exchanges.current().reaches(request.caller()))
                        .map(ControlResource::entry)
                        .toList());
    }

    /** Lets a caller who proved to be of one account name only what that has. */
    private void requireReached(Scope scope) {
        if (!exchanges.current().reaches(scope)) {
            throw new Problem(
                    ProblemKind.ACCESS_DENIED,
                    "The account " + scope.account() + " is not the one that the request is signed for.");
        }
    }

    private StateForm form() {
        return new StateForm(exchanges.current().caller());
    }

    /** All accounts and regions that the caller reaches, except where the selector names one. */
    private StateDocument everything(ResourceSelector selector) {
        State all = store.snapshot();
        return StateForm.of(new State(
                all.profiles().stream()
                        .filter(profile -> selects(selector, profile.id().scope()))
                        .toList(),
                all.flows().stream()
                        .filter(flow -> selects(selector, flow.id().scope()))
                        .toList()));
    }

    private boolean selects(ResourceSelector selector, Scope scope) {
        return exchanges.current().reaches(scope)
                && (selector.getAccount() == null || selector.getAccount().equals(scope.account()))
                && (selector.getRegion() == null || selector.getRegion().equals(scope.region()));
    }

    private StateDocument select(
            ResourceSelector selector,
            Function<ResourceName, Optional<ConnectorProfile>> profiles,
            Function<ResourceName, Optional<Flow>> flows) {
        Scope scope = form().scope(selector.getAccount(), selector.getRegion());
        requireReached(scope);
        return StateForm.of(new State(
                Optional.ofNullable(selector.getConnectorProfileName()).map(scope::name).flatMap(profiles).stream()
                        .toList(),
                Optional.ofNullable(selector.getFlowName()).map(scope::name).flatMap(flows).stream()
                        .toList()));
    }

    private static JournalEntry entry(ServedRequest request) {
        return new JournalEntry()
                .requestId(request.id())
                .time(request.arrival().atOffset(ZoneOffset.UTC))
                .operation(request.operation().toString())
                .name(request.resource())
                .account(request.caller().account())
                .region(request.caller().region())
                .status(request.status())
                .errorType(request.errorType())
                .micros(request.duration().toNanos() / 1_000);
    }
}
