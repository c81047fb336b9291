package io.github.appflowkit.server;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Tells now and then how far something is that takes long. */
final class Progress {
    /** Not for what is quick. */
    static final Duration USUAL = Duration.ofSeconds(2);

    private Progress() {}

    /**
     * Does the work.
     *
     * @param told takes a line every now and then until it is done
     * @param line tells, in a thread of its own, how far it is
     */
    static <T> T of(Supplier<T> work, Consumer<String> told, Supplier<String> line, Duration every) {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try {
            long millis = every.toMillis();
            clock.scheduleAtFixedRate(() -> told.accept(line.get()), millis, millis, TimeUnit.MILLISECONDS);
            return work.get();
        } finally {
            clock.shutdownNow();
        }
    }
}
