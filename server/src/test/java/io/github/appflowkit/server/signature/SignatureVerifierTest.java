package io.github.appflowkit.server.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.appflowkit.server.account.Scope;
import io.github.appflowkit.server.problem.Problem;
import io.github.appflowkit.server.problem.ProblemKind;
import io.github.appflowkit.server.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** What the AWS SDK's signer signs is taken, and nothing that differs from it in any part. */
class SignatureVerifierTest {
    private static final Instant NOW = Instant.parse("2026-01-31T23:58:30Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Scope ALICE = new Scope("111122223333", "eu-central-1");
    private static final String BODY = "{\"flowName\":\"n\u00e4chtlich\"}";

    private static final AwsCredentialsIdentity LASTING = AwsCredentialsIdentity.create("AKIDALICE", "wJalr/K7+MDENG");
    private static final AwsCredentialsIdentity TEMPORARY =
            AwsSessionCredentialsIdentity.create("ASIDALICE", "bPxRf/iCYEX", "token+of/Alice==");
    private static final AwsCredentialsIdentity EXPIRED =
            AwsSessionCredentialsIdentity.create("ASIDOLD", "bPxRf/iCYEX", "token+of/Alice==");

    private final SignatureVerifier verifier = new SignatureVerifier(
            "appflow",
            List.of(credential(LASTING, null), credential(TEMPORARY, NOW.plusSeconds(1)), credential(EXPIRED, NOW)),
            CLOCK);

    private static Credential credential(AwsCredentialsIdentity identity, Instant expires) {
        Secret token =
                identity instanceof AwsSessionCredentialsIdentity session ? new Secret(session.sessionToken()) : null;
        return new Credential(
                identity.accessKeyId(), new Secret(identity.secretAccessKey()), token, expires, ALICE.account());
    }

    static List<AwsCredentialsIdentity> identities() {
        return List.of(LASTING, TEMPORARY);
    }

    @ParameterizedTest
    @MethodSource("identities")
    void a_request_signed_in_its_headers_tells_account_and_region(AwsCredentialsIdentity identity) {
        assertThat(verify(SdkSigned.inHeaders(identity, CLOCK, post().build(), BODY)))
                .isEqualTo(ALICE);
    }

    @ParameterizedTest
    @MethodSource("identities")
    void a_presigned_request_does_too(AwsCredentialsIdentity identity) {
        assertThat(verify(SdkSigned.inQuery(identity, CLOCK, post().build(), BODY, Duration.ofHours(1))))
                .isEqualTo(ALICE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080/",
                "https://localhost/stop-flow/",
                "http://localhost/a%20b/%E2%82%AC/c%2Fd",
                "http://localhost/stop-flow?b=2&a=1&B=3&a=0&b&c=",
                "http://localhost/stop-flow?x=%2B%20%2F%7E%25&%E2%82%AC=%3D",
            })
    void any_path_and_query_can_be_signed(String uri) {
        assertThat(verify(
                        SdkSigned.inHeaders(LASTING, CLOCK, SdkSigned.post(uri).build(), BODY)))
                .isEqualTo(ALICE);
        assertThat(verify(SdkSigned.inQuery(LASTING, CLOCK, SdkSigned.post(uri).build(), BODY, Duration.ofSeconds(1))))
                .isEqualTo(ALICE);
    }

    @Test
    void values_of_a_header_are_joined_and_their_spaces_folded() {
        SdkHttpRequest request = post().appendHeader("My-Header", "  one   two  ")
                .appendHeader("My-Header", "three")
                .build();
        SdkSigned signed = SdkSigned.inHeaders(LASTING, CLOCK, request, BODY);
        assertThat(signed.headers.get("authorization").get(0)).contains(";my-header;");

        assertThat(verify(signed)).isEqualTo(ALICE);

        signed.headers.put("my-header", List.of("three", "one two"));
        assertRefused(signed, ProblemKind.SIGNATURE_INVALID);
    }

    @Test
    void a_body_that_is_said_to_be_unsigned_may_be_any() {
        SdkSigned signed = SdkSigned.withoutBody(
                LASTING, CLOCK, SdkSigned.post("https://localhost/stop-flow").build(), BODY);
        assertThat(signed.headers.get("x-amz-content-sha256")).containsExactly("UNSIGNED-PAYLOAD");
        signed.body = "other".getBytes(StandardCharsets.UTF_8);

        assertThat(verify(signed)).isEqualTo(ALICE);

        signed.headers.remove("x-amz-content-sha256");
        assertRefused(signed, ProblemKind.SIGNATURE_INCOMPLETE);
    }

    @Test
    void a_body_that_was_signed_cannot_be_said_to_be_unsigned() {
        SdkSigned signed = signed();
        signed.headers.put("x-amz-content-sha256", List.of("UNSIGNED-PAYLOAD"));
        assertRefused(signed, ProblemKind.SIGNATURE_INVALID);
    }

    @Test
    void a_hash_that_is_not_the_bodys_is_refused_signed_or_not() {
        SdkSigned signed = signed();
        signed.headers.put("x-amz-content-sha256", List.of("0".repeat(64)));
        signed.replaceIn("authorization", ";x-amz-content-sha256", "");
        assertRefused(signed, ProblemKind.SIGNATURE_INVALID);
    }

    @Test
    void a_signature_is_good_for_five_minutes_before_and_after_its_time() {
        assertThat(verify(signedAt(-300))).isEqualTo(ALICE);
        assertThat(verify(signedAt(300))).isEqualTo(new Scope(ALICE.account(), ALICE.region()));
        assertThat(refusal(signedAt(-301)))
                .hasMessage("Signature expired: 20260131T235329Z is now earlier than 20260131T235330Z"
                        + " (20260131T235830Z - 5 min.)");
        assertThat(refusal(signedAt(301)))
                .hasMessage("Signature not yet current: 20260201T000331Z is still later than 20260201T000330Z"
                        + " (20260131T235830Z + 5 min.)");
    }

    @Test
    void a_presigned_request_is_good_for_as_long_as_it_says() {
        assertThat(verify(presignedAt(-3_600, Duration.ofHours(1)))).isEqualTo(ALICE);
        assertThat(verify(presignedAt(-604_800, Duration.ofDays(7)))).isEqualTo(ALICE);
        assertThat(refusal(presignedAt(-3_601, Duration.ofHours(1))))
                .hasMessage("Signature expired: 20260131T225829Z is now earlier than 20260131T225830Z"
                        + " (20260131T235830Z - 3600 s.)");
        assertRefused(presignedAt(301, Duration.ofHours(1)), ProblemKind.SIGNATURE_INVALID);
    }

    @Test
    void a_date_header_serves_where_there_is_no_other() {
        SdkSigned signed = signed();
        signed.headers.remove("x-amz-date");
        signed.headers.put("date", List.of("Sat, 31 Jan 2026 23:58:30 GMT"));
        assertRefused(signed, ProblemKind.SIGNATURE_INCOMPLETE, "'x-amz-date' is named as a SignedHeader");
        signed.replaceIn("authorization", ";x-amz-date", "");
        sign(signed, LASTING);
        assertThat(verify(signed)).isEqualTo(ALICE);

        signed.headers.put("date", List.of("20260131T235830Z"));
        assertThat(verify(signed)).isEqualTo(ALICE);
    }

    @Test
    void a_request_without_a_signature_is_told_so() {
        SdkSigned signed = signed();
        signed.headers.remove("authorization");
        assertRefused(signed, ProblemKind.SIGNATURE_MISSING, "Missing Authentication Token");
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change("method", ProblemKind.SIGNATURE_INVALID, it -> it.method = "PUT"),
                change("path", ProblemKind.SIGNATURE_INVALID, it -> it.path = "/delete-connector-profile"),
                change("slash", ProblemKind.SIGNATURE_INVALID, it -> it.path += "/"),
                change("query", ProblemKind.SIGNATURE_INVALID, it -> it.query += "&c=3"),
                change(
                        "query's order of values",
                        ProblemKind.SIGNATURE_INVALID,
                        it -> it.query = it.query.replace("a=1", "a=2")),
                change("body", ProblemKind.SIGNATURE_INVALID, it -> it.body[0] ^= 1),
                change("no body", ProblemKind.SIGNATURE_INVALID, it -> it.body = new byte[0]),
                change("host", ProblemKind.SIGNATURE_INVALID, it -> it.headers.put("host", List.of("other"))));
    }

