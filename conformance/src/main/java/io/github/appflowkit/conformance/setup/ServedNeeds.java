package io.github.appflowkit.conformance.setup;

import io.github.appflowkit.conformance.rule.Need;
import java.util.Optional;
import java.util.function.Predicate;

/** Which needs the expendable resources of a file can serve. */
record ServedNeeds(ExistingResources resources) {
    /** Why a need cannot be served; empty if it can. */
    Optional<String> lacks(Need need) {
        return switch (need) {
            case PROFILE -> unless("profile", Profile.class::isInstance);
            case SCHEDULED_FLOW -> unlessActive(Flow.Trigger.Scheduled);
            case EVENT_FLOW -> unlessActive(Flow.Trigger.Event);
            case ON_DEMAND_FLOW -> unlessActive(Flow.Trigger.OnDemand);
            case FLOW_STATUS ->
                unless(
                        "flow of a status other than Active",
                        resource ->
                                resource instanceof Flow flow && !flow.status().equals("Active"));
            case FLOW_USING_PROFILE ->
                unless(
                        "flow that uses a profile",
                        resource ->
                                resource instanceof Flow flow && !flow.uses().isEmpty());
            case PLANNED_ERROR -> Optional.of("existing resources plan no errors: that takes --control-url");
            case SECOND_ACCOUNT -> Optional.empty();
        };
    }

    private Optional<String> unlessActive(Flow.Trigger trigger) {
        return unless(
                trigger + " flow that is Active",
                resource -> resource instanceof Flow flow
                        && flow.trigger() == trigger
                        && flow.status().equals("Active"));
    }

    private Optional<String> unless(String what, Predicate<Resource> fits) {
        boolean there = resources.expendable().stream().anyMatch(fits);
        return there
                ? Optional.empty()
                : Optional.of("no expendable " + what + " is in " + resources.file() + ": add one");
    }
}
