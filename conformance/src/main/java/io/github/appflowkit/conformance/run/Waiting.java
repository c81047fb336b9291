package io.github.appflowkit.conformance.run;

import io.github.appflowkit.conformance.rule.Operation;
import io.github.appflowkit.conformance.steps.Stop;
import io.github.appflowkit.conformance.target.Exchange;
import io.github.appflowkit.conformance.target.Header;
import io.github.appflowkit.conformance.target.HttpSender;
import io.github.appflowkit.conformance.target.Request;
import io.github.appflowkit.conformance.target.Target;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Waits until an endpoint that is being started accepts requests, and says so on the error stream. */
final class Waiting {
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final long QUIET = TimeUnit.SECONDS.toNanos(5);
    private static final List<Integer> NOT_YET = List.of(502, 503, 504);

    private final Target target;
    private final Operation operation;
    private final PrintWriter err;

    /**
     * Creates a wait.
     *
     * @param operation is called without a name, which has no effect
     */
    Waiting(Target target, Operation operation, PrintWriter err) {
        this.target = target;
        this.operation = operation;
        this.err = err;
    }

    /** Waits; when the time is over, or the run is ended, gives the reason why the endpoint is not ready. */
    Optional<String> atMost(Duration time, Stop stop) {
        long start = System.nanoTime();
        long told = start - QUIET;
        while (true) {
            long left = time.toNanos() - (System.nanoTime() - start);
            Optional<String> reason = notReady(Duration.ofNanos(Math.max(left, PAUSE.toNanos())));
            long now = System.nanoTime();
            boolean over = now - start + PAUSE.toNanos() > time.toNanos();
            if (reason.isEmpty() || over || stop.reason().isPresent() || !pause()) {
                return reason;
            }
            if (now - told >= QUIET) {
                told = now;
                err.println("waiting for " + target.endpoint() + ", " + (now - start) / 1_000_000_000 + " of "
                        + TimeText.of(time) + ": " + reason.get());
            }
        }
    }

    private Optional<String> notReady(Duration left) {
        Duration timeout = left.compareTo(target.timeout()) < 0 ? left : target.timeout();
        try (HttpSender sender =
                new HttpSender(new Target(target.endpoint(), target.region(), timeout), Optional.empty())) {
            Exchange exchange = sender.sendRaw(new Request(
                            operation.method(),
                            operation.path(),
                            List.of(new Header("Content-Type", "application/json")),
                            null,
                            target.region())
                    .withBody("{}"));
            return exchange.whole().isEmpty()
                    ? Optional.of(exchange.broken().reason())
                    : Optional.of(exchange.answer().status())
                            .filter(NOT_YET::contains)
                            .map(status -> "it answers " + status);
        }
    }

    /** Whether the wait goes on after a moment. */
    private static boolean pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
