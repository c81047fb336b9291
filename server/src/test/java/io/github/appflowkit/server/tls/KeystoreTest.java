package io.github.appflowkit.server.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.appflowkit.server.secret.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeystoreTest {
    private static final Secret PASSWORD = new Secret(TestKeystore.PASSWORD);

    @TempDir
    private static Path folder;

    private static Path keystore;

    @BeforeAll
    static void make() throws Exception {
        keystore = TestKeystore.make(folder);
    }

    @Test
    void a_keystore_is_opened_with_its_password() throws Exception {
        assertThat(new Keystore(keystore, PASSWORD).open().getProtocol()).isEqualTo("TLS");
    }

    @Test
    void a_password_that_is_wrong_or_missing_is_told_and_not_shown() {
        assertThat(refusal(keystore, new Secret("wrong")))
                .isEqualTo("TLS keystore %s: is not unlocked by the password given".formatted(keystore));
        assertThat(refusal(keystore, null))
                .isEqualTo("TLS keystore %s: is locked: give its password".formatted(keystore));
        assertThat(new Keystore(keystore, new Secret("hidden"))).asString().doesNotContain("hidden");
    }

    @Test
    void a_file_that_is_no_keystore_is_told() throws Exception {
        Path text = Files.writeString(folder.resolve("text.p12"), "-----BEGIN CERTIFICATE-----\n");
        Path empty = Files.createFile(folder.resolve("empty.p12"));

        assertThat(refusal(text, PASSWORD)).isEqualTo("TLS keystore %s: is not a PKCS#12 keystore".formatted(text));
        assertThat(refusal(empty, PASSWORD)).isEqualTo("TLS keystore %s: is not a PKCS#12 keystore".formatted(empty));
        assertThat(refusal(Path.of("/none.p12"), PASSWORD)).isEqualTo("TLS keystore /none.p12: does not exist");
        assertThat(refusal(folder, PASSWORD)).startsWith("TLS keystore %s: cannot be read: ".formatted(folder));
    }

    @Test
    void a_keystore_without_a_key_is_told() throws Exception {
        Path certificates = TestKeystore.withoutKey(keystore, folder);

        assertThat(refusal(certificates, PASSWORD))
                .isEqualTo("TLS keystore %s: has no private key, only certificates".formatted(certificates));
    }

    private static String refusal(Path file, Secret password) {
        return catchThrowableOfType(KeystoreException.class, () -> new Keystore(file, password).open())
                .getMessage();
    }
}
