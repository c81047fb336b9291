package io.github.appflowkit.server.http;

import io.github.appflowkit.server.store.Store;
import java.util.concurrent.Executor;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.RequestExecutorProvider;
import org.glassfish.grizzly.nio.NIOConnection;

/**
 * Chooses the thread that serves a request: the one that read it, if nothing can hold that up, since all connections wait
 * for it; else a worker, though handing a request over costs about as much as serving it.
 */
final class Dispatch implements RequestExecutorProvider {
    private final RequestExecutorProvider workers = new WorkerThreadProvider();
    private final Routes operations;
    private final Store store;

    Dispatch(Routes operations, Store store) {
        this.operations = operations;
        this.store = store;
    }

    @Override
    public Executor getExecutor(Request request) {
        return isServedAtOnce(request) ? null : workers.getExecutor(request);
    }

    /** Whether neither a body nor a slow reader nor a database nor a planned delay has to be waited for. */
    private boolean isServedAtOnce(Request request) {
        NIOConnection connection = (NIOConnection) request.getContext().getConnection();
        return request.getNIOInputStream().isFinished()
                && connection.getAsyncWriteQueue().size() == 0
                && !operations.methods(request.getRequestURI()).isEmpty()
                && store.isImmediate()
                && store.faults().text().isEmpty();
    }
}
