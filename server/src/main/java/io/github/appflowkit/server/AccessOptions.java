package io.github.appflowkit.server;

import io.github.appflowkit.server.secret.Secret;
import java.net.InetAddress;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options that say who is let in, and how the server proves who it is. */
final class AccessOptions {
    enum Auth {
        NONE,
        SIGV4
    }

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--auth",
            paramLabel = "none|sigv4",
            defaultValue = "none",
            description = "Whether the signatures of requests are verified; none believes what they say of account and"
                    + " region (default: ${DEFAULT-VALUE}).")
    private Auth auth;

    @Option(
            names = "--credentials",
            paramLabel = "FILE",
            description = "The access keys that sigv4 knows, each with its secret and its account, in YAML or, if the"
                    + " name ends with .json, in JSON.")
    private Path credentials;

    @Option(
            names = "--control-token",
            paramLabel = "TOKEN",
            converter = OptionTypes.SecretText.class,
            description = "What requests to the state control API have to bear, as 'Authorization: Bearer TOKEN';"
                    + " file:PATH reads it from a file. Needed for --control on where the host is not loopback.")
    private Secret controlToken;

    @Option(
            names = "--tls-keystore",
            paramLabel = "FILE",
            description = "Serves HTTPS with the key and certificates of this PKCS#12 file.")
    private Path tlsKeystore;

    @Option(
            names = "--tls-keystore-password",
            paramLabel = "PASSWORD",
            converter = OptionTypes.SecretText.class,
            description = "The password of that file; file:PATH reads it from a file. Others can see an option, but not"
                    + " APPFLOW_TLS_KEYSTORE_PASSWORD.")
    private Secret tlsKeystorePassword;

    /**
     * Adds what the options say to a configuration.
     *
     * @param control what was asked for, or null for the default
     * @throws ParameterException if they do not go together
     */
    void configure(Configuration.Builder configuration, InetAddress host, Boolean control) {
        require(
                auth == Auth.NONE || credentials != null,
                "--auth sigv4 needs --credentials FILE, the keys that it knows");
        require(auth == Auth.SIGV4 || credentials == null, "--credentials is for --auth sigv4: give both or none");
        require(
                tlsKeystore != null || tlsKeystorePassword == null,
                "--tls-keystore-password is for a --tls-keystore: give both or none");
        boolean served = control == null ? host.isLoopbackAddress() : control;
        require(
                !served || host.isLoopbackAddress() || controlToken != null,
                "--control on needs --control-token TOKEN where the host is not loopback, or everybody who reaches the"
                        + " server could change its state");
        require(
                served || controlToken == null,
                "--control-token is for the state control API, which is not served: add --control on");
        configuration
                .credentials(credentials)
                .controlToken(reveal(controlToken))
                .tls(tlsKeystore, reveal(tlsKeystorePassword));
    }

    private void require(boolean condition, String message) {
        if (!condition) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    private static String reveal(Secret secret) {
        return secret == null ? null : secret.reveal();
    }
}
