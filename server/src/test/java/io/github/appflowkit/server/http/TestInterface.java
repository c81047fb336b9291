package io.github.appflowkit.server.http;

import io.github.appflowkit.server.TestServer;
import io.github.appflowkit.server.http.json.ContractValidator;
import io.github.appflowkit.server.http.observe.AccessLogFormat;
import io.github.appflowkit.server.store.State;
import io.github.appflowkit.server.store.Store;
import java.io.IOException;
import java.util.List;

/** The operations alone on a free port, before a store of a test's own. */
final class TestInterface {
    private TestInterface() {}

    static HttpInterface open(Limits limits, Store store) throws IOException {
        HttpInterface.Settings settings = new HttpInterface.Settings(
                "127.0.0.1",
                0,
                TestServer.DEFAULTS,
                DeleteResponse.EMPTY,
                false,
                limits,
                Access.OPEN,
                false,
                AccessLogFormat.OFF,
                null);
        return HttpInterface.open(settings, store, State.EMPTY, List.of(), new ContractValidator());
    }
}
