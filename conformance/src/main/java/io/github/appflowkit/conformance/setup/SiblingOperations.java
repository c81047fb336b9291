package io.github.appflowkit.conformance.setup;

import io.github.appflowkit.conformance.target.Signer;
import io.github.appflowkit.conformance.target.Target;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.ResolveIdentityRequest;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.appflow.AppflowClient;

/**
 * Calls the target's own operations beside the two that are judged, with the AWS SDK for Java: each once, within the time
 * limit of the run, and with one line for whatever goes wrong.
 */
final class SiblingOperations implements AutoCloseable {
    private static final int TIMEOUTS = 3;
    private static final int MESSAGE_LENGTH = 200;

    private final URI endpoint;
    private final Duration timeout;
    private final IdentityProvider<? extends AwsCredentialsIdentity> credentials;
    private final SdkHttpClient http;
    private final Map<String, AppflowClient> clients = new ConcurrentHashMap<>();
    private final AtomicInteger timeoutsInARow = new AtomicInteger();

    /**
     * Creates the clients of a target.
     *
     * @param signer holds the credentials of every request; empty to send them unsigned
     */
    SiblingOperations(Target target, Optional<Signer> signer) {
        endpoint = target.endpoint();
        timeout = target.timeout();
        credentials = signer.map(Signer::credentials)
                .<IdentityProvider<? extends AwsCredentialsIdentity>>map(Fixed::new)
                .orElseGet(AnonymousCredentialsProvider::create);
        http = UrlConnectionHttpClient.builder()
                .connectionTimeout(timeout)
                .socketTimeout(timeout)
                .proxyConfiguration(ProxyConfiguration.builder()
                        .useSystemPropertyValues(false)
                        .useEnvironmentVariablesValues(false)
                        .build())
                .build();
    }

    /** A call that did not succeed. */
    static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int status;
        private final String code;

        /**
         * Creates one.
         *
         * @param status the answer's HTTP status; 0 if there is no answer that can be read
         */
        Failure(String reason, int status) {
            this(reason, status, null);
        }

        /**
         * Creates one of an error answer.
         *
         * @param code the error's type; null if the answer names none
         */
        Failure(String reason, int status, String code) {
            super(reason);
            this.status = status;
            this.code = code;
        }

        /** Whether the target said no, so that nothing can have changed. */
        boolean isRefusal() {
            return Refusal.isClear(status);
        }

        /** Whether the target said that the resource is not there: any other 404 may be about the operation. */
        boolean isNotFound() {
            return "ResourceNotFoundException".equals(code);
        }
    }

    /**
     * Calls an operation in a region.
     *
     * @param operation its name, for what is told of a failure
     * @throws Failure if it does not succeed
     */
    <T> T call(String operation, String region, Function<AppflowClient, T> call) {
        if (timeoutsInARow.get() >= TIMEOUTS) {
            throw new Failure(
                    operation + " was not called any more: the endpoint's own operations have ceased to answer", 0);
        }
        try {
            T answer = call.apply(clients.computeIfAbsent(region, this::client));
            timeoutsInARow.set(0);
            return answer;
        } catch (AwsServiceException refused) {
            timeoutsInARow.set(0);
            throw new Failure(
                    operation + " answers " + words(refused),
                    refused.statusCode(),
                    code(refused).orElse(null));
        } catch (RuntimeException unanswered) {
            throw unanswered(operation, unanswered);
        }
    }

    /** The SDK throws of many kinds for answers that are late, cut or no JSON; what they come from tells them apart. */
    private Failure unanswered(String operation, RuntimeException failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (failure instanceof ApiCallTimeoutException || root instanceof SocketTimeoutException) {
            timeoutsInARow.incrementAndGet();
            return new Failure(operation + " has no whole answer within " + timeout.toMillis() + " ms", 0);
        }
        String reason = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        // The SDK's JSON reader names its own stream behind what is wrong.
        String wrong = reason.split("\\s+at \\[Source", 2)[0];
        return new Failure(operation + " has no answer that can be read: " + line(wrong), 0);
    }

    private AppflowClient client(String region) {
        return AppflowClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(region))
                .credentialsProvider(credentials)
                .httpClient(http)
                .overrideConfiguration(configuration -> configuration
                        .apiCallTimeout(timeout)
                        .retryStrategy(AwsRetryStrategy.doNotRetry())
                        // Nothing but the suite's own options and variables decides how the target is called.
                        .defaultProfileFile(ProfileFile.aggregator().build()))
                .build();
    }

    private static Optional<String> code(AwsServiceException refused) {
        return Optional.ofNullable(refused.awsErrorDetails()).map(AwsErrorDetails::errorCode);
    }

    private static String words(AwsServiceException refused) {
        String type = code(refused).orElse("without an error type");
        String message = Optional.ofNullable(refused.awsErrorDetails())
                .map(AwsErrorDetails::errorMessage)
                .filter(text -> !text.isBlank())
                .map(text -> ": " + line(text))
                .orElse("");
        return refused.statusCode() + " " + type + message;
    }

    private static String line(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= MESSAGE_LENGTH ? line : line.substring(0, MESSAGE_LENGTH - 1) + "…";
    }

    @Override
    public void close() {
        clients.values().forEach(AppflowClient::close);
        http.close();
    }

    /** Credentials that are known already. */
    private record Fixed(AwsCredentialsIdentity identity) implements IdentityProvider<AwsCredentialsIdentity> {
        @Override
        public Class<AwsCredentialsIdentity> identityType() {
            return AwsCredentialsIdentity.class;
        }

        @Override
        public CompletableFuture<AwsCredentialsIdentity> resolveIdentity(ResolveIdentityRequest request) {
            return CompletableFuture.completedFuture(identity);
        }
    }
}
