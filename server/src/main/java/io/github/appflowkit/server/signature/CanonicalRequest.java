package io.github.appflowkit.server.signature;

import io.github.appflowkit.server.problem.Problem;
import io.github.appflowkit.server.problem.ProblemKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The one text that client and server make of a request, so that they sign the same. */
final class CanonicalRequest {
    private CanonicalRequest() {}

    /**
     * What is signed.
     *
     * @param payloadHash the hash of the body, or UNSIGNED-PAYLOAD
     * @throws Problem if a header that is signed is not there
     */
    static String stringToSign(RequestHead request, Query query, Claim claim, String payloadHash) {
        String canonical = String.join(
                "\n",
                request.method(),
                // The path is encoded already; services other than S3 have it encoded once more. They have dots and
                // empty
                // segments taken out of it, too, but no path that is served has any.
                Query.encode(request.path(), "/"),
                query.canonical(),
                headers(request, claim.signedHeaders()),
                String.join(";", claim.signedHeaders()),
                payloadHash);
        return String.join(
                "\n",
                Algorithm.NAME,
                claim.date().toString(),
                claim.scope().toString(),
                Algorithm.sha256(canonical.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static String headers(RequestHead request, List<String> names) {
        return names.stream()
                .map(name -> name + ":" + value(request, name) + "\n")
                .collect(Collectors.joining());
    }

    private static String value(RequestHead request, String name) {
        List<String> values = request.values(name);
        if (values.isEmpty()) {
            throw new Problem(
                    ProblemKind.SIGNATURE_INCOMPLETE,
                    "'" + name + "' is named as a SignedHeader, but it does not exist in the HTTP request.");
        }
        return values.stream()
                .map(value -> value.trim().replaceAll("\\s+", " "))
                .collect(Collectors.joining(","));
    }
}
