package io.github.appflowkit.server;

import io.github.appflowkit.server.http.Access;
import io.github.appflowkit.server.http.json.ContractValidator;
import io.github.appflowkit.server.http.state.CredentialsFile;
import io.github.appflowkit.server.http.state.FormFileException;
import io.github.appflowkit.server.tls.KeystoreException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;

/** Reads the files that say who gets in. */
record AccessFiles(Configuration configuration) {
    /**
     * Reads and checks who may use the server.
     *
     * @throws StartException if a file cannot be used
     */
    Access access(ContractValidator validator) throws StartException {
        try {
            return new Access(
                    configuration.credentials() == null
                            ? null
                            : new CredentialsFile(configuration.credentials()).read(validator),
                    configuration.controlToken());
        } catch (FormFileException e) {
            throw new StartException(e.getMessage());
        }
    }

    /**
     * What to speak TLS with, or null to speak in the clear.
     *
     * @throws StartException if the keystore cannot be used
     */
    SSLContext tls() throws StartException {
        try {
            return configuration.tls() == null ? null : configuration.tls().open();
        } catch (KeystoreException e) {
            throw new StartException(e.getMessage());
        }
    }

    /** Who may use the state control API, in words. */
    String controlCallers() {
        if (!configuration.control()) {
            return "off";
        }
        List<String> callers = new ArrayList<>();
        if (configuration.controlToken() != null) {
            callers.add("for bearers of its token");
        }
        if (configuration.credentials() != null) {
            callers.add("for signed requests about their own account");
        }
        return callers.isEmpty() ? "open to all on this machine" : String.join(" and ", callers);
    }
}
