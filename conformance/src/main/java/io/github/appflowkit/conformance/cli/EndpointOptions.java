package io.github.appflowkit.conformance.cli;

import io.github.appflowkit.conformance.run.RunOptions;
import io.github.appflowkit.conformance.target.CredentialsException;
import io.github.appflowkit.conformance.target.Signer;
import io.github.appflowkit.conformance.target.Target;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which endpoint is judged, and how it is reached. */
final class EndpointOptions {
    private static final String DEFAULT_REGION = "us-east-1";
    private static final String SECOND_CREDENTIALS = "--second-credentials";
    private static final String SECOND_KEY = "210987654321";
    private static final String NO_REGION = "is not a region such as " + DEFAULT_REGION;

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
            names = SECOND_CREDENTIALS,
            paramLabel = "PROFILE",
            description = "The credentials of a second account, to see that accounts are kept apart: a profile of the"
                    + " AWS tools, such as in ~/.aws/credentials. Default: none; for the reference server, where an"
                    + " access key of twelve digits names the account, the key " + SECOND_KEY + ".")
    private String secondCredentials;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long one answer may take, such as 500ms, 10s or 2m. Default: 10s.")
    private Duration timeout = Duration.ofSeconds(10);

    @Option(
            names = "--wait-for",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Wait so long, such as 30s, until the endpoint accepts requests; a gateway's 502, 503 and 504"
                    + " do not count. Default: it has to be there.")
    private Duration waitFor;

    /**
     * The options, checked and resolved in place, so that a dry run can show them.
     *
     * @param variables the environment variables, which may hold region and credentials
     */
    RunOptions.Reach resolve(Map<String, String> variables) {
        Optional<Signer> first = unsigned ? Optional.empty() : Optional.of(signer(variables));
        region = region(variables);
        TrustStore.requireFor(endpoint);
        return new RunOptions.Reach(
                Optional.ofNullable(endpoint),
                region,
                first,
                second(first, variables),
                timeout,
                Optional.ofNullable(waitFor));
    }

    private Optional<Signer> second(Optional<Signer> first, Map<String, String> variables) {
        if (secondCredentials == null) {
            Signer ofReference = Signer.of(SECOND_KEY, "test");
            return first.filter(signer -> endpoint == null && !signer.hasKeyOf(ofReference))
                    .map(signer -> ofReference);
        }
        if (first.isEmpty()) {
            throw new UsageException(SECOND_CREDENTIALS, secondCredentials, "and --unsigned exclude each other");
        }
        Signer second = ofProfile(variables);
        if (second.hasKeyOf(first.get())) {
            throw new UsageException(
                    SECOND_CREDENTIALS,
                    secondCredentials,
                    "holds the access key that signs the other requests, and so no second account's");
        }
        return Optional.of(second);
    }

    private Signer ofProfile(Map<String, String> variables) {
        try {
            return Signer.ofProfile(variables, secondCredentials);
        } catch (CredentialsException e) {
            throw new UsageException(SECOND_CREDENTIALS, secondCredentials, "cannot be used: " + e.getMessage());
        }
    }

    /**
     * What signs with the credentials that the AWS tools would use.
     *
     * @throws UsageException if they cannot be used
     */
    static Signer signer(Map<String, String> variables) {
        try {
            return new Signer(Signer.credentials(variables));
        } catch (CredentialsException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private String region(Map<String, String> variables) {
        if (region != null) {
            if (!Target.isRegion(region)) {
                throw new UsageException("--region", region, NO_REGION);
            }
            return region;
        }
        for (String variable : List.of("AWS_REGION", "AWS_DEFAULT_REGION")) {
            String name = variables.getOrDefault(variable, "");
            if (!name.isBlank()) {
                if (!Target.isRegion(name)) {
                    throw new UsageException(variable + " '" + name + "' " + NO_REGION);
                }
                return name;
            }
        }
        return DEFAULT_REGION;
    }
}
