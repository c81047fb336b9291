package io.github.appflowkit.conformance.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

class HttpSenderTest {
    private static final Request REQUEST = new Request(
                    "POST", "/stop-flow", List.of(new Header("Content-Type", "application/json")), null, "us-east-1")
            .withBody("{\"flowName\":\"a\"}");

    /** Both ways to send give the same exchange. */
    static Stream<BiFunction<Sender, Request, Exchange>> ways() {
        return Stream.of(Sender::send, Sender::sendRaw);
    }

    /** With a body there is a third one. */
    static Stream<BiFunction<Sender, Request, Exchange>> waysWithBody() {
        return Stream.concat(ways(), Stream.of((sender, request) -> sender.sendRaw(request.sentInParts())));
    }

    @ParameterizedTest
    @MethodSource("waysWithBody")
    void a_request_is_sent_as_it_is_and_the_answer_kept_as_it_came(BiFunction<Sender, Request, Exchange> way)
            throws IOException {
        String answer = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-Odd:  b\r\nContent-Length: 2\r\n\r\n{}";
        try (CannedEndpoint endpoint = CannedEndpoint.answering(answer);
                Sender sender = sender(endpoint.url(), Optional.empty())) {
            Exchange exchange = way.apply(sender, REQUEST);

            assertThat(endpoint.received())
                    .startsWith("POST /stop-flow HTTP/1.1\r\n")
                    .contains("Content-Type: application/json\r\n")
                    .doesNotContain("Accept", "charset", "User-Agent", "Authorization")
                    .endsWith("\r\n\r\n{\"flowName\":\"a\"}");
            assertThat(exchange.answer().status()).isEqualTo(200);
            assertThat(exchange.answer().protocol()).isEqualTo("HTTP/1.1");
            assertThat(exchange.answer().header("x-odd")).contains("b");
            assertThat(exchange.answer().text()).isEqualTo("{}");
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void a_request_without_content_type_and_body_is_sent_so(BiFunction<Sender, Request, Exchange> way)
            throws IOException {
        try (CannedEndpoint endpoint = CannedEndpoint.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                Sender sender = sender(endpoint.url(), Optional.empty())) {
            way.apply(sender, REQUEST.withBody((byte[]) null).withoutHeader("Content-Type"));

            assertThat(endpoint.received()).doesNotContain("Content-Type", "Transfer-Encoding");
        }
    }

    @Test
    void a_body_in_chunks_leaves_in_two_of_them() throws IOException {
        try (CannedEndpoint endpoint = CannedEndpoint.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                Sender sender = sender(endpoint.url(), Optional.empty())) {
            Exchange exchange = sender.sendRaw(inChunks());

            assertThat(endpoint.received())
                    .contains("Transfer-Encoding: chunked\r\n")
                    .doesNotContain("Content-Length")
                    .endsWith("\r\n\r\n8\r\n{\"flowNa\r\n8\r\nme\":\"a\"}\r\n0\r\n\r\n");
            assertThat(exchange.sent()).contains(Request.CHUNKED);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void an_answer_that_comes_before_the_body_has_left_is_read(boolean hasAnswer) throws IOException {
        String answer = "HTTP/1.1 411 Length Required\r\nContent-Length: 0\r\n\r\n";
        try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Sender sender = sender(URI.create("http://127.0.0.1:" + listener.getLocalPort()), Optional.empty())) {
            CompletableFuture<Exchange> exchange = CompletableFuture.supplyAsync(() -> sender.sendRaw(inChunks()));
            try (Socket connection = listener.accept()) {
                connection.getInputStream().read();
                CannedEndpoint.write(connection, hasAnswer ? answer : "");
            }

            if (hasAnswer) {
                assertThat(exchange.join().answer().status()).isEqualTo(411);
            } else {
                assertThat(exchange.join().broken().reason()).startsWith("the connection ");
            }
        }
    }

    private static Request inChunks() {
        return REQUEST.withHeader(Request.CHUNKED.name(), Request.CHUNKED.value())
                .sentInParts();
    }

    @Test
    void a_request_is_signed_over_the_bytes_that_are_sent() throws IOException {
        try (CannedEndpoint endpoint = CannedEndpoint.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                Sender sender = sender(endpoint.url(), Optional.of(new Signer(Signer.credentials(Map.of()))))) {
            Exchange exchange = sender.send(REQUEST.inRegion("eu-west-1"));

            assertThat(endpoint.received())
                    .containsPattern(
                            "Authorization: AWS4-HMAC-SHA256 Credential=test/\\d{8}/eu-west-1/appflow/"
                                    + "aws4_request, SignedHeaders=content-type;host;x-amz-[a-z0-9;-]+, Signature=[0-9a-f]{64}");
            assertThat(exchange.sent()).extracting(Header::name).contains("Authorization");
        }
    }

    @Test
    void a_request_of_the_second_account_is_signed_with_its_credentials() throws IOException {
        Signer first = new Signer(AwsCredentialsIdentity.create("first", "secret"));
        Signer second = new Signer(AwsCredentialsIdentity.create("second", "secret"));
        try (CannedEndpoint endpoint = CannedEndpoint.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                Sender alone = sender(endpoint.url(), Optional.of(first));
                Sender both = new HttpSender(alone.target(), Optional.of(first), Optional.of(second))) {
            assertThat(alone.hasSecondAccount()).isFalse();
            assertThat(both.hasSecondAccount()).isTrue();

            both.send(REQUEST.bySecondAccount().withBody("{}"));
            assertThat(endpoint.received()).contains("Credential=second/");

            both.send(REQUEST);
            assertThat(endpoint.received()).contains("Credential=first/");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP/1.1 200 OK\\r\\nContent-Length: 100\\r\\n\\r\\n{} | closed in the middle of the answer",
                "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n5\\r\\n{} | closed in the middle of the answer",
                "HTTP/1.1 200 OK\\r\\nContent-Le | closed in the middle of the answer",
                "'' | closed without an answer",
                "SSH-2.0-OpenSSH_9.2\\r\\n | the answer is not HTTP"
            })
    void a_broken_answer_is_told(String answer, String reason) throws IOException {
        String bytes = answer.replace("\\r", "\r").replace("\\n", "\n");
        for (BiFunction<Sender, Request, Exchange> way : ways().toList()) {
            try (CannedEndpoint endpoint = CannedEndpoint.answering(bytes);
                    Sender sender = sender(endpoint.url(), Optional.empty())) {
                Exchange exchange = way.apply(sender, REQUEST);

                assertThat(exchange.whole()).isEmpty();
                assertThat(exchange.broken().reached()).isTrue();
                assertThat(exchange.broken().reason()).contains(reason);
            }
        }
    }

    @Test
    void an_answer_that_does_not_end_in_time_is_told() throws IOException {
        String begun = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{";
        try (CannedEndpoint endpoint = CannedEndpoint.answeringAndHanging(begun);
                Sender sender = new HttpSender(
                        new Target(endpoint.url(), "us-east-1", Duration.ofMillis(300)), Optional.empty())) {
            assertThat(sender.send(REQUEST).broken().reason()).isEqualTo("no whole answer within 300 ms");
        }
    }

    @Test
    void an_endpoint_that_is_not_there_is_not_reached() throws IOException {
        URI url;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            url = URI.create("http://127.0.0.1:" + free.getLocalPort());
        }
        try (Sender sender = sender(url, Optional.empty())) {
            Broken broken = sender.send(REQUEST).broken();

            assertThat(broken.reached()).isFalse();
            assertThat(broken.reason()).isEqualTo("the connection was refused");
        }
    }

    @Test
    void a_redirect_is_an_answer_and_not_followed() throws IOException {
        String redirect = "HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n";
        for (BiFunction<Sender, Request, Exchange> way : ways().toList()) {
            try (CannedEndpoint endpoint = CannedEndpoint.answering(redirect);
                    Sender sender = sender(endpoint.url(), Optional.empty())) {
                assertThat(way.apply(sender, REQUEST).answer().status()).isEqualTo(302);
            }
        }
    }

    private static Sender sender(URI url, Optional<Signer> signer) {
        return new HttpSender(new Target(url, "us-east-1", Duration.ofSeconds(5)), signer);
    }
}
