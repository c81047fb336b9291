package io.github.appflowkit.server.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretTest {
    @Test
    void a_secret_is_told_to_nobody_and_matches_itself_alone() {
        Secret secret = new Secret("hunter2");

        assertThat(secret).hasToString("***");
        assertThat(secret.reveal()).isEqualTo("hunter2");
        assertThat(secret.matches("hunter2")).isTrue();
        assertThat(secret.matches("hunter")).isFalse();
        assertThat(secret.matches("")).isFalse();
    }
}
