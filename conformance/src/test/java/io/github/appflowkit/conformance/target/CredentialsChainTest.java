package io.github.appflowkit.conformance.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

class CredentialsChainTest {
    @TempDir
    private Path home;

    @BeforeEach
    void profiles() throws IOException {
        Files.createDirectory(home.resolve(".aws"));
    }

    @Test
    void an_empty_world_gives_test_and_test() {
        assertThat(keys(Map.of())).isEqualTo("test/test");
        assertThat(keys(Map.of("AWS_ACCESS_KEY_ID", "", "HOME", home.toString())))
                .isEqualTo("test/test");
    }

    @Test
    void variables_go_before_the_shared_files() throws IOException {
        credentials("[default]\naws_access_key_id = shared\naws_secret_access_key = s\n");

        assertThat(keys(Map.of("HOME", home.toString(), "AWS_ACCESS_KEY_ID", "k", "AWS_SECRET_ACCESS_KEY", "v")))
                .isEqualTo("k/v");
        assertThat(keys(Map.of("HOME", home.toString()))).isEqualTo("shared/s");
    }

    @Test
    void a_session_token_is_part_of_the_credentials() {
        assertThat(Signer.credentials(
                        Map.of("AWS_ACCESS_KEY_ID", "k", "AWS_SECRET_ACCESS_KEY", "v", "AWS_SESSION_TOKEN", "t")))
                .isInstanceOfSatisfying(
                        AwsSessionCredentialsIdentity.class,
                        session -> assertThat(session.sessionToken()).isEqualTo("t"));
    }

    @Test
    void the_account_is_told_by_a_variable_a_profile_or_an_access_key_of_twelve_digits() throws IOException {
        Map<String, String> keys = Map.of("AWS_ACCESS_KEY_ID", "111111111111", "AWS_SECRET_ACCESS_KEY", "v");
        assertThat(account(keys)).isEqualTo("111111111111");
        assertThat(account(with(keys, "AWS_ACCOUNT_ID", "222222222222"))).isEqualTo("222222222222");
        assertThat(account(with(with(keys, "AWS_ACCOUNT_ID", "222222222222"), "AWS_SESSION_TOKEN", "t")))
                .isEqualTo("222222222222");

        credentials("[default]\naws_access_key_id = k\naws_secret_access_key = s\naws_account_id = 333333333333\n");
        assertThat(account(Map.of("HOME", home.toString()))).isEqualTo("333333333333");
        assertThat(account(Map.of())).isNull();
        assertThatThrownBy(() -> account(with(keys, "AWS_ACCOUNT_ID", "1234")))
                .hasMessage("AWS_ACCOUNT_ID is '1234', and an account is twelve digits: correct or unset it");
    }

    @Test
    void half_a_pair_of_variables_is_an_error() {
        assertThatThrownBy(() -> keys(Map.of("AWS_ACCESS_KEY_ID", "k")))
                .isInstanceOf(CredentialsException.class)
                .hasMessage("AWS_ACCESS_KEY_ID is set without AWS_SECRET_ACCESS_KEY: set both or neither");
        assertThatThrownBy(() -> keys(Map.of("AWS_SECRET_ACCESS_KEY", "v")))
                .hasMessage("AWS_SECRET_ACCESS_KEY is set without AWS_ACCESS_KEY_ID: set both or neither");
    }

    @Test
    void a_profile_is_named_by_a_variable_and_its_files_too() throws IOException {
        Path credentials =
                Files.writeString(home.resolve("mine"), "[dev]\naws_access_key_id = dev\naws_secret_access_key = s\n");

        assertThat(keys(Map.of("AWS_PROFILE", "dev", "AWS_SHARED_CREDENTIALS_FILE", credentials.toString())))
                .isEqualTo("dev/s");
    }

    @Test
    void a_process_may_give_a_profiles_credentials() throws IOException {
        Files.writeString(
                home.resolve(".aws/config"),
                "[profile dev]\ncredential_process = echo '{\"Version\":1,\"AccessKeyId\":\"p\",\"SecretAccessKey\":\"q\"}'\n");

        assertThatThrownBy(() -> keys(Map.of("HOME", home.toString(), "AWS_PROFILE", "none")))
                .isInstanceOf(CredentialsException.class);
        assertThat(keys(Map.of("HOME", home.toString(), "AWS_PROFILE", "dev"))).isEqualTo("p/q");
    }

    @Test
    void a_named_profile_that_gives_nothing_is_an_error_in_one_line() throws IOException {
        Files.writeString(
                home.resolve(".aws/config"),
                "[profile role]\nrole_arn = arn:aws:iam::123456789012:role/r\nsource_profile = role\n");

        assertThatThrownBy(() -> keys(Map.of("HOME", home.toString(), "AWS_PROFILE", "none")))
                .hasMessageStartingWith("the AWS profile none gives no credentials: ")
                .hasMessageEndingWith("set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or send unsigned requests");
        assertThatThrownBy(() -> keys(Map.of("HOME", home.toString(), "AWS_PROFILE", "role")))
                .hasMessageStartingWith("the AWS profile role gives no credentials: ")
                .message()
                .hasLineCount(1);
    }

    @Test
    void a_default_profile_without_credentials_is_none() throws IOException {
        Files.writeString(home.resolve(".aws/config"), "[default]\nregion = eu-west-1\n");

        assertThat(keys(Map.of("HOME", home.toString()))).isEqualTo("test/test");
    }

    @Test
    void a_file_that_is_no_list_of_profiles_is_named() throws IOException {
        credentials("nonsense\n");

        assertThatThrownBy(() -> keys(Map.of("HOME", home.toString())))
                .isInstanceOf(CredentialsException.class)
                .hasMessageContaining(home.resolve(".aws/credentials").toString());
    }

    private void credentials(String text) throws IOException {
        Files.writeString(home.resolve(".aws/credentials"), text);
    }

    private static String account(Map<String, String> environment) {
        return new Signer(Signer.credentials(environment)).account().orElse(null);
    }

    private static Map<String, String> with(Map<String, String> environment, String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return more;
    }

    private static String keys(Map<String, String> environment) {
        AwsCredentialsIdentity credentials = Signer.credentials(environment);
        return credentials.accessKeyId() + "/" + credentials.secretAccessKey();
    }
}
