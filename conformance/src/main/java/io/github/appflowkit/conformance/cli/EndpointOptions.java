package io.github.appflowkit.conformance.cli;

import io.github.appflowkit.conformance.target.CredentialsException;
import io.github.appflowkit.conformance.target.Signer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which endpoint is judged, and how it is reached. */
final class EndpointOptions {
    private static final String DEFAULT_REGION = "us-east-1";
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,40}");

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            converter = UrlConverter.class,
            description =
                    "The endpoint to judge, such as http://localhost:4566. Default: the reference server, which is"
                            + " started in this process.")
    private URI endpoint;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "The region of the signatures. Default: $AWS_REGION, $AWS_DEFAULT_REGION, else" + " "
                    + DEFAULT_REGION + ".")
    private String region;

    @Option(
            names = "--unsigned",
            description = "Send requests without a signature. Default: they are signed with the credentials that the"
                    + " AWS tools would use, or with test/test where there are none.")
    private boolean unsigned;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long one answer may take, such as 500ms, 10s or 2m. Default: 10s.")
    private Duration timeout = Duration.ofSeconds(10);

    /**
     * The options, checked.
     *
     * @param variables the environment variables, which may hold region and credentials
     */
    Reach resolve(Map<String, String> variables) {
        return new Reach(
                Optional.ofNullable(endpoint),
                region(variables),
                unsigned ? Optional.empty() : Optional.of(signer(variables)),
                timeout);
    }

    private static Signer signer(Map<String, String> variables) {
        try {
            return new Signer(Signer.credentials(variables));
        } catch (CredentialsException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private String region(Map<String, String> variables) {
        if (region != null && !REGION.matcher(region).matches()) {
            throw new UsageException("--region", region, "is not a region such as " + DEFAULT_REGION);
        }
        return Stream.of(
                        Optional.ofNullable(region),
                        Optional.ofNullable(variables.get("AWS_REGION")),
                        Optional.ofNullable(variables.get("AWS_DEFAULT_REGION")))
                .flatMap(Optional::stream)
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse(DEFAULT_REGION);
    }

    /**
     * How an endpoint is reached.
     *
     * @param endpoint its URL; empty for the reference server
     * @param region the region of the signatures
     * @param signer signs requests; empty to send them unsigned
     * @param timeout how long one answer may take
     */
    record Reach(Optional<URI> endpoint, String region, Optional<Signer> signer, Duration timeout) {}
}
