package io.github.appflowkit.conformance.target;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Signs requests with AWS Signature Version 4 by the AWS SDK's own signer. */
public final class Signer {
    private static final String SIGNING_NAME = "appflow";

    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final AwsCredentialsIdentity credentials;

    /** Creates a signer for credentials. */
    public Signer(AwsCredentialsIdentity credentials) {
        this.credentials = credentials;
    }

    /** A signer for an access key and its secret. */
    public static Signer of(String accessKey, String secret) {
        return new Signer(AwsCredentialsIdentity.create(accessKey, secret));
    }

    /**
     * Credentials from where the AWS tools take them, or test/test where there are none.
     *
     * @param environment the environment variables
     * @throws CredentialsException if some are asked for that cannot be had, or are set by halves
     */
    public static AwsCredentialsIdentity credentials(Map<String, String> environment) {
        return new CredentialsChain(environment).resolve().orElse(AwsCredentialsIdentity.create("test", "test"));
    }

    /**
     * A signer for a profile in the files that the AWS tools share.
     *
     * @param environment the environment variables
     * @throws CredentialsException if the profile has no credentials
     */
    public static Signer ofProfile(Map<String, String> environment, String profile) {
        return new Signer(new CredentialsChain(environment).ofProfile(profile));
    }

    /** Whether another signer signs with the same access key. */
    public boolean hasKeyOf(Signer other) {
        return credentials.accessKeyId().equals(other.credentials.accessKeyId());
    }

    /** The account that the credentials tell, or the access key, as emulators read one of twelve digits; else empty. */
    public Optional<String> account() {
        return credentials
                .accountId()
                .or(() -> Optional.of(credentials.accessKeyId()))
                .filter(account -> account.matches("[0-9]{12}"));
    }

    /** The credentials, for a client that signs by itself. */
    public AwsCredentialsIdentity credentials() {
        return credentials;
    }

    /** What no report may show: the secret key, the session token, and the access key unless it names an account. */
    public List<String> secrets() {
        List<String> secrets = new ArrayList<>(List.of(credentials.secretAccessKey()));
        if (!credentials.accessKeyId().matches("\\d+")) {
            secrets.add(credentials.accessKeyId());
        }
        if (credentials instanceof AwsSessionCredentialsIdentity session) {
            secrets.add(session.sessionToken());
        }
        return secrets;
    }

    /** The headers that sign a request: {@code Authorization}, {@code X-Amz-Date} and what they need. */
    List<Header> sign(Request request, URI uri) {
        SdkHttpRequest.Builder unsigned =
                SdkHttpRequest.builder().method(method(request.method())).uri(uri);
        request.headers().forEach(header -> unsigned.appendHeader(header.name(), header.value()));
        byte[] body = request.body() == null ? new byte[0] : request.body();

        SignedRequest signed = signer.sign(sign -> sign.identity(credentials)
                .request(unsigned.build())
                .payload(() -> new ByteArrayInputStream(body))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SIGNING_NAME)
                .putProperty(AwsV4HttpSigner.REGION_NAME, request.region()));

        List<Header> added = new ArrayList<>();
        signed.request().forEachHeader((name, values) -> {
            if (request.header(name).isEmpty()) {
                values.forEach(value -> added.add(new Header(name, value)));
            }
        });
        return added;
    }

    private static SdkHttpMethod method(String method) {
        return SdkHttpMethod.fromValue(method);
    }
}
