package io.github.appflowkit.conformance.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * What arrives bears the signature that <a
 * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Signature Version
 * 4</a> gives for exactly what arrives, as computed here from the bytes on the wire.
 */
class SignatureTest {
    private static final String SECRET = "a-secret/of+signs";
    private static final Request REQUEST = new Request(
                    "POST", "/stop-flow", List.of(new Header("Content-Type", "application/json")), null, "eu-west-1")
            .withBody("{\"flowName\": \"a b\"}");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/stop-flow",
                "/stop-flow/",
                "/",
                "/stop%2Dflow",
                "/stop-flow%20",
                "/v1//stop-flow",
                "/stop-flow?",
                "/stop-flow?x",
                "/stop-flow?x=1&y=2",
                "/stop-flow?y=2&x=b&x=a",
                "/stop-flow?x=%2F%20a%2Bb&x-y=~",
                "/DELETE_connector.profile~"
            })
    void odd_paths_are_signed_as_they_arrive(String target) throws Exception {
        assertSigned(REQUEST.withTarget(target), "", AwsCredentialsIdentity.create("key", SECRET));
    }

    @Test
    void a_path_in_the_endpoints_url_is_signed_too() throws Exception {
        assertSigned(REQUEST, "/appflow/v1", AwsCredentialsIdentity.create("key", SECRET));
    }

    @Test
    void odd_bodies_are_signed_as_they_arrive() throws Exception {
        byte[] binary = {0, (byte) 0xff, '\r', '\n', (byte) 0xc3, 0x28};
        for (byte[] body :
                Arrays.asList(binary, new byte[0], null, "{}\n".repeat(9000).getBytes())) {
            assertSigned(REQUEST.withBody(body), "", AwsCredentialsIdentity.create("key", SECRET));
        }
    }

    @Test
    void other_methods_and_headers_are_signed_as_they_arrive() throws Exception {
        for (String method : List.of("GET", "PUT", "PATCH", "DELETE")) {
            assertSigned(REQUEST.withMethod(method), "", AwsCredentialsIdentity.create("key", SECRET));
        }
        Request odd = REQUEST.withHeader("Accept", "text/html;q=0,  */*").withHeader("X-Odd", " a   b ");
        assertSigned(odd, "", AwsCredentialsIdentity.create("key", SECRET));
        assertSigned(odd.withoutHeader("Content-Type"), "", AwsCredentialsIdentity.create("key", SECRET));
    }

    @Test
    void a_session_token_is_sent_and_signed() throws Exception {
        Received received = assertSigned(REQUEST, "", AwsSessionCredentialsIdentity.create("key", SECRET, "to/ken=="));

        assertThat(received.headers()).containsEntry("x-amz-security-token", "to/ken==");
        assertThat(received.signedHeaders()).contains("x-amz-security-token");
    }

    @Test
    void another_byte_needs_another_signature() throws Exception {
        try (CannedEndpoint endpoint = CannedEndpoint.answering("HTTP/1.1 200 OK\r\n\r\n");
                HttpSender sender = sender(endpoint.url(), AwsCredentialsIdentity.create("key", SECRET))) {
            sender.sendRaw(REQUEST);
            Received changed = Received.of(endpoint.received().replace("a b", "a c"));

            assertThat(changed.signature()).isNotEqualTo(changed.expectedSignature());
        }
    }

    private static Received assertSigned(Request request, String prefix, AwsCredentialsIdentity credentials)
            throws Exception {
        try (CannedEndpoint endpoint = CannedEndpoint.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                HttpSender sender = sender(URI.create(endpoint.url() + prefix), credentials)) {
            Exchange exchange = sender.sendRaw(request);
            assertThat(exchange.whole()).as(exchange.summary()).isPresent();
            Received received = Received.of(endpoint.received());

            assertThat(received.target()).isEqualTo(prefix + request.target());
            assertThat(received.body()).isEqualTo(request.body() == null ? new byte[0] : request.body());
            assertThat(received.signature()).as(received.toString()).isEqualTo(received.expectedSignature());
            assertThat(received.signedHeaders()).contains("host", "x-amz-date");
            return received;
        }
    }

    private static HttpSender sender(URI url, AwsCredentialsIdentity credentials) {
        return new HttpSender(
                new Target(url, "us-east-1", Duration.ofSeconds(20)), Optional.of(new Signer(credentials)));
    }

    /** A request as it arrived. */
    private record Received(String method, String target, Map<String, String> headers, byte[] body) {
        private static final Pattern AUTHORIZATION = Pattern.compile(
                "AWS4-HMAC-SHA256 Credential=key/(\\d{8}/eu-west-1/appflow/aws4_request), SignedHeaders=([^,]+),"
                        + " Signature=([0-9a-f]{64})");

        static Received of(String bytes) {
            String head = bytes.substring(0, bytes.indexOf("\r\n\r\n"));
            String[] lines = head.split("\r\n");
            String[] first = lines[0].split(" ");
            Map<String, String> headers = new TreeMap<>();
            Arrays.stream(lines)
                    .skip(1)
                    .map(line -> line.split(":", 2))
                    .forEach(pair -> headers.put(pair[0].toLowerCase(Locale.ROOT), pair[1].strip()));
            byte[] body = bytes.substring(head.length() + 4).getBytes(StandardCharsets.ISO_8859_1);
            return new Received(first[0], first[1], headers, body);
        }

        String signature() {
            return authorization(3);
        }

        List<String> signedHeaders() {
            return List.of(authorization(2).split(";"));
        }

        private String authorization(int group) {
            Matcher matcher = AUTHORIZATION.matcher(headers.getOrDefault("authorization", ""));
            assertThat(matcher.matches()).as(headers.toString()).isTrue();
            return matcher.group(group);
        }

        String expectedSignature() throws GeneralSecurityException {
            String scope = authorization(1);
            String toSign = String.join(
                    "\n",
                    "AWS4-HMAC-SHA256",
                    headers.get("x-amz-date"),
                    scope,
                    sha256(canonical().getBytes(StandardCharsets.UTF_8)));
            byte[] key = ("AWS4" + SECRET).getBytes(StandardCharsets.UTF_8);
            for (String part : scope.split("/")) {
                key = hmac(key, part);
            }
            return HexFormat.of().formatHex(hmac(key, toSign));
        }

        private String canonical() throws GeneralSecurityException {
            String[] parts = target.split("\\?", 2);
            String path = Arrays.stream(normal(parts[0]).split("/", -1))
                    .map(Received::encoded)
                    .collect(Collectors.joining("/"));
            String query = parts.length == 1 || parts[1].isEmpty()
                    ? ""
                    : Arrays.stream(parts[1].split("&"))
                            .map(pair -> pair.split("=", 2))
                            .map(pair -> reencoded(pair[0]) + "\0" + (pair.length == 1 ? "" : reencoded(pair[1])))
                            .sorted() // By name first, of which some begin like others.
                            .map(pair -> pair.replace('\0', '='))
                            .collect(Collectors.joining("&"));
            String signed = signedHeaders().stream()
                    .map(name -> name + ":" + headers.get(name).replaceAll(" +", " ") + "\n")
                    .collect(Collectors.joining());
            return String.join("\n", method, path, query, signed, String.join(";", signedHeaders()), sha256(body));
        }

        /** Slashes in a row are one, as the signature wants it. */
        private static String normal(String path) {
            return path.replaceAll("/+", "/");
        }

        private static String reencoded(String text) {
            return encoded(URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8)
                    .replace("+", "%20")
                    .replace("*", "%2A")
                    .replace("%7E", "~");
        }

        private static String sha256(byte[] bytes) throws GeneralSecurityException {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        }

        private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
