package io.github.appflowkit.server;

import io.github.appflowkit.server.control.FaultPlan;
import io.github.appflowkit.server.control.ServedRequest;
import io.github.appflowkit.server.http.HttpInterface;
import io.github.appflowkit.server.http.json.ContractValidator;
import io.github.appflowkit.server.http.state.FaultsFile;
import io.github.appflowkit.server.http.state.FormFileException;
import io.github.appflowkit.server.http.state.StateFile;
import io.github.appflowkit.server.problem.Problem;
import io.github.appflowkit.server.store.InMemoryStore;
import io.github.appflowkit.server.store.State;
import io.github.appflowkit.server.store.Store;
import io.github.appflowkit.server.store.StoreException;
import io.github.appflowkit.server.store.StoreSettings;
import io.github.appflowkit.server.store.jdbc.JdbcStore;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running server: puts the parts together, and takes them apart when it is closed.
 *
 * <p>A program starts one in its own process, and sees and sets its state without a request:
 *
 * <pre>{@code
 * try (AppFlowServer server = AppFlowServer.start(Configuration.builder().port(0).build())) {
 *     server.store().put(new ConnectorProfile(scope.name("crm")));
 *     call(server.uri());
 *     server.requests().forEach(request -> ...);
 *     server.reset();
 * }
 * }</pre>
 */
public final class AppFlowServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AppFlowServer.class);

    private final HttpInterface http;
    private final Store store;
    private final URI uri;

    private AppFlowServer(HttpInterface http, Store store, URI uri) {
        this.http = http;
        this.store = store;
        this.uri = uri;
    }

    /**
     * Starts a server, which serves when this returns.
     *
     * @throws StartException if it cannot start
     */
    public static AppFlowServer start(Configuration configuration) throws StartException {
        return start(configuration, line -> {});
    }

    /**
     * Starts a server that tells how far it is when that takes long.
     *
     * @param told takes a line every now and then
     */
    static AppFlowServer start(Configuration configuration, Consumer<String> told) throws StartException {
        ContractValidator validator = new ContractValidator();
        State initial = initialState(configuration, validator, told);
        List<FaultPlan> faults = initialFaults(configuration, validator);
        HttpInterface.Settings settings = new HttpInterface.Settings(
                configuration.host().getHostAddress(),
                configuration.port(),
                configuration.defaults(),
                configuration.deleteResponse(),
                configuration.control(),
                configuration.limits(),
                new AccessFiles(configuration).access(validator),
                configuration.metrics(),
                configuration.accessLog(),
                new AccessFiles(configuration).tls());
        Store store = open(configuration.store());
        try {
            load(initial, store, configuration, told);
            HttpInterface http = HttpInterface.open(settings, store, initial, faults, validator);
            AppFlowServer server = new AppFlowServer(http, store, uri(settings, http.port()));
            LOG.info(
                    "Serving {} with its state in {}; the state control API is {}",
                    server.uri(),
                    configuration.store(),
                    new AccessFiles(configuration).controlCallers());
            return server;
        } catch (Problem e) {
            store.close();
            throw new StartException("Cannot use the store %s: %s".formatted(configuration.store(), e.getMessage()));
        } catch (RuntimeException e) {
            store.close();
            throw e;
        } catch (IOException e) {
            store.close();
            throw new StartException(
                    "Cannot listen on %s:%d: %s".formatted(settings.host(), settings.port(), e.getMessage()));
        }
    }

    /** Where it is reached. */
    public URI uri() {
        return uri;
    }

    /** Where its state is, which can be seen and set there; requests see what was set. */
    public Store store() {
        return store;
    }

    /** The latest requests to the operations that were answered, oldest first, since the start or the last reset. */
    public List<ServedRequest> requests() {
        return http.requests();
    }

    /** Returns to the state and the faults at start, and forgets the requests. */
    public void reset() {
        http.reset();
    }

    /** Stops taking requests, answers those that were accepted, and frees the port. */
    @Override
    public void close() {
        http.close();
        store.close();
    }

    private static Store open(StoreSettings settings) throws StartException {
        if (settings.inMemory()) {
            return new InMemoryStore();
        }
        try {
            return JdbcStore.open(settings);
        } catch (StoreException e) {
            throw new StartException(e.getMessage());
        }
    }

    private static void load(State initial, Store store, Configuration configuration, Consumer<String> told) {
        if (configuration.state() == null) {
            return;
        }
        String line = "Putting the state into " + configuration.store();
        if (!Progress.of(() -> store.load(initial), told, () -> line, Progress.USUAL)) {
            LOG.info(
                    "{} keeps the state that it has, and {} is not loaded; a reset by the control API loads it",
                    configuration.store(),
                    configuration.state());
        }
    }

    private static State initialState(Configuration configuration, ContractValidator validator, Consumer<String> told)
            throws StartException {
        if (configuration.state() == null) {
            return State.EMPTY;
        }
        StateFile file = new StateFile(configuration.state(), configuration.defaults(), validator);
        try {
            return Progress.of(file::read, told, file::progress, Progress.USUAL);
        } catch (FormFileException e) {
            throw new StartException(e.getMessage());
        }
    }

    private static List<FaultPlan> initialFaults(Configuration configuration, ContractValidator validator)
            throws StartException {
        if (configuration.faults() == null) {
            return List.of();
        }
        try {
            return new FaultsFile(configuration.faults(), configuration.defaults()).read(validator);
        } catch (FormFileException e) {
            throw new StartException(e.getMessage());
        }
    }

    private static URI uri(HttpInterface.Settings settings, int port) {
        String scheme = settings.tls() == null ? "http" : "https";
        String host = settings.host();
        return URI.create("%s://%s:%d".formatted(scheme, host.contains(":") ? "[" + host + "]" : host, port));
    }
}
