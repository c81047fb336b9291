package io.github.appflowkit.server.http.page;

import io.github.appflowkit.server.store.Store;
import java.util.function.Supplier;

/** Says whether the server can serve, which it can while its store is ready. */
public final class Health implements Supplier<Content> {
    private final Store store;

    public Health(Store store) {
        this.store = store;
    }

    @Override
    public Content get() {
        return store.isReady()
                ? Content.of(200, "application/json", "{\"status\":\"ready\"}")
                : Content.of(
                        503, "application/json", "{\"status\":\"unavailable\",\"reason\":\"The store is not ready.\"}");
    }
}
