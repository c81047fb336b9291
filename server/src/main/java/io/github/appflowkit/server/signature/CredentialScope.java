package io.github.appflowkit.server.signature;

import io.github.appflowkit.server.problem.Problem;
import io.github.appflowkit.server.problem.ProblemKind;
import java.util.regex.Pattern;

/** The credential of a signature: an access key, and the day, region and service that the signature is good for. */
record CredentialScope(String accessKeyId, String day, String region, String service, String terminator) {
    static final String TERMINATOR = "aws4_request";

    private static final Pattern REGION = Pattern.compile("[a-z0-9-]+");

    /** Reads {@code key/day/region/service/aws4_request}. */
    static CredentialScope parse(String credential) {
        String[] parts = credential.split("/", -1);
        if (parts.length != 5) {
            throw new Problem(
                    ProblemKind.SIGNATURE_INCOMPLETE,
                    "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '"
                            + credential + "'");
        }
        return new CredentialScope(parts[0], parts[1], parts[2], parts[3], parts[4]);
    }

    /**
     * Lets a scope pass that is of a service and a day.
     *
     * @throws Problem that names the part that is another
     */
    void require(String expectedService, String expectedDay) {
        if (!REGION.matcher(region).matches()) {
            throw invalid("Credential should be scoped to a valid region, not '" + region + "'.");
        }
        if (!service.equals(expectedService)) {
            throw invalid("Credential should be scoped to correct service: '" + expectedService + "'.");
        }
        if (!terminator.equals(TERMINATOR)) {
            throw invalid("Credential should be scoped with a valid terminator: '" + TERMINATOR + "', not '"
                    + terminator + "'.");
        }
        if (!day.equals(expectedDay)) {
            throw invalid("Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '"
                    + day + "' != '" + expectedDay + "'.");
        }
    }

    /** The scope without the key, as it is signed. */
    @Override
    public String toString() {
        return String.join("/", day, region, service, terminator);
    }

    private static Problem invalid(String message) {
        return new Problem(ProblemKind.SIGNATURE_INVALID, message);
    }
}
