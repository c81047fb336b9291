package io.github.appflowkit.conformance.target;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;
import software.amazon.awssdk.profiles.ProfileFile;

/**
 * The places where the AWS tools look for credentials, in their order: system properties, variables, the shared files,
 * and the endpoint of a container. Unlike the SDK's own chain it asks no service over the network, neither the metadata
 * service of an instance, which hangs where there is none, nor STS or SSO; and it tells of what is set by halves.
 */
final class CredentialsChain {
    private static final String REMEDY = "; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or send unsigned requests";

    private final Map<String, String> environment;

    CredentialsChain(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The first credentials; empty if there are none at all. */
    Optional<AwsCredentialsIdentity> resolve() {
        return Stream.<Supplier<Optional<AwsCredentialsIdentity>>>of(
                        CredentialsChain::systemProperties, this::variables, this::profile, this::container)
                .flatMap(place -> place.get().stream())
                .findFirst();
    }

    /** The credentials of a profile. */
    AwsCredentialsIdentity ofProfile(String name) {
        return fromProfile(files(), name, "");
    }

    private static Optional<AwsCredentialsIdentity> systemProperties() {
        return isSet("aws.accessKeyId", System.getProperty("aws.accessKeyId"))
                .or(() -> isSet("aws.secretAccessKey", System.getProperty("aws.secretAccessKey")))
                .map(property -> told(property, SystemPropertyCredentialsProvider.create()::resolveCredentials));
    }

    private Optional<AwsCredentialsIdentity> variables() {
        String key = variable("AWS_ACCESS_KEY_ID");
        String secret = variable("AWS_SECRET_ACCESS_KEY");
        String token = variable("AWS_SESSION_TOKEN");
        if (key.isEmpty() && secret.isEmpty()) {
            return Optional.empty();
        }
        if (key.isEmpty() || secret.isEmpty()) {
            throw new CredentialsException(
                    key.isEmpty()
                            ? "AWS_SECRET_ACCESS_KEY is set without AWS_ACCESS_KEY_ID: set both or neither"
                            : "AWS_ACCESS_KEY_ID is set without AWS_SECRET_ACCESS_KEY: set both or neither");
        }
        AwsCredentialsIdentity.Builder credentials = token.isEmpty()
                ? AwsCredentialsIdentity.builder()
                : AwsSessionCredentialsIdentity.builder().sessionToken(token);
        credentials.accessKeyId(key).secretAccessKey(secret);
        String account = variable("AWS_ACCOUNT_ID");
        if (!account.isEmpty()) {
            if (!account.matches("[0-9]{12}")) {
                throw new CredentialsException(
                        "AWS_ACCOUNT_ID is '" + account + "', and an account is twelve digits: correct or unset it");
            }
            credentials.accountId(account);
        }
        return Optional.of(credentials.build());
    }

    /** The profile that is named, which then has to serve, or the default one, if it holds credentials. */
    private Optional<AwsCredentialsIdentity> profile() {
        String name = variable("AWS_PROFILE");
        ProfileFile files = files();
        if (name.isEmpty()) {
            return files.profile("default")
                    .filter(profile -> profile.property("aws_access_key_id").isPresent()
                            || profile.property("credential_process").isPresent())
                    .map(profile -> fromProfile(files, "default", REMEDY));
        }
        return Optional.of(fromProfile(files, name, REMEDY));
    }

    private static AwsCredentialsIdentity fromProfile(ProfileFile files, String name, String remedy) {
        return told(
                "the AWS profile " + name,
                remedy,
                () -> ProfileCredentialsProvider.builder()
                        .profileFile(files)
                        .profileName(name)
                        .build()
                        .resolveCredentials());
    }

    private ProfileFile files() {
        ProfileFile.Aggregator files = ProfileFile.aggregator();
        add(files, ProfileFile.Type.CREDENTIALS, "AWS_SHARED_CREDENTIALS_FILE", "credentials");
        add(files, ProfileFile.Type.CONFIGURATION, "AWS_CONFIG_FILE", "config");
        return files.build();
    }

    private void add(ProfileFile.Aggregator files, ProfileFile.Type type, String variable, String name) {
        String home = variable("HOME").isEmpty() ? variable("USERPROFILE") : variable("HOME");
        Optional.of(variable(variable))
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .or(() -> home.isEmpty() ? Optional.empty() : Optional.of(Path.of(home, ".aws", name)))
                .filter(Files::isRegularFile)
                .ifPresent(path -> files.addFile(told(
                        path.toString(),
                        () -> ProfileFile.builder().content(path).type(type).build())));
    }

    private Optional<AwsCredentialsIdentity> container() {
        return isSet("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI")
                .or(() -> isSet("AWS_CONTAINER_CREDENTIALS_FULL_URI"))
                .map(variable -> told(
                        variable, () -> ContainerCredentialsProvider.create().resolveCredentials()));
    }

    private String variable(String name) {
        return environment.getOrDefault(name, "").strip();
    }

    private Optional<String> isSet(String variable) {
        return isSet(variable, variable(variable));
    }

    private static Optional<String> isSet(String name, String value) {
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(name);
    }

    private static <T> T told(String place, Supplier<T> read) {
        return told(place, REMEDY, read);
    }

    /** What a place gives; if it fails, one line that names the place and what to do. */
    private static <T> T told(String place, String remedy, Supplier<T> read) {
        try {
            return read.get();
        } catch (RuntimeException e) {
            String reason = String.valueOf(e.getMessage())
                    .lines()
                    .findFirst()
                    .orElse("")
                    .replaceFirst(": ProfileFile\\(.*", "");
            throw new CredentialsException(
                    place + " gives no credentials: " + reason.replaceFirst("\\.$", "") + remedy);
        }
    }
}
