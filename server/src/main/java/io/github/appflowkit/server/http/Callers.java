package io.github.appflowkit.server.http;

import io.github.appflowkit.server.account.Scope;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glassfish.grizzly.http.server.Request;

/**
 * Tells from a request's {@code Authorization} whose resources it means: the region is the one in the credential
 * scope, and an access key of twelve digits names the account. What it does not say is the server's own, and all
 * that it says is believed.
 */
final class Callers implements Identification {
    private static final Pattern CREDENTIAL =
            Pattern.compile("\\bCredential=([^/,\\s]+)/[^/,\\s]*/([a-z0-9-]{1,64})/appflow/aws4_request\\b");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

    private final Scope own;

    Callers(Scope own) {
        this.own = own;
    }

    @Override
    public Scope of(Request request) {
        return of(request.getHeader("Authorization"));
    }

    /** Whose resources are meant; the header may be null. */
    Scope of(String authorization) {
        if (authorization == null) {
            return own;
        }
        Matcher credential = CREDENTIAL.matcher(authorization);
        if (!credential.find()) {
            return own;
        }
        String key = credential.group(1);
        return new Scope(ACCOUNT.matcher(key).matches() ? key : own.account(), credential.group(2));
    }
}
