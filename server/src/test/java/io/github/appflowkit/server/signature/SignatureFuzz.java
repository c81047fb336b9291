package io.github.appflowkit.server.signature;

import io.github.appflowkit.server.fuzz.Flaw;
import io.github.appflowkit.server.problem.Problem;
import io.github.appflowkit.server.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Any method, path, query, headers and body, as lines, of a request that nobody with the secret signed: refused in one of
 * AWS's ways, however much of it is right.
 */
public final class SignatureFuzz {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Secret SECRET = new Secret(UUID.randomUUID().toString());
    private static final SignatureVerifier VERIFIER = new SignatureVerifier(
            "appflow",
            List.of(
                    new Credential("AKID", SECRET, null, null, "123456789012"),
                    new Credential("ASIA", SECRET, new Secret("token"), NOW.minusSeconds(1), "123456789012")),
            Clock.fixed(NOW, ZoneOffset.UTC));

    private SignatureFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String[] parts = new String(input, StandardCharsets.ISO_8859_1).split("\n\n", 2);
        String[] lines = parts[0].split("\n", -1);
        String query = lines.length > 1 ? lines[1] : "";
        requireSettled(query);
        RequestHead head = new RequestHead("POST", lines[0], query, headers(lines));
        byte[] body = parts[parts.length - 1].getBytes(StandardCharsets.ISO_8859_1);
        try {
            throw new IllegalStateException(
                    "It is taken for one of " + VERIFIER.check(head).verify(body));
        } catch (Problem refusal) {
            switch (refusal.kind()) {
                case SIGNATURE_MISSING, SIGNATURE_INCOMPLETE, SIGNATURE_INVALID, CALLER_UNKNOWN, CREDENTIAL_EXPIRED ->
                    Flaw.ifInternals(refusal.getMessage(), parts[0]);
                default -> Flaw.unless(false, "It is refused as " + refusal.kind());
            }
        }
    }

    private static Map<String, List<String>> headers(String[] lines) {
        Map<String, List<String>> headers = new HashMap<>();
        for (int i = 2; i < lines.length; i++) {
            String[] pair = lines[i].split(":", 2);
            headers.computeIfAbsent(pair[0].toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(pair.length == 1 ? "" : pair[1]);
        }
        return headers;
    }

    /** A query that is in its canonical form has no other. */
    private static void requireSettled(String query) {
        String canonical = new Query(query).canonical();
        Flaw.unless(new Query(canonical).canonical().equals(canonical), "The canonical form changes: " + canonical);
    }
}
