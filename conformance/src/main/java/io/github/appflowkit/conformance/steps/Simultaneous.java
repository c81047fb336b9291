package io.github.appflowkit.conformance.steps;

import io.github.appflowkit.conformance.setup.Untestable;
import io.github.appflowkit.conformance.target.Exchange;
import io.github.appflowkit.conformance.target.Request;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;

/** Requests that are sent at the same time, each by a thread of its own. */
final class Simultaneous {
    private Simultaneous() {}

    /** Sends two, and records their exchanges in the order of the requests. */
    static void send(World world, Request one, Request other) {
        CyclicBarrier start = new CyclicBarrier(2);
        List<CompletableFuture<Exchange>> both = Stream.of(one, other)
                .map(request -> CompletableFuture.supplyAsync(
                        () -> sendAt(start, world, request), Simultaneous::inThreadOfItsOwn))
                .toList();
        // Neither is under way any more when the scenario goes on, or ends.
        CompletableFuture.allOf(both.toArray(CompletableFuture[]::new))
                .exceptionally(failure -> null)
                .join();
        both.forEach(exchange -> world.record(joined(exchange)));
    }

    private static void inThreadOfItsOwn(Runnable task) {
        Thread thread = new Thread(task, "simultaneous");
        thread.setDaemon(true);
        thread.start();
    }

    private static Exchange sendAt(CyclicBarrier start, World world, Request request) {
        try {
            start.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
        return world.sender().sendRaw(request);
    }

    private static Exchange joined(CompletableFuture<Exchange> exchange) {
        try {
            return exchange.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Untestable untestable ? untestable : e;
        }
    }
}
