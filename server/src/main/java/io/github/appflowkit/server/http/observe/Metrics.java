package io.github.appflowkit.server.http.observe;

import io.github.appflowkit.server.http.page.Content;
import io.github.appflowkit.server.store.Store;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;

/** Counts and times what the server does, and tells it in Prometheus's text format. */
public final class Metrics implements Consumer<AnsweredRequest>, Supplier<Content>, AutoCloseable {
    /** The upper bounds of the histogram's buckets. */
    private static final Duration[] BOUNDS = DoubleStream.of(
                    0.25, 0.5, 1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
            .mapToObj(millis -> Duration.ofNanos((long) (millis * 1_000_000)))
            .toArray(Duration[]::new);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collector = new JvmGcMetrics();

    public Metrics() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collector.bindTo(registry);
    }

    /** The store, measured from now on, with its parts if they can be measured. */
    public Store measure(Store store) {
        Gauge.builder("appflow.store.ready", store, ready -> ready.isReady() ? 1 : 0)
                .description("Whether the store can serve: 1 or 0.")
                .register(registry);
        if (store instanceof MeterBinder parts) {
            parts.bindTo(registry);
        }
        return new MeasuredStore(store, registry);
    }

    /** Counts a request; nothing that a client chooses becomes a label, so that nobody can make them grow. */
    @Override
    public void accept(AnsweredRequest request) {
        Timer.builder("appflow.requests")
                .description("Requests by operation, status and error type, with their time until the answer.")
                .tag("operation", Objects.requireNonNullElse(request.operation(), "none"))
                .tag("status", String.valueOf(request.status()))
                .tag("error", Objects.requireNonNullElse(request.errorType(), "none"))
                .serviceLevelObjectives(BOUNDS)
                .register(registry)
                .record(request.duration());
    }

    @Override
    public Content get() {
        return Content.of(200, "text/plain; version=0.0.4; charset=utf-8", registry.scrape());
    }

    @Override
    public void close() {
        collector.close();
        registry.close();
    }
}
