package io.github.appflowkit.conformance.steps;

import io.github.appflowkit.conformance.setup.Untestable;
import io.github.appflowkit.conformance.target.Exchange;
import io.github.appflowkit.conformance.target.Request;
import io.github.appflowkit.conformance.target.Sender;
import io.github.appflowkit.conformance.target.Target;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Sends as another sender does, but gives up at once on what is under way when the run has to end now; what it gave up
 * on breaks no rule.
 */
public final class StoppableSender implements Sender {
    private final Sender sender;
    private final Stop stop;
    private final ExecutorService sending = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "sending");
        thread.setDaemon(true);
        return thread;
    });

    /** Creates a sender that a run's end stops. */
    public StoppableSender(Sender sender, Stop stop) {
        this.sender = sender;
        this.stop = stop;
    }

    @Override
    public Target target() {
        return sender.target();
    }

    @Override
    public boolean signs() {
        return sender.signs();
    }

    @Override
    public boolean hasSecondAccount() {
        return sender.hasSecondAccount();
    }

    @Override
    public Exchange send(Request request) {
        return unlessStopped(() -> sender.send(request));
    }

    @Override
    public Exchange sendRaw(Request request) {
        return unlessStopped(() -> sender.sendRaw(request));
    }

    @Override
    public Connection connect() {
        Connection connection = sender.connect();
        return new Connection() {
            @Override
            public Exchange sendRaw(Request request) {
                return unlessStopped(() -> connection.sendRaw(request));
            }

            @Override
            public void close() {
                connection.close();
            }
        };
    }

    @Override
    public void close() {
        sending.shutdownNow();
        sender.close();
    }

    private Exchange unlessStopped(Supplier<Exchange> exchange) {
        CompletableFuture<Exchange> exchanging =
                stop.now().isDone() ? new CompletableFuture<>() : CompletableFuture.supplyAsync(exchange, sending);
        try {
            CompletableFuture.anyOf(exchanging, stop.now()).join();
            if (!exchanging.isDone()) {
                throw new Untestable(stop.reason().orElseThrow());
            }
            return exchanging.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }
}
