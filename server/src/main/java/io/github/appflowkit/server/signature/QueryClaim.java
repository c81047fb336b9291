package io.github.appflowkit.server.signature;

import io.github.appflowkit.server.problem.Problem;
import io.github.appflowkit.server.problem.ProblemKind;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Reads a signature from the query of a presigned request. */
final class QueryClaim {
    private static final List<String> NEEDED = List.of(
            "X-Amz-Algorithm",
            "X-Amz-Credential",
            "X-Amz-Date",
            "X-Amz-Expires",
            "X-Amz-Signature",
            "X-Amz-SignedHeaders");

    /** A week. */
    private static final int MAX_SECONDS = 604_800;

    private QueryClaim() {}

    /** Whether a query means to sign its request. */
    static boolean isIn(Query query) {
        return NEEDED.stream().anyMatch(name -> query.value(name).isPresent());
    }

    static Claim read(Query query, RequestHead request) {
        String missing = NEEDED.stream()
                .filter(name -> query.value(name).orElse("").isEmpty())
                .map(name -> "AWS query-string parameters must include '" + name + "'. ")
                .collect(Collectors.joining());
        if (!missing.isEmpty()) {
            throw incomplete(missing + "Re-examine the query-string parameters.");
        }
        Algorithm.require(value(query, "X-Amz-Algorithm"));
        return new Claim(
                CredentialScope.parse(value(query, "X-Amz-Credential")),
                SignatureDate.ofAmzDate(value(query, "X-Amz-Date")),
                validity(value(query, "X-Amz-Expires")),
                List.of(value(query, "X-Amz-SignedHeaders").split(";")),
                value(query, "X-Amz-Signature"),
                query.value("X-Amz-Security-Token").orElse(null),
                request.first("x-amz-content-sha256")
                        .or(() -> query.value("X-Amz-Content-Sha256"))
                        .orElse(null));
    }

    private static String value(Query query, String name) {
        return query.value(name).orElseThrow();
    }

    private static Duration validity(String text) {
        if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MAX_SECONDS) {
            throw incomplete(
                    "X-Amz-Expires must be a number of seconds from 1 to " + MAX_SECONDS + ", not '" + text + "'.");
        }
        return Duration.ofSeconds(Integer.parseInt(text));
    }

    private static Problem incomplete(String message) {
        return new Problem(ProblemKind.SIGNATURE_INCOMPLETE, message);
    }
}
