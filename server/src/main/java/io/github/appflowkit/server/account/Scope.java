package io.github.appflowkit.server.account;

import java.util.Objects;

/** An account and a region: what owns a resource, and within which its name is unique. */
public record Scope(String account, String region) {
    public Scope {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(region, "region");
    }

    public ResourceName name(String name) {
        return new ResourceName(this, name);
    }

    @Override
    public String toString() {
        return "account " + account + ", region " + region;
    }
}
