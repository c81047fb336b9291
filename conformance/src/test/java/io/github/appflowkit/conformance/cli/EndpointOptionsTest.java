package io.github.appflowkit.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.appflowkit.conformance.run.RunOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class EndpointOptionsTest {
    private static final String ENDPOINT = "--endpoint=http://localhost:4566";

    @TempDir
    private Path folder;

    private Map<String, String> variables;

    @BeforeEach
    void write_the_files_of_the_aws_tools() throws IOException {
        Path credentials = Files.writeString(folder.resolve("credentials"), """
                [same]
                aws_access_key_id = first-key
                aws_secret_access_key = another-secret

                [other]
                aws_access_key_id = other-key
                aws_secret_access_key = other-secret
                """);
        Path config = Files.writeString(folder.resolve("config"), """
                [profile empty]
                region = us-east-1

                [profile configured]
                aws_access_key_id = configured-key
                aws_secret_access_key = configured-secret
                """);
        variables = Map.of(
                "AWS_ACCESS_KEY_ID",
                "first-key",
                "AWS_SECRET_ACCESS_KEY",
                "first-secret",
                "AWS_SHARED_CREDENTIALS_FILE",
                credentials.toString(),
                "AWS_CONFIG_FILE",
                config.toString());
    }

    @ParameterizedTest
    @CsvSource({"other", "configured"})
    void a_second_account_is_a_profile_of_the_aws_tools(String profile) {
        assertThat(resolve(ENDPOINT, "--second-credentials=" + profile).second())
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nobody | cannot be used: the AWS profile nobody gives no credentials",
                "empty | the AWS profile empty gives no credentials",
                "same | holds the access key that signs the other requests"
            })
    void a_profile_that_is_no_second_account_is_told(String profile, String problem) {
        assertThatThrownBy(() -> resolve(ENDPOINT, "--second-credentials=" + profile))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(problem)
                .hasMessageNotContaining("secret");
    }

    @Test
    void requests_without_a_signature_have_no_second_account() {
        assertThat(resolve("--unsigned").second()).isEmpty();
        assertThatThrownBy(() -> resolve("--unsigned", "--second-credentials=other"))
                .isInstanceOf(UsageException.class)
                .hasMessage("and --unsigned exclude each other");
    }

    @Test
    void the_reference_server_alone_has_a_second_account_by_itself() {
        assertThat(resolve().second()).isPresent();
        assertThat(resolve(ENDPOINT).second()).isEmpty();

        variables = Map.of("AWS_ACCESS_KEY_ID", "210987654321", "AWS_SECRET_ACCESS_KEY", "test");
        assertThat(resolve().second()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"AWS_REGION, US-EAST-1", "AWS_DEFAULT_REGION, eu/west"})
    void a_variable_that_names_no_region_is_told(String variable, String name) {
        variables = Map.of(variable, name);

        assertThatThrownBy(() -> resolve(ENDPOINT))
                .isInstanceOf(UsageException.class)
                .hasMessage(variable + " '" + name + "' is not a region such as us-east-1");
        assertThat(resolve(ENDPOINT, "--region=eu-west-1").region()).isEqualTo("eu-west-1");
    }

    @Test
    void a_trust_store_that_is_not_there_is_told_where_it_would_be_read() {
        Path none = folder.resolve("none.p12");
        System.setProperty("javax.net.ssl.trustStore", none.toString());
        try {
            assertThatThrownBy(() -> resolve("--endpoint=https://localhost:4566"))
                    .isInstanceOf(UsageException.class)
                    .hasMessage("-Djavax.net.ssl.trustStore=" + none + " names a file that cannot be read");
            assertThat(resolve(ENDPOINT).endpoint()).isPresent();
        } finally {
            System.clearProperty("javax.net.ssl.trustStore");
        }
    }

    private RunOptions.Reach resolve(String... arguments) {
        return CommandLine.populateCommand(new EndpointOptions(), arguments).resolve(variables);
    }
}
