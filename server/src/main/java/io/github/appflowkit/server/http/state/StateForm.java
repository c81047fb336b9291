package io.github.appflowkit.server.http.state;

import io.github.appflowkit.contract.control.model.ConnectorProfileState;
import io.github.appflowkit.contract.control.model.FlowState;
import io.github.appflowkit.contract.control.model.StateDocument;
import io.github.appflowkit.server.account.Scope;
import io.github.appflowkit.server.flow.Flow;
import io.github.appflowkit.server.flow.FlowStatus;
import io.github.appflowkit.server.flow.Trigger;
import io.github.appflowkit.server.profile.ConnectorProfile;
import io.github.appflowkit.server.store.State;
import java.util.List;
import java.util.Objects;

/**
 * Translates between state and its documented form, that of state files and of the control API.
 *
 * @param defaults the account and region of what names none
 */
public record StateForm(Scope defaults) {
    public Scope scope(String account, String region) {
        return new Scope(
                Objects.requireNonNullElse(account, defaults.account()),
                Objects.requireNonNullElse(region, defaults.region()));
    }

    public ConnectorProfile profile(ConnectorProfileState form) {
        return new ConnectorProfile(scope(form.getAccount(), form.getRegion()).name(form.getName()));
    }

    public Flow flow(FlowState form) {
        return new Flow(
                scope(form.getAccount(), form.getRegion()).name(form.getName()),
                trigger(form.getTrigger()),
                form.getStatus() == null ? FlowStatus.ACTIVE : status(form.getStatus()),
                form.getSource(),
                Objects.requireNonNullElse(form.getDestinations(), List.of()));
    }

    public static ConnectorProfileState of(ConnectorProfile profile) {
        Scope scope = profile.id().scope();
        return new ConnectorProfileState()
                .name(profile.id().name())
                .account(scope.account())
                .region(scope.region());
    }

    public static FlowState of(Flow flow) {
        Scope scope = flow.id().scope();
        return new FlowState()
                .name(flow.id().name())
                .account(scope.account())
                .region(scope.region())
                .trigger(FlowState.TriggerEnum.valueOf(flow.trigger().name()))
                .status(FlowState.StatusEnum.valueOf(flow.status().name()))
                .source(flow.source())
                .destinations(flow.destinations());
    }

    public static StateDocument of(State state) {
        return new StateDocument()
                .connectorProfiles(state.profiles().stream().map(StateForm::of).toList())
                .flows(state.flows().stream().map(StateForm::of).toList());
    }

    private static Trigger trigger(FlowState.TriggerEnum form) {
        return switch (form) {
            case ON_DEMAND -> Trigger.ON_DEMAND;
            case SCHEDULED -> Trigger.SCHEDULED;
            case EVENT -> Trigger.EVENT;
        };
    }

    private static FlowStatus status(FlowState.StatusEnum form) {
        return switch (form) {
            case ACTIVE -> FlowStatus.ACTIVE;
            case DEPRECATED -> FlowStatus.DEPRECATED;
            case DELETED -> FlowStatus.DELETED;
            case DRAFT -> FlowStatus.DRAFT;
            case ERRORED -> FlowStatus.ERRORED;
            case SUSPENDED -> FlowStatus.SUSPENDED;
        };
    }
}
