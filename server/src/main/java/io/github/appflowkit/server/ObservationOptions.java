package io.github.appflowkit.server;

import io.github.appflowkit.server.http.observe.AccessLogFormat;
import picocli.CommandLine.Option;

/** The options that say what operators see of a server. */
final class ObservationOptions {
    @Option(
            names = "--metrics",
            paramLabel = "on|off",
            defaultValue = "off",
            description = "Whether requests, the store and the JVM are measured, for Prometheus to read at /metrics"
                    + " (default: ${DEFAULT-VALUE}).")
    private Switch metrics;

    @Option(
            names = "--access-log",
            paramLabel = "FORMAT",
            defaultValue = "off",
            description = "off, or a line for each request on stderr, whatever the log level: text or json"
                    + " (default: ${DEFAULT-VALUE}).")
    private AccessLogFormat accessLog;

    @Option(
            names = "--log-level",
            paramLabel = "LEVEL",
            defaultValue = "info",
            description = "off, error, warn, info, debug or trace; logs go to stderr (default: ${DEFAULT-VALUE}).")
    private LogLevel logLevel;

    /** Adds what the options say to a configuration. */
    void configure(Configuration.Builder configuration) {
        configuration.metrics(metrics == Switch.ON).accessLog(accessLog);
    }

    LogLevel logLevel() {
        return logLevel;
    }
}
