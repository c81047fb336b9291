package io.github.appflowkit.server.http;

import static io.github.appflowkit.server.http.AnswerAssert.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.appflowkit.server.Configuration;
import io.github.appflowkit.server.TestServer;
import io.github.appflowkit.server.signature.SdkSigned;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Who is served by a server that verifies signatures, and what others learn from it: nothing. */
class SignedCallersTest {
    private static final AwsCredentialsIdentity TEST = AwsCredentialsIdentity.create("test", "test");
    private static final AwsCredentialsIdentity OTHER = AwsCredentialsIdentity.create("other", "other");
    private static final AwsCredentialsIdentity STRANGER = AwsCredentialsIdentity.create("stranger", "test");
    private static final String TOKEN = "Bearer open sesame";
    private static final String FLOW =
            "{\"name\":\"nightly\",\"trigger\":\"Event\",\"account\":\"123456789012\",\"region\":\"eu-central-1\"}";
    private static final String STOP = "{\"flowName\":\"nightly\"}";

    private TestServer server;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.start(Configuration.builder()
                .credentials(Path.of("examples/credentials.yaml"))
                .controlToken("open sesame"));
        server.put("/_control/flows", FLOW, "Authorization", TOKEN);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_signed_request_is_served_and_its_body_read_twice() throws IOException {
        assertThat(answer(signed(TEST, "/stop-flow", STOP).onTheWire()))
                .startsWith("HTTP/1.1 200 ")
                .contains("arn:aws:appflow:eu-central-1:123456789012:flow/nightly");
    }

