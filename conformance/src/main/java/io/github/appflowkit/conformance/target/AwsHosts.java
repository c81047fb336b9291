package io.github.appflowkit.conformance.target;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/** Tells whether a URL is AWS itself, where a run costs money and touches what people use. */
public final class AwsHosts {
    private static final List<String> DOMAINS = List.of(
            "amazonaws.com",
            "amazonaws.com.cn",
            "amazonaws.eu",
            "amazonwebservices.com.cn",
            "amazonwebservices.eu",
            "api.aws",
            // The isolated partitions'.
            "c2s.ic.gov",
            "sc2s.sgov.gov",
            "cloud.adc-e.uk",
            "csp.hci.ic.gov");

    private AwsHosts() {}

    /** Whether a URL is AWS itself. */
    public static boolean contains(URI url) {
        String host = url.getHost().toLowerCase(Locale.ROOT).replaceFirst("\\.+$", "");
        return DOMAINS.stream().anyMatch(domain -> host.equals(domain) || host.endsWith("." + domain));
    }
}
