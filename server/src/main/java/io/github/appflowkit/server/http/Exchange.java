package io.github.appflowkit.server.http;

import io.github.appflowkit.server.account.ResourceName;
import io.github.appflowkit.server.account.Scope;
import io.github.appflowkit.server.control.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** What is known about one request between its arrival and its answer. */
final class Exchange {
    private final UUID id = RequestId.next();
    private final Instant arrival = Instant.now();
    private final long start = System.nanoTime();
    private final String operation;
    private Caller caller;
    private String resource;
    private Fault.Connection connection = Fault.Connection.KEPT;

    Exchange(Caller caller, String operation) {
        this.caller = caller;
        this.operation = operation;
    }

    /** Remembers who it is that was let in. */
    void admit(Caller admitted) {
        caller = admitted;
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
        return caller.scope();
    }

    /** Whether the caller may name what a scope has, in the state control API. */
    boolean reaches(Scope scope) {
        return caller.reaches(scope);
    }

    /** Whether the caller may name what any account has. */
    boolean reachesEverything() {
        return caller.everywhere();
    }

    /** The contract's name for what is asked for, or null if that is nothing that it has. */
    String operation() {
        return operation;
    }

    /** The name in the request, or null before it is read. */
    String resource() {
        return resource;
    }

    /** What becomes of the connection when the answer is sent. */
    Fault.Connection connection() {
        return connection;
    }

    void setConnection(Fault.Connection connection) {
        this.connection = connection;
    }

    /** Remembers the name in the request, and says whose resource it is. */
    ResourceName names(String name) {
        resource = name;
        return caller.scope().name(name);
    }
}
