package io.github.appflowkit.conformance.cli;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import javax.net.ssl.SSLContext;

/** The trust store that Java was started with: Java ignores one that is not there, and tells too late of a broken one. */
final class TrustStore {
    private static final String PROPERTY = "javax.net.ssl.trustStore";

    private TrustStore() {}

    /**
     * Looks at the trust store if calls of a URL need it.
     *
     * @param url what is called; null for nothing
     * @throws UsageException if it cannot be used
     */
    static void requireFor(URI url) {
        String store = System.getProperty(PROPERTY);
        if (url == null || !"https".equals(url.getScheme()) || store == null) {
            return;
        }
        if (!store.equals("NONE") && !Files.isReadable(Path.of(store))) {
            throw new UsageException("-D" + PROPERTY + "=" + store + " names a file that cannot be read");
        }
        try {
            SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            throw new UsageException("-D" + PROPERTY + "=" + store + " cannot be used: "
                    + Objects.requireNonNullElse(cause.getMessage(), cause.toString())
                    + "; a keystore of PKCS#12 or JKS and its password are needed");
        }
    }
}