    static Stream<Arguments> headerChanges() {
        return Stream.concat(
                changes(),
                Stream.of(
                        change(
                                "type",
                                ProblemKind.SIGNATURE_INVALID,
                                it -> it.headers.put("content-type", List.of("text/plain"))),
                        change("no type", ProblemKind.SIGNATURE_INCOMPLETE, it -> it.headers.remove("content-type")),
                        change("date", ProblemKind.SIGNATURE_INVALID, it -> it.replaceIn("x-amz-date", "30Z", "31Z")),
                        change(
                                "bad date",
                                ProblemKind.SIGNATURE_INCOMPLETE,
                                it -> it.replaceIn("x-amz-date", "T", " ")),
                        change(
                                "day",
                                ProblemKind.SIGNATURE_INVALID,
                                it -> it.replaceIn("authorization", "/20260131/", "/20260130/")),
                        change(
                                "region",
                                ProblemKind.SIGNATURE_INVALID,
                                it -> it.replaceIn("authorization", "eu-central-1", "us-east-1")),
                        change(
                                "no region",
                                ProblemKind.SIGNATURE_INVALID,
                                it -> it.replaceIn("authorization", "eu-central-1", "EU")),
                        change(
                                "service",
                                ProblemKind.SIGNATURE_INVALID,
                                it -> it.replaceIn("authorization", "/appflow/", "/s3/")),
                        change(
                                "terminator",
                                ProblemKind.SIGNATURE_INVALID,
                                it -> it.replaceIn("authorization", "aws4_request", "aws5_request")),
                        change(
                                "scope",
                                ProblemKind.SIGNATURE_INCOMPLETE,
                                it -> it.replaceIn("authorization", "/appflow/", "/")),
                        change(
                                "key",
                                ProblemKind.CALLER_UNKNOWN,
                                it -> it.replaceIn("authorization", "ASIDALICE", "ASIDBOB")),
                        change(
                                "other key",
                                ProblemKind.CALLER_UNKNOWN,
                                it -> it.replaceIn("authorization", "ASIDALICE", "AKIDALICE")),
                        change(
                                "token",
                                ProblemKind.CALLER_UNKNOWN,
                                it -> it.replaceIn("x-amz-security-token", "of", "by")),
                        change("no token", ProblemKind.CALLER_UNKNOWN, it -> it.headers.remove("x-amz-security-token")),
                        change(
                                "signature",
                                ProblemKind.SIGNATURE_INVALID,
                                it -> it.replaceIn("authorization", "Signature=", "Signature=0")),
                        change(
                                "algorithm",
                                ProblemKind.SIGNATURE_INCOMPLETE,
                                it -> it.replaceIn("authorization", "AWS4-HMAC-SHA256", "AWS4-ECDSA-P256-SHA256")),
                        change(
                                "bearer",
                                ProblemKind.SIGNATURE_INCOMPLETE,
                                it -> it.headers.put("authorization", List.of("Bearer token"))),
                        change(
                                "empty",
                                ProblemKind.SIGNATURE_INCOMPLETE,
                                it -> it.headers.put("authorization", List.of(""))),
                        change(
                                "two",
                                ProblemKind.SIGNATURE_INCOMPLETE,
                                it -> it.headers.compute(
                                        "authorization", (name, values) -> List.of(values.get(0), values.get(0)))),
                        change(
                                "no signature",
                                ProblemKind.SIGNATURE_INCOMPLETE,
                                it -> it.replaceIn("authorization", "Signature=", "Sign=")),
                        change(
                                "no pair",
                                ProblemKind.SIGNATURE_INCOMPLETE,
                                it -> it.replaceIn("authorization", "Signature=", "Signature")),
                        change(
                                "twice",
                                ProblemKind.SIGNATURE_INCOMPLETE,
                                it -> it.replaceIn("authorization", "SignedHeaders=", "Signature=")),
                        change(
                                "host unsigned",
                                ProblemKind.SIGNATURE_INVALID,
                                it -> it.replaceIn("authorization", ";host;", ";")),
                        change(
                                "date unsigned",
                                ProblemKind.SIGNATURE_INVALID,
                                it -> it.replaceIn("authorization", ";x-amz-date", "")),
                        change("no date", ProblemKind.SIGNATURE_INCOMPLETE, it -> it.headers.remove("x-amz-date"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("headerChanges")
    void a_change_to_a_request_signed_in_its_headers_is_noticed(
            String name, ProblemKind kind, Consumer<SdkSigned> change) {
        SdkSigned signed = SdkSigned.inHeaders(TEMPORARY, CLOCK, post().build(), BODY);
        assertThat(verify(signed)).isEqualTo(ALICE);

        change.accept(signed);

        assertRefused(signed, kind);
    }

    static Stream<Arguments> queryChanges() {
        return Stream.concat(
                changes(),
                Stream.of(
                        inQuery("algorithm", ProblemKind.SIGNATURE_INCOMPLETE, "AWS4-HMAC-SHA256", "AWS4-HMAC-SHA1"),
                        inQuery("expires", ProblemKind.SIGNATURE_INVALID, "Expires=60", "Expires=61"),
                        inQuery("never", ProblemKind.SIGNATURE_INCOMPLETE, "Expires=60", "Expires=0"),
                        inQuery("too long", ProblemKind.SIGNATURE_INCOMPLETE, "Expires=60", "Expires=604801"),
                        inQuery("forever", ProblemKind.SIGNATURE_INCOMPLETE, "Expires=60", "Expires=-1"),
                        inQuery("no expiry", ProblemKind.SIGNATURE_INCOMPLETE, "X-Amz-Expires=60", "Expires=60"),
                        inQuery("date", ProblemKind.SIGNATURE_INVALID, "235830Z", "235831Z"),
                        inQuery("bad date", ProblemKind.SIGNATURE_INCOMPLETE, "T235830Z", "T235830"),
                        inQuery("region", ProblemKind.SIGNATURE_INVALID, "eu-central-1", "us-east-1"),
                        inQuery("service", ProblemKind.SIGNATURE_INVALID, "%2Fappflow%2F", "%2Fs3%2F"),
                        inQuery("key", ProblemKind.CALLER_UNKNOWN, "ASIDALICE", "ASIDBOB"),
                        inQuery("token", ProblemKind.CALLER_UNKNOWN, "Token=token", "Token=tokem"),
                        inQuery("no token", ProblemKind.CALLER_UNKNOWN, "X-Amz-Security-Token", "Security-Token"),
                        inQuery("signature", ProblemKind.SIGNATURE_INVALID, "Signature=", "Signature=0"),
                        inQuery("no signature", ProblemKind.SIGNATURE_INCOMPLETE, "X-Amz-Signature=", "Signature="),
                        inQuery(
                                "host unsigned",
                                ProblemKind.SIGNATURE_INVALID,
                                "SignedHeaders=content-type%3Bhost",
                                "SignedHeaders=content-type"),
                        change(
                                "unsigned body",
                                ProblemKind.SIGNATURE_INVALID,
                                it -> it.query += "&X-Amz-Content-Sha256=UNSIGNED-PAYLOAD"),
                        change(
                                "date header",
                                ProblemKind.SIGNATURE_INVALID,
                                it -> it.headers.put("x-amz-date", List.of("20260131T235830Z")))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queryChanges")
    void a_change_to_a_presigned_request_is_noticed(String name, ProblemKind kind, Consumer<SdkSigned> change) {
        SdkSigned signed = SdkSigned.inQuery(TEMPORARY, CLOCK, post().build(), BODY, Duration.ofSeconds(60));
        assertThat(verify(signed)).isEqualTo(ALICE);

        change.accept(signed);

        assertRefused(signed, kind);
    }

    @Test
    void another_secret_makes_another_signature() {
        AwsCredentialsIdentity guessed = AwsCredentialsIdentity.create(LASTING.accessKeyId(), "guessed");
        assertRefused(SdkSigned.inHeaders(guessed, CLOCK, post().build(), BODY), ProblemKind.SIGNATURE_INVALID);
    }

    @Test
    void a_token_for_a_key_that_has_none_is_refused() {
        AwsCredentialsIdentity extra =
                AwsSessionCredentialsIdentity.create(LASTING.accessKeyId(), LASTING.secretAccessKey(), "token");
        assertRefused(SdkSigned.inHeaders(extra, CLOCK, post().build(), BODY), ProblemKind.CALLER_UNKNOWN);
    }

    @Test
    void expired_credentials_are_told_so_to_those_who_know_their_token() {
        SdkSigned signed = SdkSigned.inHeaders(EXPIRED, CLOCK, post().build(), BODY);
        assertRefused(signed, ProblemKind.CREDENTIAL_EXPIRED);
        signed.replaceIn("x-amz-security-token", "of", "by");
        assertRefused(signed, ProblemKind.CALLER_UNKNOWN);
    }

    @Test
    void all_that_is_missing_is_told_at_once() {
        SdkSigned signed = signed();
        signed.headers.put("authorization", List.of("AWS4-HMAC-SHA256"));
        signed.headers.remove("x-amz-date");
        assertThat(refusal(signed))
                .hasMessage("Authorization header requires 'Credential' parameter. Authorization header requires"
                        + " 'Signature' parameter. Authorization header requires 'SignedHeaders' parameter."
                        + " Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
    }

    private static Arguments change(String name, ProblemKind kind, Consumer<SdkSigned> change) {
        return Arguments.of(name, kind, change);
    }

    private static Arguments inQuery(String name, ProblemKind kind, String text, String replacement) {
        return change(name, kind, it -> {
            assertThat(it.query).contains(text);
            it.query = it.query.replace(text, replacement);
        });
    }

    private static SdkHttpRequest.Builder post() {
        return SdkSigned.post("http://localhost:8080/stop-flow?b=2&a=1");
    }

    private static SdkSigned signed() {
        return SdkSigned.inHeaders(LASTING, CLOCK, post().build(), BODY);
    }

    private static SdkSigned signedAt(int seconds) {
        return SdkSigned.inHeaders(LASTING, Clock.offset(CLOCK, Duration.ofSeconds(seconds)), post().build(), BODY);
    }

    private static SdkSigned presignedAt(int seconds, Duration validity) {
        return SdkSigned.inQuery(
                LASTING, Clock.offset(CLOCK, Duration.ofSeconds(seconds)), post().build(), BODY, validity);
    }

    /** Signs again what the SDK's signer would not sign so. */
    private static void sign(SdkSigned signed, AwsCredentialsIdentity identity) {
        Claim claim = HeaderClaim.read(signed.head());
        String text = CanonicalRequest.stringToSign(
                signed.head(), new Query(signed.query), claim, Algorithm.sha256(signed.body));
        signed.replaceIn(
                "authorization", claim.signature(), Algorithm.sign(identity.secretAccessKey(), claim.scope(), text));
    }

    private Scope verify(SdkSigned signed) {
        return verifier.check(signed.head()).verify(signed.body);
    }

    private Problem refusal(SdkSigned signed) {
        return catchThrowableOfType(Problem.class, () -> verify(signed));
    }

    private void assertRefused(SdkSigned signed, ProblemKind kind) {
        assertThat(refusal(signed)).extracting(Problem::kind).isEqualTo(kind);
    }

    private void assertRefused(SdkSigned signed, ProblemKind kind, String message) {
        assertRefused(signed, kind);
        assertThat(refusal(signed)).hasMessageStartingWith(message);
    }
}
