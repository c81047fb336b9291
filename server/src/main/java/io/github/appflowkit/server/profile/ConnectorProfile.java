package io.github.appflowkit.server.profile;

import io.github.appflowkit.server.account.ResourceName;
import io.github.appflowkit.server.problem.Problem;
import io.github.appflowkit.server.problem.ProblemKind;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;

/** A connector profile, and the rule of when it may be deleted. */
public record ConnectorProfile(ResourceName id) {
    /** As many users of a profile as a refusal names. */
    public static final int NAMED_FLOWS = 5;

    public ConnectorProfile {
        Objects.requireNonNull(id, "id");
    }

    /** The problem of a profile that nobody created, or that is gone. */
    public static Problem missing(ResourceName id) {
        return new Problem(
                ProblemKind.NOT_FOUND, "Connector profile " + id.name() + " does not exist in " + id.scope() + ".");
    }

    /**
     * Refuses to delete a profile that is in use.
     *
     * @param flows the names of the flows that use it, or of some of them
     * @throws Problem if there are any
     */
    public void requireUnused(Collection<String> flows) {
        if (!flows.isEmpty()) {
            String some = flows.stream().sorted().limit(NAMED_FLOWS).collect(Collectors.joining(", ", "[", "]"));
            throw new Problem(
                    ProblemKind.CONFLICT,
                    "Conflict executing request: Connector profile: " + id.name()
                            + " is associated with one or more flows. If you still want to delete it, then make"
                            + " delete request with forceDelete flag as true. Some of the associated flows are: "
                            + some);
        }
    }
}
