package io.github.appflowkit.server;

import io.github.appflowkit.server.http.HttpInterface;
import io.github.appflowkit.server.http.json.ContractValidator;
import io.github.appflowkit.server.http.state.StateFile;
import io.github.appflowkit.server.http.state.StateFileException;
import io.github.appflowkit.server.store.InMemoryStore;
import io.github.appflowkit.server.store.State;
import io.github.appflowkit.server.store.Store;
import java.io.IOException;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running server: puts the parts together, and takes them apart when it is closed. */
public final class AppFlowServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AppFlowServer.class);

    private final HttpInterface http;
    private final URI uri;

    private AppFlowServer(HttpInterface http, URI uri) {
        this.http = http;
        this.uri = uri;
    }

    /**
     * Starts a server, which serves when this returns.
     *
     * @throws StartException if it cannot start
     */
    public static AppFlowServer start(Configuration configuration) throws StartException {
        ContractValidator validator = new ContractValidator();
        State initial = initialState(configuration, validator);
        Store store = new InMemoryStore();
        store.replaceAll(initial);
        HttpInterface.Settings settings = new HttpInterface.Settings(
                configuration.host().getHostAddress(),
                configuration.port(),
                configuration.defaults(),
                configuration.deleteResponse(),
                configuration.control(),
                configuration.maxBody());
        try {
            HttpInterface http = HttpInterface.open(settings, store, initial, validator);
            AppFlowServer server = new AppFlowServer(http, uri(settings.host(), http.port()));
            LOG.info("Serving {} with {}", server.uri(), configuration);
            return server;
        } catch (IOException e) {
            throw new StartException(
                    "Cannot listen on %s:%d: %s".formatted(settings.host(), settings.port(), e.getMessage()));
        }
    }

    /** Where it is reached. */
    public URI uri() {
        return uri;
    }

    /** Stops taking requests, answers those that were accepted, and frees the port. */
    @Override
    public void close() {
        http.close();
    }

    private static State initialState(Configuration configuration, ContractValidator validator) throws StartException {
        if (configuration.state() == null) {
            return State.EMPTY;
        }
        try {
            return new StateFile(configuration.state(), configuration.defaults()).read(validator);
        } catch (StateFileException e) {
            throw new StartException(e.getMessage());
        }
    }

    private static URI uri(String host, int port) {
        return URI.create("http://%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, port));
    }
}
