package io.github.appflowkit.server.control;

import io.github.appflowkit.server.account.ResourceName;

/** The calls that a fault is meant for: those of an operation, a resource's name, an account, a region; null is any. */
public record Calls(Operation operation, String name, String account, String region) {
    boolean include(Operation called, ResourceName resource) {
        return (operation == null || operation == called)
                && (name == null || name.equals(resource.name()))
                && (account == null || account.equals(resource.scope().account()))
                && (region == null || region.equals(resource.scope().region()));
    }

    /** How well it says which calls it means: by a name best, then by an account, a region, an operation. */
    int precision() {
        return (name == null ? 0 : 8)
                + (account == null ? 0 : 4)
                + (region == null ? 0 : 2)
                + (operation == null ? 0 : 1);
    }
}
