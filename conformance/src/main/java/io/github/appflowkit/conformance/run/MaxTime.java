package io.github.appflowkit.conformance.run;

import io.github.appflowkit.conformance.steps.Stop;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Ends a run when its time is over. */
final class MaxTime implements AutoCloseable {
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "max-time");
        thread.setDaemon(true);
        return thread;
    });

    /** Starts to count. */
    MaxTime(Duration time, Stop stop) {
        clock.schedule(
                () -> stop.now("the run ended after " + TimeText.of(time) + " (--max-time)"),
                time.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
