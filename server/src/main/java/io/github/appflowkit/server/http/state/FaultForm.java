package io.github.appflowkit.server.http.state;

import io.github.appflowkit.contract.control.model.FaultDocument;
import io.github.appflowkit.contract.control.model.PlannedFault;
import io.github.appflowkit.server.account.Scope;
import io.github.appflowkit.server.control.Calls;
import io.github.appflowkit.server.control.Fault;
import io.github.appflowkit.server.control.FaultPlan;
import io.github.appflowkit.server.control.Operation;
import io.github.appflowkit.server.problem.Problem;
import io.github.appflowkit.server.problem.ProblemKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Translates between faults and their documented form, that of faults files and of the control API.
 *
 * @param defaults the account and region of a fault that names a resource and not where it is
 */
public record FaultForm(Scope defaults) {
    /**
     * What a form plans.
     *
     * @throws Problem if its members do not go together
     */
    public FaultPlan plan(PlannedFault form) {
        requireConsistent(form);
        boolean named = form.getName() != null;
        Calls calls = new Calls(
                form.getOperation() == null
                        ? null
                        : Operation.valueOf(form.getOperation().name()),
                form.getName(),
                form.getAccount() == null && named ? defaults.account() : form.getAccount(),
                form.getRegion() == null && named ? defaults.region() : form.getRegion());
        return new FaultPlan(
                calls,
                new Fault(
                        Duration.ofMillis(Objects.requireNonNullElse(form.getDelayMillis(), 0)),
                        error(form),
                        connection(form.getConnection())),
                Objects.requireNonNullElse(form.getShare(), 1.0),
                Objects.requireNonNullElse(form.getSeed(), 0L),
                isUntilReset(form) ? FaultPlan.UNTIL_RESET : Objects.requireNonNullElse(form.getTimes(), 1));
    }

    public static PlannedFault of(FaultPlan plan) {
        Calls calls = plan.calls();
        Fault fault = plan.fault();
        boolean shared = plan.share() < 1;
        boolean untilReset = plan.times() == FaultPlan.UNTIL_RESET;
        return new PlannedFault()
                .operation(
                        calls.operation() == null
                                ? null
                                : PlannedFault.OperationEnum.valueOf(
                                        calls.operation().name()))
                .name(calls.name())
                .account(calls.account())
                .region(calls.region())
                .share(shared ? plan.share() : null)
                .seed(shared ? plan.seed() : null)
                .error(fault.error() == null ? null : error(fault.error().kind()))
                .message(fault.error() == null ? null : fault.error().getMessage())
                .delayMillis(fault.delay().isZero() ? null : (int) fault.delay().toMillis())
                .connection(connection(fault.connection()))
                .times(untilReset ? null : Integer.valueOf(plan.times()))
                .untilReset(untilReset ? true : null);
    }

    public static FaultDocument of(List<FaultPlan> plans) {
        return new FaultDocument().faults(plans.stream().map(FaultForm::of).toList());
    }

    private static void requireConsistent(PlannedFault form) {
        boolean nothing = form.getError() == null && form.getDelayMillis() == null && form.getConnection() == null;
        if (nothing && !Objects.equals(form.getTimes(), 0)) {
            throw invalid("A fault has an error, delayMillis, or a connection.");
        }
        if (form.getError() != null && form.getConnection() == PlannedFault.ConnectionEnum.CUT) {
            throw invalid("A connection that is Cut answers no error; Truncate does.");
        }
        if (form.getOperation() == PlannedFault.OperationEnum.DELETE_CONNECTOR_PROFILE
                && form.getError() == PlannedFault.ErrorEnum.UNSUPPORTED_OPERATION_EXCEPTION) {
            throw invalid("DeleteConnectorProfile answers no UnsupportedOperationException; StopFlow does.");
        }
        if (form.getMessage() != null && form.getError() == null) {
            throw invalid("A message needs the error that it is of.");
        }
        if (form.getTimes() != null && isUntilReset(form)) {
            throw invalid("A fault that is there until a reset has no times.");
        }
    }

    private static Problem invalid(String message) {
        return new Problem(ProblemKind.INVALID, message);
    }

    private static boolean isUntilReset(PlannedFault form) {
        return Boolean.TRUE.equals(form.getUntilReset());
    }

    private static Problem error(PlannedFault form) {
        if (form.getError() == null) {
            return null;
        }
        ProblemKind kind = kind(form.getError());
        return new Problem(kind, Objects.requireNonNullElse(form.getMessage(), kind.message()));
    }

    private static Fault.Connection connection(PlannedFault.ConnectionEnum form) {
        if (form == null) {
            return Fault.Connection.KEPT;
        }
        return switch (form) {
            case CUT -> Fault.Connection.CUT;
            case TRUNCATE -> Fault.Connection.TRUNCATED;
        };
    }

    private static PlannedFault.ConnectionEnum connection(Fault.Connection connection) {
        return switch (connection) {
            case KEPT -> null;
            case CUT -> PlannedFault.ConnectionEnum.CUT;
            case TRUNCATED -> PlannedFault.ConnectionEnum.TRUNCATE;
        };
    }

    private static PlannedFault.ErrorEnum error(ProblemKind kind) {
        return Arrays.stream(PlannedFault.ErrorEnum.values())
                .filter(error -> kind(error) == kind)
                .findFirst()
                .orElseThrow();
    }

    private static ProblemKind kind(PlannedFault.ErrorEnum error) {
        return switch (error) {
            case ACCESS_DENIED_EXCEPTION -> ProblemKind.ACCESS_DENIED;
            case CONFLICT_EXCEPTION -> ProblemKind.CONFLICT;
            case INTERNAL_SERVER_EXCEPTION -> ProblemKind.INTERNAL;
            case RESOURCE_NOT_FOUND_EXCEPTION -> ProblemKind.NOT_FOUND;
            case THROTTLING_EXCEPTION -> ProblemKind.THROTTLED;
            case UNSUPPORTED_OPERATION_EXCEPTION -> ProblemKind.UNSUPPORTED;
            case VALIDATION_EXCEPTION -> ProblemKind.INVALID;
        };
    }
}
