package io.github.appflowkit.server.http.state;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/** The form of a credentials file. */
record CredentialsDocument(@NotNull @Size(min = 1) @Valid List<Entry> credentials) {
    /**
     * One access key.
     *
     * @param sessionToken what requests with the key bear too, for temporary credentials
     * @param expires when those end, as 2030-01-31T12:00:00Z
     */
    record Entry(
            @NotNull @Pattern(regexp = "^[\\w+.@-]+$") String accessKeyId,
            @NotNull @Size(min = 1) String secretAccessKey,
            @Size(min = 1) String sessionToken,
            String expires,
            @NotNull @Pattern(regexp = "^[0-9]{12}$") String account) {
        /** Keeps the secrets to itself. */
        @Override
        public String toString() {
            return accessKeyId + " of account " + account;
        }
    }
}
