package io.github.appflowkit.server;

import io.github.appflowkit.server.http.DeleteResponse;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say what a server is to be like. */
final class ServerOptions {
    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            converter = OptionTypes.Port.class,
            description = "The port to listen on; 0 picks a free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "The address to listen on (default: ${DEFAULT-VALUE}).")
    private String host;

    @Option(
            names = "--state",
            paramLabel = "FILE",
            description = "The profiles and flows to start with, in YAML or, if the name ends with .json, in JSON. A"
                    + " database takes them once, while it is empty; what it holds is never overwritten.")
    private Path state;

    @Option(
            names = "--faults",
            paramLabel = "FILE",
            description = "Errors, delays and lost connections to start with, in YAML or JSON as --state; their form"
                    + " is that of the control API. Servers that share a database plan them once: a start with the same"
                    + " faults as the last one's leaves what is left of them, any other replaces what stands there.")
    private Path faults;

    @Mixin
    private StoreOptions store;

    @Option(
            names = "--account",
            paramLabel = "DIGITS",
            defaultValue = "123456789012",
            converter = OptionTypes.Account.class,
            description = "The account of requests whose access key is none (default: ${DEFAULT-VALUE}).")
    private String account;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            defaultValue = "us-east-1",
            converter = OptionTypes.Region.class,
            description = "The region of requests that are not signed for one (default: ${DEFAULT-VALUE}).")
    private String region;

    @Option(
            names = "--delete-response",
            paramLabel = "BODY",
            defaultValue = "empty",
            description = "What a deleted profile is answered with: empty, object ({}) or sample, the documented"
                    + " sample (default: ${DEFAULT-VALUE}).")
    private DeleteResponse deleteResponse;

    @Option(
            names = "--control",
            paramLabel = "on|off",
            description = "Whether the state control API is served (default: on while the host is loopback).")
    private Switch control;

    @Mixin
    private AccessOptions access;

    @Mixin
    private LimitOptions limits;

    @Mixin
    private ObservationOptions observation;

    LogLevel logLevel() {
        return observation.logLevel();
    }

    /**
     * What the options say.
     *
     * @throws StartException if the host is unknown
     * @throws ParameterException if they do not go together
     */
    Configuration configuration() throws StartException {
        InetAddress address = address();
        Configuration.Builder configuration = Configuration.builder()
                .host(address)
                .port(port)
                .state(state)
                .store(store.settings())
                .faults(faults)
                .account(account)
                .region(region)
                .deleteResponse(deleteResponse);
        limits.configure(configuration);
        observation.configure(configuration);
        Boolean asked = control == null ? null : Boolean.valueOf(control == Switch.ON);
        access.configure(configuration, address, asked);
        if (asked != null) {
            configuration.control(asked);
        }
        return configuration.build();
    }

    private InetAddress address() throws StartException {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new StartException("Cannot listen on host %s: it is unknown".formatted(host));
        }
    }
}
