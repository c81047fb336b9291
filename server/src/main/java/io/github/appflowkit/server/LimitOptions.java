package io.github.appflowkit.server;

import java.time.Duration;
import picocli.CommandLine.Option;

/** The options that say how much a client may ask. */
final class LimitOptions {
    @Option(
            names = "--max-body",
            paramLabel = "SIZE",
            defaultValue = "1MiB",
            converter = OptionTypes.ByteSize.class,
            description = "The longest request body that is read (default: ${DEFAULT-VALUE}).")
    private int maxBody;

    @Option(
            names = "--max-headers",
            paramLabel = "SIZE",
            defaultValue = "16KiB",
            converter = OptionTypes.ByteSize.class,
            description = "The longest request line and headers that are read (default: ${DEFAULT-VALUE}).")
    private int maxHeaders;

    @Option(
            names = "--max-connections",
            paramLabel = "N",
            defaultValue = "1000",
            converter = OptionTypes.Count.class,
            description = "How many connections are served at a time; what more of them ask is answered with 503"
                    + " (default: ${DEFAULT-VALUE}).")
    private int maxConnections;

    @Option(
            names = "--read-timeout",
            paramLabel = "TIME",
            defaultValue = "30s",
            converter = OptionTypes.Time.class,
            description = "How long a request body may take to arrive, and how long a client may take nothing of its"
                    + " answer (default: ${DEFAULT-VALUE}).")
    private Duration readTimeout;

    @Option(
            names = "--idle-timeout",
            paramLabel = "TIME",
            defaultValue = "75s",
            converter = OptionTypes.Time.class,
            description = "How long a connection may take until the headers of its next request are there (default:"
                    + " ${DEFAULT-VALUE}).")
    private Duration idleTimeout;

    void configure(Configuration.Builder configuration) {
        configuration
                .maxBody(maxBody)
                .maxHeaders(maxHeaders)
                .maxConnections(maxConnections)
                .readTimeout(readTimeout)
                .idleTimeout(idleTimeout);
    }
}
