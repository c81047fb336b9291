package io.github.appflowkit.server.http;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.nio.NIOConnection;
import org.glassfish.grizzly.nio.SelectorHandler;
import org.glassfish.grizzly.nio.SelectorRunner;

/** Knows the threads that read from connections, so that a stop can wait until they have read what came before it. */
final class ReadingThreads extends BaseFilter {
    private final Set<SelectorRunner> threads = ConcurrentHashMap.newKeySet();

    @Override
    public NextAction handleAccept(FilterChainContext context) {
        threads.add(((NIOConnection) context.getConnection()).getSelectorRunner());
        return context.getInvokeAction();
    }

    /** Waits until each of them has looked once at its connections, and has served or handed over what had come on them. */
    void awaitRound(Duration patience) throws InterruptedException {
        List<SelectorRunner> all = List.copyOf(threads);
        CountDownLatch rounds = new CountDownLatch(all.size());
        for (SelectorRunner thread : all) {
            SelectorHandler tasks = thread.getTransport().getSelectorHandler();
            SelectorHandler.Task end = () -> {
                rounds.countDown();
                return true;
            };
            // A task runs before the thread looks at its connections, and what a task leaves to do before the next
            // look.
            SelectorHandler.Task begin = () -> {
                tasks.enque(thread, end, null);
                return true;
            };
            tasks.enque(thread, begin, null);
        }
        rounds.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    }
}
