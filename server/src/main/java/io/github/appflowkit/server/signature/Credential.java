package io.github.appflowkit.server.signature;

import io.github.appflowkit.server.secret.Secret;
import java.time.Instant;
import java.util.Objects;

/**
 * What a caller signs with, and whose requests those are.
 *
 * @param sessionToken what every request of temporary credentials bears, or null
 * @param expires when they end, or null for never
 * @param account the account that owns what the caller names
 */
public record Credential(
        String accessKeyId, Secret secretAccessKey, Secret sessionToken, Instant expires, String account) {
    public Credential {
        Objects.requireNonNull(accessKeyId, "accessKeyId");
        Objects.requireNonNull(secretAccessKey, "secretAccessKey");
        Objects.requireNonNull(account, "account");
    }
}
