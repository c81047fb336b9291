package io.github.appflowkit.openapi.model;

import io.github.appflowkit.openapi.document.Document;
import io.github.appflowkit.openapi.document.Place;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The service of AWS whose contract a document is. Others have operations of the same name: MediaConnect has a StopFlow.
 *
 * @param endpointPrefix the first label of its hosts
 * @param place where the document says so
 */
record Service(String endpointPrefix, Place place) {
    private static final Pattern HOST = Pattern.compile("https://([^./]+)\\..*\\.amazonaws\\.com");

    /** The service that a document names as its server, if it is one of AWS's. */
    static Optional<Service> of(Document contract) {
        return contract.root().get("servers").stream()
                .flatMap(servers -> servers.items().stream())
                .flatMap(server -> server.get("url").stream())
                .flatMap(url -> {
                    Matcher host = HOST.matcher(url.text());
                    return host.matches()
                            ? Optional.of(new Service(host.group(1), url.place())).stream()
                            : Optional.<Service>empty().stream();
                })
                .findFirst();
    }

    /** Whether a model is that of another service; one that does not say is taken for this one's. */
    boolean isNotThatOf(Model model) {
        return !model.endpointPrefix().isEmpty() && !model.endpointPrefix().equals(endpointPrefix);
    }
}