    @Test
    void a_presigned_request_is_served() throws IOException {
        SdkSigned presigned = SdkSigned.inQuery(
                TEST,
                Clock.systemUTC(),
                SdkSigned.post(server.uri() + "/stop-flow").build(),
                STOP,
                Duration.ofMinutes(1));
        assertThat(presigned.headOnTheWire()).contains("X-Amz-Signature=").doesNotContain("authorization");

        assertThat(answer(presigned.onTheWire())).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void a_body_in_chunks_is_served_and_so_is_one_that_waits_for_a_continue() throws IOException {
        SdkSigned signed = signed(TEST, "/stop-flow", STOP);
        assertThat(answer(signed.headOnTheWire("Transfer-Encoding: chunked")
                        + "\r\n5\r\n{\"flo\r\n11\r\nwName\":\"nightly\"}\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
        try (RawConnection connection = new RawConnection(server.uri())) {
            connection.send(signed.headOnTheWire("Content-Length: " + STOP.length(), "Expect: 100-continue") + "\r\n");
            assertThat(connection.answer()).startsWith("HTTP/1.1 100 ");
            assertThat(connection.send(STOP).answer()).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void a_connection_outlives_a_refusal() throws IOException {
        try (RawConnection connection = new RawConnection(server.uri())) {
            for (String refused : List.of(
                    signed(STRANGER, "/stop-flow", STOP).onTheWire(),
                    signed(TEST, "/stop-flow", STOP).onTheWire().replace("nightly", "nightlx"))) {
                assertThat(connection.send(refused).answer()).startsWith("HTTP/1.1 403 ");
                assertThat(connection
                                .send(signed(TEST, "/stop-flow", STOP).onTheWire())
                                .answer())
                        .startsWith("HTTP/1.1 200 ");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/stop-flow, nightly",
        "/stop-flow, none",
        "/delete-connector-profile, nightly",
        "/delete-connector-profile, none",
    })
    void a_stranger_learns_no_name_and_changes_nothing(String path, String name) throws IOException {
        String body = "{\"flowName\":\"" + name + "\",\"connectorProfileName\":\"" + name + "\"}";

        assertRefused(signed(STRANGER, path, body).onTheWire(), "UnrecognizedClientException");
        assertRefused(
                signed(AwsCredentialsIdentity.create("test", "guess"), path, body)
                        .onTheWire(),
                "InvalidSignatureException");
        assertRefused(
                "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body,
                "MissingAuthenticationTokenException");

        assertThat(state(TOKEN)).contains("\"Active\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"flowName\":\"a b\"}", "{}"})
    void what_is_wrong_with_a_body_is_told_only_to_those_who_signed_it(String body) throws IOException {
        assertRefused(signed(STRANGER, "/stop-flow", body).onTheWire(), "UnrecognizedClientException");
        assertThat(answer(signed(TEST, "/stop-flow", body).onTheWire())).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void a_body_that_is_too_long_is_told_before_it_is_verified() throws IOException {
        String body = "x".repeat(64 * 1024 + 1);
        assertThat(answer(signed(TEST, "/stop-flow", body).onTheWire())).startsWith("HTTP/1.1 413 ");
        assertRefused(signed(STRANGER, "/stop-flow", body).onTheWire(), "UnrecognizedClientException");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST /stop-flow HTTP/1.1 | POST /stop-flow/ HTTP/1.1
            POST /stop-flow HTTP/1.1 | POST /stop-flow?a=1 HTTP/1.1
            nightly"}                | nightlx"}
            application/json         | application/JSON
            host: 127.0.0.1          | host: localhost
            """)
    void a_change_on_the_way_is_noticed(String text, String replacement) throws IOException {
        String wire = signed(TEST, "/stop-flow", STOP).onTheWire();
        assertThat(wire).contains(text);

        assertRefused(wire.replace(text, replacement), "InvalidSignatureException");
    }

    @Test
    void one_account_has_none_of_what_another_has() throws IOException {
        assertThat(answer(signed(OTHER, "/stop-flow", STOP).onTheWire()))
                .startsWith("HTTP/1.1 404 ")
                .contains("ResourceNotFoundException");
        assertThat(state(TOKEN)).contains("\"Active\"");
    }

    @Test
    void an_access_key_of_twelve_digits_is_not_believed_to_be_an_account() throws IOException {
        AwsCredentialsIdentity digits = AwsCredentialsIdentity.create("123456789012", "test");
        assertRefused(signed(digits, "/stop-flow", STOP).onTheWire(), "UnrecognizedClientException");
    }

    @Test
    void the_control_api_takes_who_signs_as_far_as_his_account() throws IOException {
        assertThat(answer(signed(OTHER, "/_control/describe", "{}").onTheWire()))
                .startsWith("HTTP/1.1 200 ")
                .doesNotContain("nightly");
        assertThat(answer(signed(TEST, "/_control/describe", "{}").onTheWire())).contains("nightly");
        assertThat(answer(signed(TEST, "/stop-flow", STOP).onTheWire())).startsWith("HTTP/1.1 200 ");
        assertThat(answer(requests(OTHER))).startsWith("HTTP/1.1 200 ").doesNotContain("nightly");
        assertThat(answer(requests(TEST))).contains("nightly");

        assertRefused(
                signed(OTHER, "/_control/describe", "{\"flowName\":\"nightly\",\"account\":\"123456789012\"}")
                        .onTheWire(),
                "AccessDeniedException");
        assertRefused(
                signed(OTHER, "/_control/remove", "{\"flowName\":\"nightly\",\"account\":\"123456789012\"}")
                        .onTheWire(),
                "AccessDeniedException");
        assertRefused(
                signed(
                                OTHER,
                                "/_control/faults",
                                "{\"operation\":\"StopFlow\",\"name\":\"nightly\","
                                        + "\"account\":\"123456789012\",\"error\":\"ThrottlingException\"}")
                        .onTheWire(),
                "AccessDeniedException");
        assertRefused(put(OTHER, "/_control/flows", FLOW), "AccessDeniedException");
        assertRefused(
                put(OTHER, "/_control/connector-profiles", "{\"name\":\"crm\",\"account\":\"123456789012\"}"),
                "AccessDeniedException");
        assertRefused(signed(TEST, "/_control/reset", "").onTheWire(), "AccessDeniedException");

        assertThat(answer(put(OTHER, "/_control/connector-profiles", "{\"name\":\"crm\"}")))
                .contains("\"account\":\"210987654321\",\"region\":\"eu-central-1\"");
        assertThat(state(TOKEN)).contains("nightly", "210987654321");
    }

    @Test
    void the_control_api_takes_neither_strangers_nor_unsigned_requests() throws IOException {
        assertRefused(signed(STRANGER, "/_control/describe", "{}").onTheWire(), "UnrecognizedClientException");
        assertRefused(
                "GET /_control/requests HTTP/1.1\r\nHost: localhost\r\n\r\n", "MissingAuthenticationTokenException");
        assertThat(server.post("/_control/reset", null, "Authorization", TOKEN).statusCode())
                .isEqualTo(200);
    }

    @Test
    void what_has_no_route_is_told_to_everybody() throws IOException {
        assertThat(answer("POST /none HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n"))
                .startsWith("HTTP/1.1 404 ")
                .contains("UnknownOperationException");
        assertThat(answer("GET /stop-flow HTTP/1.1\r\nHost: x\r\n\r\n")).startsWith("HTTP/1.1 405 ");
    }

    private String state(String authorization) {
        JsonNode state = json(server.send(
                "POST",
                "/_control/describe",
                "{}",
                "Authorization",
                authorization,
                "Content-Type",
                "application/json"));
        return state.toString();
    }

    private SdkSigned signed(AwsCredentialsIdentity identity, String path, String body) {
        return SdkSigned.inHeaders(
                identity, Clock.systemUTC(), SdkSigned.post(server.uri() + path).build(), body);
    }

    private String put(AwsCredentialsIdentity identity, String path, String body) {
        return SdkSigned.inHeaders(
                        identity,
                        Clock.systemUTC(),
                        SdkSigned.post(server.uri() + path)
                                .method(SdkHttpMethod.PUT)
                                .build(),
                        body)
                .onTheWire();
    }

    private String requests(AwsCredentialsIdentity identity) {
        return SdkSigned.inHeaders(
                        identity,
                        Clock.systemUTC(),
                        SdkSigned.post(server.uri() + "/_control/requests")
                                .method(SdkHttpMethod.GET)
                                .build(),
                        "")
                .onTheWire();
    }

    private void assertRefused(String request, String type) throws IOException {
        assertThat(answer(request))
                .startsWith("HTTP/1.1 403 ")
                .contains("\r\nX-Amzn-Errortype: " + type + "\r\n", "\r\nx-amzn-RequestId: ", "{\"message\":")
                .doesNotContain("nightly");
    }

    private String answer(String request) throws IOException {
        try (RawConnection connection = new RawConnection(server.uri())) {
            return new String(
                    connection.send(request).answer().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }
    }
}
