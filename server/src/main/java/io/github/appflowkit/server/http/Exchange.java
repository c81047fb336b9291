package io.github.appflowkit.server.http;

import io.github.appflowkit.server.account.ResourceName;
import io.github.appflowkit.server.account.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** What is known about one request between its arrival and its answer. */
final class Exchange {
    private final UUID id = UUID.randomUUID();
    private final Instant arrival = Instant.now();
    private final long start = System.nanoTime();
    private final Scope caller;
    private String resource;

    Exchange(Scope caller) {
        this.caller = caller;
    }

    UUID id() {
        return id;
    }

    Instant arrival() {
        return arrival;
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    Scope caller() {
        return caller;
    }

    /** The name in the request, or null before it is read. */
    String resource() {
        return resource;
    }

    /** Remembers the name in the request, and says whose resource it is. */
    ResourceName names(String name) {
        resource = name;
        return caller.name(name);
    }
}
