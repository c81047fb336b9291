package io.github.appflowkit.server.http.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.appflowkit.server.http.json.ContractValidator;
import io.github.appflowkit.server.secret.Secret;
import io.github.appflowkit.server.signature.Credential;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsFileTest {
    private static final ContractValidator VALIDATOR = new ContractValidator();

    @TempDir
    private Path folder;

    @Test
    void the_example_is_read() {
        List<Credential> credentials = new CredentialsFile(Path.of("examples/credentials.yaml")).read(VALIDATOR);

        assertThat(credentials).extracting(Credential::accessKeyId).containsExactly("test", "other", "ASIAEXAMPLE");
        assertThat(credentials)
                .extracting(Credential::account)
                .containsExactly("123456789012", "210987654321", "123456789012");
        assertThat(credentials.get(0).secretAccessKey().reveal()).isEqualTo("test");
        assertThat(credentials.get(0).sessionToken()).isNull();
        assertThat(credentials.get(0).expires()).isNull();
        assertThat(credentials.get(2).sessionToken()).extracting(Secret::reveal).isEqualTo("FQoGZXIvYXdzEXAMPLETOKEN");
        assertThat(credentials.get(2).expires()).isEqualTo(Instant.parse("2030-01-31T12:00:00Z"));
    }

    @Test
    void json_is_read_where_the_name_says_so() throws IOException {
        Path file = Files.writeString(
                folder.resolve("keys.json"),
                "{\"credentials\":[{\"accessKeyId\":\"a\",\"secretAccessKey\":\"b\",\"account\":\"111122223333\"}]}");

        assertThat(new CredentialsFile(file).read(VALIDATOR))
                .singleElement()
                .hasToString(
                        "Credential[accessKeyId=a, secretAccessKey=***, sessionToken=null, expires=null, account=111122223333]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            keys.json | {"credentials":[{"secretAccessKey":hid}]}
            keys.json | {"credentials":[{"secretAccessKey":"hid}]}
            keys.yaml | credentials: [{secretAccessKey: 'hid}]
            keys.yaml | credentials: [{secretAccessKey: "\\hid"}]
            """)
    void a_file_that_is_not_well_formed_is_told_by_the_place_alone(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);

        assertThat(catchThrowableOfType(FormFileException.class, () -> new CredentialsFile(file).read(VALIDATOR)))
                .message()
                .matches(
                        "Credentials file \\Q" + file + "\\E: line \\d+, column \\d+: the document is not well-formed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                    | Member must not be null
            credentials: []                                       | Member must have length greater than or equal to 1
            credentials: [{secretAccessKey: hid, account: '1'}]   | 'credentials[0].accessKeyId'
            credentials: [{accessKeyId: a/b, secretAccessKey: hid, account: '111122223333'}] | 'credentials[0].accessKeyId'
            credentials: [{accessKeyId: a, account: '111122223333'}] | 'credentials[0].secretAccessKey'
            credentials: [{accessKeyId: a, secretAccessKey: '', account: '111122223333'}] | 'credentials[0].secretAccessKey'
            credentials: [{accessKeyId: a, secretAccessKey: hid}] | 'credentials[0].account'
            credentials: [{accessKeyId: a, secretAccessKey: hid, account: 111122223333}] | 'credentials[0].account' must be a string
            credentials: [{accessKeyId: a, secretAccessKey: hid, account: '111122223333', expires: soon}] | the access key 'a' expires at 'soon'
            credentials: [{accessKeyId: a, secretAccessKey: hid, account: '111122223333', owner: me}] | 'credentials[0].owner' is not known
            credentials: [{accessKeyId: a, secretAccessKey: hid, account: '111122223333'}, {accessKeyId: a, secretAccessKey: hid, account: '111122223333'}] | credentials[1]: the access key 'a' is there twice
            """)
    void a_file_of_another_form_is_told_in_one_line_without_its_secrets(String text, String message)
            throws IOException {
        Path file = Files.writeString(folder.resolve("keys.yaml"), text);

        assertThat(catchThrowableOfType(FormFileException.class, () -> new CredentialsFile(file).read(VALIDATOR)))
                .hasMessageStartingWith("Credentials file " + file + ": ")
                .hasMessageContaining(message)
                .hasMessageNotContaining("hid")
                .message()
                .doesNotContain("\n");
    }
}
