package io.github.appflowkit.conformance.target;

import java.net.URI;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import org.apache.http.conn.scheme.PlainSocketFactory;
import org.apache.http.conn.scheme.Scheme;
import org.apache.http.conn.scheme.SchemeRegistry;
import org.apache.http.conn.ssl.SSLSocketFactory;

/** How connections are opened: in the clear, or by TLS with the keys and the trust of the process. */
@SuppressWarnings("deprecation")
final class Schemes {
    private Schemes() {}

    /** Those of an endpoint; TLS is made ready, which takes time, only for one that speaks it. */
    static SchemeRegistry of(URI endpoint) {
        SchemeRegistry schemes = new SchemeRegistry();
        if ("https".equals(endpoint.getScheme())) {
            schemes.register(new Scheme("https", 443, tls()));
        } else {
            schemes.register(new Scheme("http", 80, PlainSocketFactory.getSocketFactory()));
        }
        return schemes;
    }

    private static SSLSocketFactory tls() {
        try {
            return new SSLSocketFactory(SSLContext.getDefault(), SSLSocketFactory.BROWSER_COMPATIBLE_HOSTNAME_VERIFIER);
        } catch (NoSuchAlgorithmException e) {
            // The trust store or the key store that the process was started with cannot be read.
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
