package io.github.appflowkit.server.flow;

import io.github.appflowkit.server.account.ResourceName;
import io.github.appflowkit.server.account.Scope;
import io.github.appflowkit.server.problem.Problem;
import io.github.appflowkit.server.problem.ProblemKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A flow as it is at one moment: what starts it, its status, and the names of the connector profiles that it uses.
 *
 * @param source the profile that it reads from, or null
 * @param destinations the profiles that it writes to
 */
public record Flow(ResourceName id, Trigger trigger, FlowStatus status, String source, List<String> destinations) {
    public Flow {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(trigger, "trigger");
        Objects.requireNonNull(status, "status");
        destinations = List.copyOf(destinations);
    }

    /** The problem of a flow that nobody created, or that is gone. */
    public static Problem missing(ResourceName id) {
        return new Problem(ProblemKind.NOT_FOUND, "Flow " + id.name() + " does not exist in " + id.scope() + ".");
    }

    /**
     * This flow once it is stopped.
     *
     * @throws Problem if it cannot be
     */
    public Flow stopped() {
        if (status == FlowStatus.DELETED) {
            throw missing(id);
        }
        if (trigger == Trigger.ON_DEMAND) {
            throw new Problem(ProblemKind.UNSUPPORTED, "Flow " + id.name() + " cannot be stopped: it runs on demand.");
        }
        return switch (status) {
            case ACTIVE, ERRORED, SUSPENDED -> new Flow(id, trigger, FlowStatus.SUSPENDED, source, destinations);
            case DRAFT, DEPRECATED, DELETED ->
                throw new Problem(
                        ProblemKind.CONFLICT,
                        "Flow " + id.name() + " cannot be stopped: its status is " + status + ".");
        };
    }

    /** The profiles that are in use by this flow: none if it is deleted. */
    public Set<ResourceName> profiles() {
        Set<ResourceName> used = new LinkedHashSet<>();
        if (status != FlowStatus.DELETED) {
            sourceProfile().map(id.scope()::name).ifPresent(used::add);
            destinations.forEach(destination -> used.add(id.scope().name(destination)));
        }
        return used;
    }

    public Optional<String> sourceProfile() {
        return Optional.ofNullable(source);
    }

    /** The Amazon Resource Name of a flow. */
    public static String arn(ResourceName id) {
        Scope scope = id.scope();
        return "arn:aws:appflow:" + scope.region() + ":" + scope.account() + ":flow/" + id.name();
    }
}
