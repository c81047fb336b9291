package io.github.appflowkit.conformance.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads URLs such as {@code http://localhost:8080}. */
final class UrlConverter implements ITypeConverter<URI> {
    private static final int MAX_PORT = 65_535;

    @Override
    public URI convert(String value) {
        URI url = parsed(value);
        if (url != null
                && url.getHost() == null
                && String.valueOf(url.getAuthority()).contains("_")) {
            throw new TypeConversionException("names a host with an underscore, which no host name may have: give its"
                    + " address, or another name of it");
        }
        if (url == null || url.getHost() == null || !List.of("http", "https").contains(url.getScheme())) {
            throw new TypeConversionException("is not a URL such as http://localhost:8080");
        }
        if (url.getPort() == 0 || url.getPort() > MAX_PORT) {
            throw new TypeConversionException("has a port that is not between 1 and " + MAX_PORT);
        }
        if (url.getUserInfo() != null || url.getQuery() != null || url.getFragment() != null) {
            throw new TypeConversionException(
                    "has more than a scheme, host, port and path: a user, query or fragment is not taken");
        }
        return url;
    }

    private static URI parsed(String value) {
        try {
            return new URI(value);
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
