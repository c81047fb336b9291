package io.github.appflowkit.server.http.state;

import io.github.appflowkit.server.http.json.ContractValidator;
import io.github.appflowkit.server.secret.Secret;
import io.github.appflowkit.server.signature.Credential;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads what requests may be signed with from a file, in YAML or, if its name ends with .json, in JSON. */
public final class CredentialsFile {
    private final FormFile file;

    public CredentialsFile(Path path) {
        file = new FormFile("Credentials file", path, true);
    }

    /**
     * Reads and checks the file.
     *
     * @throws FormFileException if it is not of the form
     */
    public List<Credential> read(ContractValidator validator) {
        List<CredentialsDocument.Entry> entries =
                file.read(CredentialsDocument.class, validator).credentials();
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            if (!keys.add(entries.get(i).accessKeyId())) {
                throw file.refused("credentials[%d]: the access key '%s' is there twice"
                        .formatted(i, entries.get(i).accessKeyId()));
            }
        }
        return entries.stream().map(this::credential).toList();
    }

    private Credential credential(CredentialsDocument.Entry entry) {
        return new Credential(
                entry.accessKeyId(),
                new Secret(entry.secretAccessKey()),
                entry.sessionToken() == null ? null : new Secret(entry.sessionToken()),
                entry.expires() == null ? null : expiry(entry),
                entry.account());
    }

    private Instant expiry(CredentialsDocument.Entry entry) {
        try {
            return Instant.parse(entry.expires());
        } catch (DateTimeException e) {
            throw file.refused("the access key '%s' expires at '%s', which is no time such as 2030-01-31T12:00:00Z"
                    .formatted(entry.accessKeyId(), entry.expires()));
        }
    }
}
