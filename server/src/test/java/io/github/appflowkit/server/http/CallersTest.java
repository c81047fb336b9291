package io.github.appflowkit.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.appflowkit.server.account.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallersTest {
    private static final Scope OWN = new Scope("123456789012", "us-east-1");

    private final Callers callers = new Callers(OWN);

    @Test
    void the_credential_scope_names_the_region() {
        assertThat(callers.of(signedBy("AKIAIOSFODNN7EXAMPLE"))).isEqualTo(new Scope("123456789012", "eu-central-1"));
    }

    @Test
    void an_access_key_of_twelve_digits_names_the_account() {
        assertThat(callers.of(signedBy("210987654321"))).isEqualTo(new Scope("210987654321", "eu-central-1"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "Bearer token",
                "AWS4-HMAC-SHA256 Credential=210987654321",
                "AWS4-HMAC-SHA256 Credential=210987654321/20260101/eu-central-1/s3/aws4_request",
                "AWS4-HMAC-SHA256 Credential=210987654321/20260101/EU_CENTRAL/appflow/aws4_request"
            })
    void anything_else_is_the_servers_own_account_and_region(String authorization) {
        assertThat(callers.of(authorization)).isEqualTo(OWN);
    }

    private static String signedBy(String key) {
        return "AWS4-HMAC-SHA256 Credential=" + key + "/20260101/eu-central-1/appflow/aws4_request,"
                + " SignedHeaders=host;x-amz-date, Signature=0";
    }
}
