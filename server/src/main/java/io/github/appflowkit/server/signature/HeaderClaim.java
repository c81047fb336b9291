package io.github.appflowkit.server.signature;

import io.github.appflowkit.server.problem.Problem;
import io.github.appflowkit.server.problem.ProblemKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a signature from the header {@code Authorization}. */
final class HeaderClaim {
    private static final List<String> PARTS = List.of("Credential", "Signature", "SignedHeaders");

    private HeaderClaim() {}

    static Claim read(RequestHead request) {
        List<String> authorizations = request.values("authorization");
        if (authorizations.size() > 1) {
            throw incomplete("There must be one Authorization header, not " + authorizations.size() + ".");
        }
        String authorization = authorizations.get(0).trim();
        String[] words = authorization.split("\\s+", 2);
        Algorithm.require(words[0]);

        Map<String, String> parts = parts(words.length == 1 ? "" : words[1]);
        List<String> missing = new ArrayList<>();
        for (String part : PARTS) {
            if (parts.getOrDefault(part, "").isEmpty()) {
                missing.add("Authorization header requires '" + part + "' parameter.");
            }
        }
        String date =
                request.first("x-amz-date").or(() -> request.first("date")).orElse(null);
        if (date == null) {
            missing.add("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
        }
        if (!missing.isEmpty()) {
            throw incomplete(String.join(" ", missing));
        }
        return new Claim(
                CredentialScope.parse(parts.get("Credential")),
                request.first("x-amz-date")
                        .map(SignatureDate::ofAmzDate)
                        .orElseGet(() -> SignatureDate.ofHttpDate(date)),
                null,
                List.of(parts.get("SignedHeaders").split(";")),
                parts.get("Signature"),
                request.first("x-amz-security-token").orElse(null),
                request.first("x-amz-content-sha256").orElse(null));
    }

    private static Map<String, String> parts(String text) {
        Map<String, String> parts = new HashMap<>();
        for (String part : text.split("[,\\s]+")) {
            if (!part.isEmpty()) {
                String[] pair = part.split("=", 2);
                if (pair.length == 1) {
                    throw incomplete(
                            "'" + part + "' not a valid key=value pair (missing equal-sign) in Authorization header.");
                }
                if (parts.put(pair[0], pair[1]) != null) {
                    throw incomplete("Authorization header has '" + pair[0] + "' twice.");
                }
            }
        }
        return parts;
    }

    private static Problem incomplete(String message) {
        return new Problem(ProblemKind.SIGNATURE_INCOMPLETE, message);
    }
}
