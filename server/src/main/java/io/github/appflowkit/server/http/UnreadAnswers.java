package io.github.appflowkit.server.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.nio.NIOConnection;

/**
 * Cuts connections whose client has long taken nothing of its answer. Grizzly's own timeouts only ask such a connection
 * to close, which it does after the last byte is taken: never.
 *
 * @see <a href="https://github.com/eclipse-ee4j/grizzly/blob/4.0.2-RELEASE/modules/grizzly/src/main/java/org/glassfish/grizzly/nio/NIOConnection.java#L518">how Grizzly closes</a>
 */
final class UnreadAnswers extends BaseFilter implements AutoCloseable {
    /** So many bytes have been left since a moment. */
    private record Left(int bytes, long since) {}

    private static final int CHECKS = 4;

    private final Map<NIOConnection, Left> connections = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock;
    private final Duration patience;

    UnreadAnswers(Duration patience) {
        this.patience = patience;
        this.clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "appflow-unread-answers");
            thread.setDaemon(true);
            return thread;
        });
        long interval = Math.max(1, patience.toMillis() / CHECKS);
        clock.scheduleWithFixedDelay(this::check, interval, interval, TimeUnit.MILLISECONDS);
    }

    @Override
    public NextAction handleAccept(FilterChainContext context) {
        connections.put((NIOConnection) context.getConnection(), new Left(0, System.nanoTime()));
        return context.getInvokeAction();
    }

    @Override
    public NextAction handleClose(FilterChainContext context) {
        connections.remove((NIOConnection) context.getConnection());
        return context.getInvokeAction();
    }

    private void check() {
        long now = System.nanoTime();
        connections.replaceAll((connection, before) -> {
            int bytes = connection.getAsyncWriteQueue().size();
            if (bytes == 0 || bytes != before.bytes()) {
                return new Left(bytes, now);
            }
            if (now - before.since() >= patience.toNanos()) {
                connection.terminateSilently();
            }
            return before;
        });
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
