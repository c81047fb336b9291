package io.github.appflowkit.server.account;

import java.util.Objects;

/** What one resource of its type is told from all others by: its name within an account and region, kept exactly. */
public record ResourceName(Scope scope, String name) {
    public ResourceName {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(name, "name");
    }
}
