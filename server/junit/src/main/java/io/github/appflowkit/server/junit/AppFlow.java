package io.github.appflowkit.server.junit;

import io.github.appflowkit.server.AppFlowServer;
import io.github.appflowkit.server.Configuration;
import io.github.appflowkit.server.StartException;
import io.github.appflowkit.server.account.Scope;
import io.github.appflowkit.server.control.Operation;
import io.github.appflowkit.server.store.Store;
import java.net.URI;

/** A server as a test sees it: where it is, what it holds, and what was asked of it. */
public final class AppFlow implements AutoCloseable {
    private final AppFlowServer server;
    private final Scope scope;

    private AppFlow(AppFlowServer server, Scope scope) {
        this.server = server;
        this.scope = scope;
    }

    /**
     * Starts a server; tests that have the extension are given one.
     *
     * @throws StartException if it cannot start, as when the state file is wrong
     */
    public static AppFlow start(Configuration configuration) throws StartException {
        return new AppFlow(AppFlowServer.start(configuration), configuration.defaults());
    }

    /** The endpoint that a client is to have. */
    public URI uri() {
        return server.uri();
    }

    /** The account and region of clients that name no other; names in it are {@code scope().name("crm")}. */
    public Scope scope() {
        return scope;
    }

    /** The profiles and flows, to be set before a call and looked at after it. */
    public Store store() {
        return server.store();
    }

    /** The calls of an operation that named a resource, in any account and region, since the test began. */
    public Calls calls(Operation operation, String name) {
        return new Calls(operation, name, server.requests());
    }

    /** Returns to the state that each test begins in, and forgets the calls. */
    public void reset() {
        server.reset();
    }

    @Override
    public void close() {
        server.close();
    }
}
