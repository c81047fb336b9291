package io.github.appflowkit.server.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Keystores that tests make by the JDK's own tool, as a user would. */
public final class TestKeystore {
    public static final String PASSWORD = "changeit";

    private TestKeystore() {}

    /** A key for this machine, with a certificate that it signed itself. */
    public static Path make(Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("server.p12");
        keytool(
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-validity",
                "2",
                "-ext",
                "SAN=DNS:localhost,IP:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString());
        return file;
    }

    /** The certificate of such a keystore alone. */
    static Path withoutKey(Path keystore, Path folder) throws IOException, InterruptedException {
        Path certificate = folder.resolve("server.crt");
        Path file = folder.resolve("trust.p12");
        keytool("-exportcert", "-alias", "server", "-file", certificate.toString(), "-keystore", keystore.toString());
        keytool(
                "-importcert",
                "-noprompt",
                "-alias",
                "server",
                "-file",
                certificate.toString(),
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString());
        return file;
    }

    /** Trusts the certificates of a keystore, and no others. */
    public static TrustManager[] trusting(Path keystore) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keystore)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", store.getCertificate("server"));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return factory.getTrustManagers();
    }

    /** The context of a client that trusts a keystore's certificates. */
    public static SSLContext client(Path keystore, String protocol) throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance(protocol);
        context.init(null, trusting(keystore), null);
        return context;
    }

    private static void keytool(String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(args));
        command.addAll(List.of("-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
    }
}
