package io.github.appflowkit.server;

import io.github.appflowkit.server.account.Scope;
import io.github.appflowkit.server.http.DeleteResponse;
import io.github.appflowkit.server.http.Limits;
import io.github.appflowkit.server.http.observe.AccessLogFormat;
import io.github.appflowkit.server.secret.Secret;
import io.github.appflowkit.server.store.StoreSettings;
import io.github.appflowkit.server.tls.Keystore;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * What a server is to be like, resolved once before it starts. {@link #builder()} gives every value that is not set its
 * default, the same as the command's.
 *
 * @param host the address to listen on
 * @param port the port, or 0 for any that is free
 * @param state the file with the state at start, or null to start with none
 * @param store where state is kept
 * @param faults the file with the faults at start, or null to start with none
 * @param defaults the account and region of callers that name none
 * @param deleteResponse what a deleted profile is answered with
 * @param control whether the state control API is served
 * @param limits how much a client may ask
 * @param metrics whether metrics are kept and served
 * @param accessLog how each request is logged
 * @param credentials the file with what requests have to be signed with, or null if no signature is verified
 * @param controlToken what requests to the state control API have to bear, or null; needed off loopback
 * @param tls what to speak TLS with, or null to speak in the clear
 */
public record Configuration(
        InetAddress host,
        int port,
        Path state,
        StoreSettings store,
        Path faults,
        Scope defaults,
        DeleteResponse deleteResponse,
        boolean control,
        Limits limits,
        boolean metrics,
        AccessLogFormat accessLog,
        Path credentials,
        Secret controlToken,
        Keystore tls) {
    public Configuration {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(store, "store");
        Objects.requireNonNull(defaults, "defaults");
        Objects.requireNonNull(deleteResponse, "deleteResponse");
        Objects.requireNonNull(accessLog, "accessLog");
        require(port >= 0 && port <= 65_535, "port", port);
        Objects.requireNonNull(limits, "limits");
        if (control && controlToken == null && !host.isLoopbackAddress()) {
            throw new IllegalArgumentException("control off loopback needs a controlToken");
        }
    }

    /** Begins with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    private static void require(boolean allowed, String name, Object value) {
        if (!allowed) {
            throw new IllegalArgumentException(name + " cannot be " + value);
        }
    }

    /** Takes the values of a configuration one by one; what is not set has its default. */
    public static final class Builder {
        private InetAddress host = InetAddress.getLoopbackAddress();
        private int port = 8080;
        private Path state;
        private StoreSettings store = StoreSettings.MEMORY;
        private Path faults;
        private String account = "123456789012";
        private String region = "us-east-1";
        private DeleteResponse deleteResponse = DeleteResponse.EMPTY;
        private Boolean control;
        private int maxBody = 1024 * 1024;
        private int maxHeaders = 16 * 1024;
        private int maxConnections = 1_000;
        private Duration readTimeout = Duration.ofSeconds(30);
        private Duration idleTimeout = Duration.ofSeconds(75);
        private boolean metrics;
        private AccessLogFormat accessLog = AccessLogFormat.OFF;
        private Path credentials;
        private Secret controlToken;
        private Keystore tls;

        private Builder() {}

        /** The address to listen on; 127.0.0.1 by default. */
        public Builder host(InetAddress host) {
            this.host = host;
            return this;
        }

        /** The port to listen on, 8080 by default; 0 picks a free one. */
        public Builder port(int port) {
            this.port = port;
            return this;
        }

        /** The file with the state at start; null, the default, starts with none. */
        public Builder state(Path state) {
            this.state = state;
            return this;
        }

        /** Where state is kept; in memory by default. */
        public Builder store(StoreSettings store) {
            this.store = store;
            return this;
        }

        /** The file with the faults at start; null, the default, starts with none. */
        public Builder faults(Path faults) {
            this.faults = faults;
            return this;
        }

        /** The account of callers that name none, twelve digits; 123456789012 by default. */
        public Builder account(String account) {
            this.account = account;
            return this;
        }

        /** The region of callers that name none; us-east-1 by default. */
        public Builder region(String region) {
            this.region = region;
            return this;
        }

        /** What a deleted profile is answered with; an empty body by default. */
        public Builder deleteResponse(DeleteResponse deleteResponse) {
            this.deleteResponse = deleteResponse;
            return this;
        }

        /** Whether the state control API is served; by default it is while the host is loopback. */
        public Builder control(boolean control) {
            this.control = control;
            return this;
        }

        /** The bytes that a request body may have; 1 MiB by default. */
        public Builder maxBody(int maxBody) {
            this.maxBody = maxBody;
            return this;
        }

        /** The bytes that a request line and headers may have; 16 KiB by default. */
        public Builder maxHeaders(int maxHeaders) {
            this.maxHeaders = maxHeaders;
            return this;
        }

        /** The connections that are served at a time; 1000 by default. */
        public Builder maxConnections(int maxConnections) {
            this.maxConnections = maxConnections;
            return this;
        }

        /** How long a request body may take to arrive; 30 seconds by default. */
        public Builder readTimeout(Duration readTimeout) {
            this.readTimeout = readTimeout;
            return this;
        }

        /** How long a connection may take until its next request is read, in whole seconds; 75 by default. */
        public Builder idleTimeout(Duration idleTimeout) {
            this.idleTimeout = idleTimeout;
            return this;
        }

        /** Whether metrics are kept and served at /metrics; not by default, since they cost a start some time. */
        public Builder metrics(boolean metrics) {
            this.metrics = metrics;
            return this;
        }

        /** How each request is logged, by {@code AccessLog} at INFO; it is not by default. */
        public Builder accessLog(AccessLogFormat accessLog) {
            this.accessLog = accessLog;
            return this;
        }

        /** The file with what requests have to be signed with; null, the default, verifies no signature. */
        public Builder credentials(Path credentials) {
            this.credentials = credentials;
            return this;
        }

        /** What requests to the state control API have to bear; null, the default, lets this machine's have all. */
        public Builder controlToken(String controlToken) {
            this.controlToken = controlToken == null ? null : new Secret(controlToken);
            return this;
        }

        /**
         * The PKCS#12 file to speak TLS with; null, the default, speaks in the clear.
         *
         * @param password what it is locked with, or null if it is not
         */
        public Builder tls(Path keystore, String password) {
            this.tls = keystore == null ? null : new Keystore(keystore, password == null ? null : new Secret(password));
            return this;
        }

        public Configuration build() {
            return new Configuration(
                    host,
                    port,
                    state,
                    store,
                    faults,
                    new Scope(account, region),
                    deleteResponse,
                    control == null ? host.isLoopbackAddress() : control,
                    new Limits(maxBody, maxHeaders, maxConnections, readTimeout, idleTimeout),
                    metrics,
                    accessLog,
                    credentials,
                    controlToken,
                    tls);
        }
    }
}
