package io.github.appflowkit.server.http;

import io.github.appflowkit.server.secret.Secret;
import io.github.appflowkit.server.signature.Credential;
import java.util.List;

/**
 * Who may use the interface.
 *
 * @param credentials what requests have to be signed with, or null if no signature is verified
 * @param controlToken what requests to the state control API have to bear, or null
 */
public record Access(List<Credential> credentials, Secret controlToken) {
    /** Everybody. */
    public static final Access OPEN = new Access(null, null);

    /** Whether a request has to prove whose it is. */
    boolean isProved() {
        return credentials != null;
    }
}
