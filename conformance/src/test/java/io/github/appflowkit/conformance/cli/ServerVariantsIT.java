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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference server in all the ways in which it can be run: none is an excuse for breaking a rule. */
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
    }

    @Test
    void in_memory_with_a_token_for_its_control_api() throws Exception {
        String token = "file:" + files.resolve("token");
        try (LaunchedServer server = LaunchedServer.start(List.of("--control-token", token))) {
            judge(server.url(), "--control-token", token);
        }
    }

    @Test
    void in_a_file() throws Exception {
        try (LaunchedServer server =
                LaunchedServer.start(List.of("--store", "jdbc:h2:file:" + folder.resolve("state")))) {
            judge(server.url());
        }
    }

    @Test
    void in_a_database_alone_and_as_three_behind_a_balancer() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(Path.of("target", "postgres").toFile())
                .start()) {
            List<String> store = List.of("--store", postgres.getJdbcUrl("postgres", "postgres"));
            try (LaunchedServer first = LaunchedServer.start(store)) {
                judge(first.url());
                try (LaunchedServer second = LaunchedServer.start(store);
                        LaunchedServer third = LaunchedServer.start(store);
                        Balancer balancer = new Balancer(List.of(first.url(), second.url(), third.url()))) {
                    int before = served(first.url());

                    judge(balancer.url());

                    assertThat(served(first.url()) - before).isPositive();
                    assertThat(served(second.url())).isPositive();
                    assertThat(served(third.url())).isPositive();
                }
            }
        }
    }

    @Test
    void with_signatures() throws Exception {
        try (LaunchedServer server = LaunchedServer.start(signed())) {
            judge(server.url());
        }
    }

    @Test
    void with_tls_and_with_signatures_too() throws Exception {
        makeKeystore();
        List<String> tls = List.of("--tls-keystore", keystore.toString(), "--tls-keystore-password", PASSWORD);
        SSLContext before = SSLContext.getDefault();
        SSLContext.setDefault(trusting(keystore));
        try {
            try (LaunchedServer server = LaunchedServer.start(tls)) {
                judge(server.url());
            }
            List<String> both = Stream.of(tls, signed()).flatMap(List::stream).toList();
            try (LaunchedServer server = LaunchedServer.start(both)) {
                judge(server.url());
            }
        } finally {
            SSLContext.setDefault(before);
        }
    }

    /** Judges by every rule, and finds none that is broken, nor one that cannot be judged. */
    private void judge(URI url, String... options) throws Exception {
        CommandRun run = new CommandRun(folder)
                .variables(Map.of(
                        "AWS_ACCESS_KEY_ID",
                        "AKIAFIRST",
                        "AWS_SECRET_ACCESS_KEY",
                        "first-secret",
                        "AWS_SHARED_CREDENTIALS_FILE",
                        files.resolve("aws-credentials").toString(),
                        "AWS_CONFIG_FILE",
                        files.resolve("none").toString()));
        List<Object> arguments =
                new ArrayList<>(List.of("--strict", "--endpoint", url, "--second-credentials", "second"));
        arguments.addAll(Arrays.asList(options));

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
