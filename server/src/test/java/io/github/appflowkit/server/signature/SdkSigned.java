package io.github.appflowkit.server.signature;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** A request that the AWS SDK's own signer signed, as it would go over the wire; a test may then change any part. */
public final class SdkSigned {
    String method;
    String path;
    String query;
    final Map<String, List<String>> headers = new TreeMap<>();
    byte[] body;

    private SdkSigned(SdkHttpRequest request, byte[] body) {
        method = request.method().name();
        path = request.encodedPath();
        query = request.encodedQueryParameters().orElse("");
        request.forEachHeader((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        this.body = body;
    }

    public static SdkSigned inHeaders(
            AwsCredentialsIdentity identity, Clock clock, SdkHttpRequest request, String body) {
        return sign(identity, clock, request, body, AuthLocation.HEADER, null, true);
    }

    /** Signed without its body, which the SDK does over TLS alone. */
    static SdkSigned withoutBody(AwsCredentialsIdentity identity, Clock clock, SdkHttpRequest request, String body) {
        return sign(identity, clock, request, body, AuthLocation.HEADER, null, false);
    }

    public static SdkSigned inQuery(
            AwsCredentialsIdentity identity, Clock clock, SdkHttpRequest request, String body, Duration validity) {
        return sign(identity, clock, request, body, AuthLocation.QUERY_STRING, validity, true);
    }

    private static SdkSigned sign(
            AwsCredentialsIdentity identity,
            Clock clock,
            SdkHttpRequest request,
            String body,
            AuthLocation location,
            Duration validity,
            boolean withBody) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        SignRequest.Builder<AwsCredentialsIdentity> sign = SignRequest.builder(identity)
                .request(request)
                .payload(() -> new ByteArrayInputStream(bytes))
                .putProperty(HttpSigner.SIGNING_CLOCK, clock)
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "appflow")
                .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-central-1")
                .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, withBody)
                .putProperty(AwsV4HttpSigner.AUTH_LOCATION, location);
        if (validity != null) {
            sign.putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, validity);
        }
        return new SdkSigned(AwsV4HttpSigner.create().sign(sign.build()).request(), bytes);
    }

    public static SdkHttpRequest.Builder post(String uri) {
        return SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(URI.create(uri))
                .putHeader("Content-Type", "application/json");
    }

    /** Replaces a text in a header that is there once. */
    void replaceIn(String header, String text, String replacement) {
        headers.put(header, List.of(headers.get(header).get(0).replace(text, replacement)));
    }

    /** The request line and the headers, without the empty line that ends them. */
    public String headOnTheWire(String... moreHeaders) {
        StringBuilder text = new StringBuilder(method)
                .append(' ')
                .append(path)
                .append(query.isEmpty() ? "" : "?" + query)
                .append(" HTTP/1.1\r\n");
        headers.forEach((name, values) -> values.forEach(
                value -> text.append(name).append(": ").append(value).append("\r\n")));
        for (String header : moreHeaders) {
            text.append(header).append("\r\n");
        }
        return text.toString();
    }

    /** The whole request. */
    public String onTheWire() {
        return headOnTheWire("Content-Length: " + body.length) + "\r\n" + new String(body, StandardCharsets.ISO_8859_1);
    }

    RequestHead head() {
        return new RequestHead(method, path, query, headers);
    }
}
