package io.github.appflowkit.conformance.cli;

import java.net.URI;
import picocli.CommandLine.Option;

/** How the resources that rules need get to the endpoint. */
final class SetupOptions {
    @Option(
            names = "--setup",
            paramLabel = "WAY",
            description = "How resources get to the endpoint: control (its state control API), none (only rules that"
                    + " need no resource are judged), or auto (the first of the two that works). Default: auto.")
    private Rung rung = Rung.AUTO;

    @Option(
            names = "--control-url",
            paramLabel = "URL",
            converter = UrlConverter.class,
            description = "Where the state control API is. Default: ENDPOINT/_control.")
    private URI controlUrl;

    /** The options, checked. */
    Choice resolve() {
        return new Choice(rung, controlUrl);
    }

    /** How resources get to the endpoint. */
    enum Rung {
        AUTO,
        CONTROL,
        NONE
    }

    /**
     * How resources get to the endpoint.
     *
     * @param rung the rung of the setup ladder that was asked for
     * @param controlUrl where the state control API is; null for its usual place
     */
    record Choice(Rung rung, URI controlUrl) {
        /** Where the state control API of an endpoint is. */
        URI controlUrl(URI endpoint) {
            return controlUrl == null ? URI.create(endpoint + "/_control") : controlUrl;
        }
    }
}
