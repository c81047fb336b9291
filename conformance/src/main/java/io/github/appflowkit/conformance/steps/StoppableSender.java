package io.github.appflowkit.conformance.steps;

import io.github.appflowkit.conformance.setup.Untestable;
import io.github.appflowkit.conformance.target.Exchange;
import io.github.appflowkit.conformance.target.ForwardingSender;
import io.github.appflowkit.conformance.target.Request;
import io.github.appflowkit.conformance.target.Sender;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Sends as another sender does, but gives up at once on what is under way when the run has to end now; what it gave up
 * on breaks no rule.
 */
public final class StoppableSender extends ForwardingSender {
    private final Stop stop;
    private final ExecutorService sending = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "sending");
        thread.setDaemon(true);
        return thread;
    });

    /** Creates a sender that a run's end stops. */
    public StoppableSender(Sender sender, Stop stop) {
        super(sender);
        this.stop = stop;
    }

    @Override
    public void close() {
        sending.shutdownNow();
        super.close();
    }

    @Override
    protected Exchange exchange(Request request, Supplier<Exchange> exchanging) {
        CompletableFuture<Exchange> exchange =
                stop.now().isDone() ? new CompletableFuture<>() : CompletableFuture.supplyAsync(exchanging, sending);
        try {
            CompletableFuture.anyOf(exchange, stop.now()).join();
            if (!exchange.isDone()) {
                throw new Untestable(stop.reason().orElseThrow());
            }
            return exchange.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }
}
