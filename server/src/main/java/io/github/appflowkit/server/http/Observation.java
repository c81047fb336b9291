package io.github.appflowkit.server.http;

import io.github.appflowkit.server.http.observe.AccessLog;
import io.github.appflowkit.server.http.observe.AccessLogFormat;
import io.github.appflowkit.server.http.observe.AnsweredRequest;
import io.github.appflowkit.server.http.observe.Metrics;
import io.github.appflowkit.server.http.page.Content;
import io.github.appflowkit.server.http.page.Docs;
import io.github.appflowkit.server.http.page.Health;
import io.github.appflowkit.server.store.Store;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Lists what operators see of a server; metrics are made, and their library is loaded, only where they are wanted. */
final class Observation implements Consumer<AnsweredRequest>, AutoCloseable {
    private final Metrics metrics;
    private final AccessLog accessLog;

    Observation(boolean metrics, AccessLogFormat accessLog) {
        this.metrics = metrics ? new Metrics() : null;
        this.accessLog = new AccessLog(accessLog);
    }

    /** The store, measured if metrics are wanted. */
    Store of(Store store) {
        return metrics == null ? store : metrics.measure(store);
    }

    /** The pages by their paths. */
    Map<String, Supplier<Content>> pages(Store store) {
        Map<String, Supplier<Content>> pages = new HashMap<>(Docs.pages());
        pages.put("/health", new Health(store));
        if (metrics != null) {
            pages.put("/metrics", metrics);
        }
        return pages;
    }

    @Override
    public void accept(AnsweredRequest request) {
        if (metrics != null) {
            metrics.accept(request);
        }
        accessLog.accept(request);
    }

    @Override
    public void close() {
        if (metrics != null) {
            metrics.close();
        }
    }
}
