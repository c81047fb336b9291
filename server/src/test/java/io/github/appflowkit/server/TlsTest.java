package io.github.appflowkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.appflowkit.server.tls.TestKeystore;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.appflow.AppflowClient;
import software.amazon.awssdk.services.appflow.model.FlowStatus;

/** A server that speaks TLS serves who trusts it, and speaks nothing else. */
class TlsTest {
    @TempDir
    private static Path folder;

    private static Path keystore;
    private static AppFlowServer server;
    private static HttpClient client;

    @BeforeAll
    static void start() throws Exception {
        keystore = TestKeystore.make(folder);
        server = AppFlowServer.start(Configuration.builder()
                .port(0)
                .tls(keystore, TestKeystore.PASSWORD)
                .build());
        client = HttpClient.newBuilder()
                .sslContext(TestKeystore.client(keystore, "TLS"))
                .build();
        assertThat(send("PUT", "/_control/flows", "{\"name\":\"nightly\",\"trigger\":\"Scheduled\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void the_sdk_is_served_if_it_trusts_the_certificate() throws Exception {
        var trust = TestKeystore.trusting(keystore);
        try (AppflowClient appflow = AppflowClient.builder()
                .endpointOverride(server.uri())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(UrlConnectionHttpClient.builder().tlsTrustManagersProvider(() -> trust))
                .build()) {
            assertThat(server.uri()).hasScheme("https");
            assertThat(appflow.stopFlow(request -> request.flowName("nightly")).flowStatus())
                    .isEqualTo(FlowStatus.SUSPENDED);
        }
    }

    @Test
    void a_client_that_does_not_trust_the_certificate_sends_nothing() {
        assertThatExceptionOfType(SSLHandshakeException.class)
                .isThrownBy(() -> HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(server.uri()).build(), BodyHandlers.ofString()));
    }

    @Test
    void a_connection_outlives_refused_requests() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(send("POST", "/stop-flow", "{").statusCode()).isEqualTo(400);
            assertThat(send("POST", "/stop-flow", "{\"flowName\":\"none\"}").statusCode())
                    .isEqualTo(404);
        }
        try (SSLSocket socket = socket("TLS")) {
            OutputStream out = socket.getOutputStream();
            String refused = "POST /stop-flow HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 1\r\n\r\n{";
            for (int i = 0; i < 2; i++) {
                out.write(refused.getBytes(StandardCharsets.US_ASCII));
                assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                        .isEqualTo("HTTP/1.1 400");
                readRest(socket);
            }
        }
    }

    @Test
    void malformed_http_is_answered() throws Exception {
        try (SSLSocket socket = socket("TLS")) {
            socket.getOutputStream().write("nonsense\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400 ")
                    .contains("MalformedHttpRequestException");
        }
    }

    @Test
    void a_request_in_the_clear_does_not_hang() throws IOException {
        try (Socket socket = new Socket(server.uri().getHost(), server.uri().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("HTTP/1.1 200");
        }
        assertServes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void tls_is_spoken_from_1_2_on(String version) throws Exception {
        try (SSLSocket socket = socket(version)) {
            socket.setEnabledProtocols(new String[] {version});
            socket.startHandshake();
            assertThat(socket.getSession().getProtocol()).isEqualTo(version);
        }
    }

    private static void assertServes() {
        assertThat(send("POST", "/stop-flow", "{\"flowName\":\"nightly\"}").statusCode())
                .isEqualTo(200);
    }

    private static SSLSocket socket(String protocol) throws Exception {
        URI uri = server.uri();
        SSLSocket socket = (SSLSocket)
                TestKeystore.client(keystore, protocol).getSocketFactory().createSocket(uri.getHost(), uri.getPort());
        socket.setSoTimeout(10_000);
        return socket;
    }

    /** Reads to the end of the one object that an error's body is. */
    private static void readRest(SSLSocket socket) throws IOException {
        int next = socket.getInputStream().read();
        while (next >= 0 && next != '}') {
            next = socket.getInputStream().read();
        }
    }

    private static HttpResponse<String> send(String method, String path, String json) {
        try {
            return client.send(
                    HttpRequest.newBuilder(server.uri().resolve(path))
                            .timeout(Duration.ofSeconds(10))
                            .header("Content-Type", "application/json")
                            .method(method, BodyPublishers.ofString(json))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(method + " " + path + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
