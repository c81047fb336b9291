package io.github.appflowkit.server.http;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.appflowkit.contract.api.ConnectorProfilesApi;
import io.github.appflowkit.contract.api.FlowsApi;
import io.github.appflowkit.contract.control.api.ControlApi;
import io.github.appflowkit.server.account.Scope;
import io.github.appflowkit.server.control.FaultPlan;
import io.github.appflowkit.server.control.Journal;
import io.github.appflowkit.server.control.Operation;
import io.github.appflowkit.server.control.ServedRequest;
import io.github.appflowkit.server.http.error.RefusedRequestMapper;
import io.github.appflowkit.server.http.error.RoutingMapper;
import io.github.appflowkit.server.http.error.UnexpectedMapper;
import io.github.appflowkit.server.http.json.BoundedBody;
import io.github.appflowkit.server.http.json.ContractValidator;
import io.github.appflowkit.server.http.json.JsonBodyReader;
import io.github.appflowkit.server.http.json.JsonBodyWriter;
import io.github.appflowkit.server.http.json.Mappers;
import io.github.appflowkit.server.http.observe.AccessLogFormat;
import io.github.appflowkit.server.http.state.SharedFaults;
import io.github.appflowkit.server.signature.SignatureVerifier;
import io.github.appflowkit.server.store.State;
import io.github.appflowkit.server.store.Store;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.inject.hk2.AbstractBinder;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.server.spi.internal.ResourceMethodInvocationHandlerProvider;

/** Lists the parts of which the operations' HTTP interface is made, and opens it on a port. */
public final class HttpInterface implements AutoCloseable {
    /**
     * What the interface is to be like.
     *
     * @param port the port, or 0 for any
     * @param defaults the account and region of callers that name none
     * @param control whether the state control API is served
     * @param limits how much a client may ask
     * @param access who is let in
     * @param metrics whether metrics are kept and served
     * @param accessLog how each request is logged
     * @param tls what to speak TLS with, or null to speak in the clear
     */
    public record Settings(
            String host,
            int port,
            Scope defaults,
            DeleteResponse deleteResponse,
            boolean control,
            Limits limits,
            Access access,
            boolean metrics,
            AccessLogFormat accessLog,
            SSLContext tls) {}

    /** The name that requests are signed for. */
    private static final String SERVICE = "appflow";

    private final Listener listener;
    private final Observation observation;
    private final Journal journal;
    private final Reset reset;

    private HttpInterface(Listener listener, Observation observation, Journal journal, Reset reset) {
        this.listener = listener;
        this.observation = observation;
        this.journal = journal;
        this.reset = reset;
    }

    public static HttpInterface open(
            Settings settings, Store store, State initial, List<FaultPlan> plans, ContractValidator validator)
            throws IOException {
        Exchanges exchanges = new Exchanges();
        Journal journal = new Journal();
        ObjectMapper mapper = Mappers.body();
        Observation observation = new Observation(settings.metrics(), settings.accessLog());
        Store observed = observation.of(store);
        SharedFaults faults = SharedFaults.start(observed, plans);
        Reset reset = new Reset(observed, initial, faults, journal);

        // Resources are registered as classes, since Jersey warns of every one that is an instance.
        AbstractBinder parts = new AbstractBinder() {
            @Override
            protected void configure() {
                bind(observed).to(Store.class);
                bind(faults).to(SharedFaults.class);
                bind(journal).to(Journal.class);
                bind(reset).to(Reset.class);
                bind(new FaultInjection(faults, exchanges)).to(FaultInjection.class);
                bind(exchanges).to(Exchanges.class);
                bind(settings.deleteResponse()).to(DeleteResponse.class);
                bind(new Invocations(validator, exchanges)).to(ResourceMethodInvocationHandlerProvider.class);
            }
        };
        List<Class<?>> interfaces = new ArrayList<>(List.of(ConnectorProfilesApi.class, FlowsApi.class));
        Routes operations = new Routes(interfaces);
        ResourceConfig application = new ResourceConfig()
                .property(ServerProperties.WADL_FEATURE_DISABLE, true)
                .property(ServerProperties.LOCATION_HEADER_RELATIVE_URI_RESOLUTION_DISABLED, true)
                .property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true)
                .property(CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true)
                .property(CommonProperties.METAINF_SERVICES_LOOKUP_DISABLE, true)
                .register(new Negotiation())
                .register(new JsonBodyReader(mapper, bounds(settings.limits())))
                .register(new JsonBodyWriter(mapper))
                .register(new RefusedRequestMapper())
                .register(new RoutingMapper())
                .register(new UnexpectedMapper(() -> exchanges.current().id()))
                .register(ConnectorProfilesResource.class)
                .register(FlowsResource.class)
                .register(new Journaling(
                        operations.names().collect(toMap(identity(), Operation::of)), exchanges, journal))
                .register(parts);
        if (settings.control()) {
            interfaces.add(ControlApi.class);
            application.register(ControlResource.class);
        }
        Gate gate = new Gate(
                new JerseyHandler(application),
                new Routes(interfaces),
                new Dispatch(operations, store),
                admission(settings),
                exchanges,
                new Pages(observation.pages(store)),
                observation);
        Listener listener = Listener.open(settings.host(), settings.port(), settings.limits(), settings.tls(), gate);
        return new HttpInterface(listener, observation, journal, reset);
    }

    private static BoundedBody bounds(Limits limits) {
        return new BoundedBody(limits.maxBody(), limits.readTimeout());
    }

    private static Admission admission(Settings settings) {
        Access access = settings.access();
        Identification identification = access.isProved()
                ? new SignedCallers(
                        new SignatureVerifier(SERVICE, access.credentials(), Clock.systemUTC()),
                        bounds(settings.limits()))
                : new Callers(settings.defaults());
        ControlGuard control = new ControlGuard(Routes.path(ControlApi.class), access.controlToken());
        return new Admission(identification, access.isProved(), control, settings.defaults());
    }

    /** The port that it listens on. */
    public int port() {
        return listener.port();
    }

    /** The latest requests to the operations, oldest first. */
    public List<ServedRequest> requests() {
        return journal.requests();
    }

    /** Returns to the state and the faults at start, and forgets what was called. */
    public void reset() {
        reset.run();
    }

    @Override
    public void close() {
        listener.close();
        observation.close();
    }
}
