package io.github.appflowkit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The reference server in all the ways in which it can be run: none is an excuse for breaking a rule. Where it keeps its
 * state and how it is reached have nothing to do with each other, so that one run of the suite tells of both.
 */
class ServerVariantsIT {
    private static final String PASSWORD = "changeit";

    @TempDir
    private static Path files;

    private static Path keystore;

    @TempDir
    private Path folder;

    @BeforeAll
    static void write_the_files() throws Exception {
        keystore = files.resolve("server.p12");
        Files.writeString(files.resolve("credentials.yaml"), """
                credentials:
                  - {accessKeyId: AKIAFIRST, secretAccessKey: first-secret, account: '111111111111'}
                  - {accessKeyId: '210987654321', secretAccessKey: second-secret, account: '210987654321'}
                """);
        Files.writeString(files.resolve("aws-credentials"), """
                [second]
                aws_access_key_id = 210987654321
                aws_secret_access_key = second-secret
                """);
        Files.writeString(files.resolve("token"), "s3cret-control-token");
        makeKeystore();
    }

    @Test
    void in_memory_with_signatures_and_a_token_for_its_control_api() throws Exception {
        List<String> token = List.of("--control-token", "file:" + files.resolve("token"));
        try (LaunchedServer server = LaunchedServer.start(both(signed(), token))) {
            judge(server.url(), token);
        }
    }

    @Test
    void in_a_file_over_tls_with_signatures() throws Exception {
        List<String> store = List.of("--store", "jdbc:h2:file:" + folder.resolve("state"));
        SSLContext before = SSLContext.getDefault();
        SSLContext.setDefault(trusting(keystore));
        try (LaunchedServer server = LaunchedServer.start(both(store, both(tls(), signed())))) {
            judge(server.url(), List.of());
        } finally {
            SSLContext.setDefault(before);
        }
    }

    @Test
    void in_a_database_as_three_behind_a_balancer() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(Path.of("target", "postgres").toFile())
                .start()) {
            List<String> store = List.of("--store", postgres.getJdbcUrl("postgres", "postgres"));
            try (LaunchedServer first = LaunchedServer.start(store);
                    LaunchedServer second = LaunchedServer.start(store);
                    LaunchedServer third = LaunchedServer.start(store);
                    Balancer balancer = new Balancer(List.of(first.url(), second.url(), third.url()))) {
                judge(balancer.url(), List.of());

                assertThat(List.of(served(first.url()), served(second.url()), served(third.url())))
                        .allSatisfy(calls -> assertThat(calls).isPositive());
            }
        }
    }

    /** Judges by every rule, and finds none that is broken, nor one that cannot be judged. */
    private void judge(URI url, List<String> options) throws Exception {
        CommandRun run = new CommandRun(folder)
                .variables(Map.of(
                        "AWS_ACCESS_KEY_ID",
                        "AKIAFIRST",
                        "AWS_SECRET_ACCESS_KEY",
                        "first-secret",
                        "AWS_ACCOUNT_ID",
                        "111111111111",
                        "AWS_SHARED_CREDENTIALS_FILE",
                        files.resolve("aws-credentials").toString(),
                        "AWS_CONFIG_FILE",
                        files.resolve("none").toString()));
        List<Object> arguments =
                new ArrayList<>(List.of("--strict", "--endpoint", url, "--second-credentials", "second"));
        arguments.addAll(options);

        assertThat(run.run(arguments.toArray())).as(run.out() + run.err()).isZero();

        assertThat(run.verdicts().values()).as(run.out()).containsOnly("passed", "observed");
    }

    private static List<String> signed() {
        return List.of(
                "--auth",
                "sigv4",
                "--credentials",
                files.resolve("credentials.yaml").toString());
    }

    private static List<String> tls() {
        return List.of("--tls-keystore", keystore.toString(), "--tls-keystore-password", PASSWORD);
    }

    private static List<String> both(List<String> some, List<String> others) {
        return Stream.of(some, others).flatMap(List::stream).toList();
    }

    /** How many calls a server answered itself. */
    private static int served(URI url) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + "/_control/requests")).build();
        return HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .body()
                        .split("requestId")
                        .length
                - 1;
    }

    private static void makeKeystore() throws Exception {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        keystore.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=ip:127.0.0.1")
                .redirectErrorStream(true)
                .start();
        String output = new String(keytool.getInputStream().readAllBytes());
        assertThat(keytool.waitFor()).as(output).isZero();
    }

    /** What trusts a keystore's own certificate alone. TLS 1.2 resumes a session without new keys, which is quicker. */
    private static SSLContext trusting(Path keystore) throws Exception {
        KeyStore certificates = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keystore)) {
            certificates.load(in, PASSWORD.toCharArray());
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(certificates);
        SSLContext context = SSLContext.getInstance("TLSv1.2");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
