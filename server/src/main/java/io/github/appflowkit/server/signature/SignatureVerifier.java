package io.github.appflowkit.server.signature;

import io.github.appflowkit.server.account.Scope;
import io.github.appflowkit.server.problem.Problem;
import io.github.appflowkit.server.problem.ProblemKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells who signed a request, or why its signature does not count. What is asked in which order, and how it is told, is
 * AWS's: first what the request lacks, then its date and scope, its key and token, and at last the signature.
 */
public final class SignatureVerifier {
    private static final String UNSIGNED_PAYLOAD = "UNSIGNED-PAYLOAD";

    private final String service;
    private final Map<String, Credential> credentials;
    private final Clock clock;

    /** Creates a verifier of requests to a service, as {@code appflow}, that credentials sign. */
    public SignatureVerifier(String service, Collection<Credential> credentials, Clock clock) {
        this.service = service;
        this.credentials = credentials.stream().collect(Collectors.toMap(Credential::accessKeyId, Function.identity()));
        this.clock = clock;
    }

    /** A request of which all but the signature itself is in order; that takes the body. */
    public final class Candidate {
        private final RequestHead request;
        private final Query query;
        private final Claim claim;
        private final Credential credential;

        private Candidate(RequestHead request, Query query, Claim claim, Credential credential) {
            this.request = request;
            this.query = query;
            this.claim = claim;
            this.credential = credential;
        }

        /**
         * The account and the region that the request was signed for.
         *
         * @param body exactly the bytes that came
         * @throws Problem if the signature is of another request, or was made with another key
         */
        public Scope verify(byte[] body) {
            String hash = Algorithm.sha256(body);
            boolean unsigned = UNSIGNED_PAYLOAD.equals(claim.payloadHash());
            boolean isPayload = claim.payloadHash() == null
                    || unsigned
                    || claim.payloadHash().equals(hash);
            String text = CanonicalRequest.stringToSign(request, query, claim, unsigned ? UNSIGNED_PAYLOAD : hash);
            String signature = Algorithm.sign(credential.secretAccessKey().reveal(), claim.scope(), text);
            if (!isEqual(signature, claim.signature()) || !isPayload) {
                throw new Problem(ProblemKind.SIGNATURE_INVALID, ProblemKind.SIGNATURE_INVALID.message());
            }
            return new Scope(credential.account(), claim.scope().region());
        }
    }

    /**
     * Checks all that a request says before its body.
     *
     * @throws Problem if it is not signed, or cannot be rightly
     */
    public Candidate check(RequestHead request) {
        Query query = new Query(request.query());
        Claim claim = claim(request, query);
        requireSignedHeader(claim, request, "host", "'Host' or ':authority'");
        requireSignedHeader(claim, request, "x-amz-date", "'X-Amz-Date'");
        claim.date().requireCurrent(clock.instant(), claim.validity());
        claim.scope().require(service, claim.date().day());
        return new Candidate(request, query, claim, credential(claim));
    }

    private static Claim claim(RequestHead request, Query query) {
        if (!request.values("authorization").isEmpty()) {
            return HeaderClaim.read(request);
        }
        if (QueryClaim.isIn(query)) {
            return QueryClaim.read(query, request);
        }
        throw new Problem(ProblemKind.SIGNATURE_MISSING, ProblemKind.SIGNATURE_MISSING.message());
    }

    private static void requireSignedHeader(Claim claim, RequestHead request, String name, String spoken) {
        boolean isThere = name.equals("host") || !request.values(name).isEmpty();
        if (isThere && claim.signedHeaders().stream().noneMatch(name::equals)) {
            throw new Problem(
                    ProblemKind.SIGNATURE_INVALID, spoken + " must be a 'SignedHeader' in the AWS Authorization.");
        }
    }

    private Credential credential(Claim claim) {
        Credential credential = credentials.get(claim.scope().accessKeyId());
        if (credential == null || !hasToken(credential, claim.sessionToken())) {
            throw new Problem(ProblemKind.CALLER_UNKNOWN, ProblemKind.CALLER_UNKNOWN.message());
        }
        if (credential.expires() != null && !clock.instant().isBefore(credential.expires())) {
            throw new Problem(ProblemKind.CREDENTIAL_EXPIRED, ProblemKind.CREDENTIAL_EXPIRED.message());
        }
        return credential;
    }

    private static boolean hasToken(Credential credential, String token) {
        return credential.sessionToken() == null
                ? token == null
                : token != null && credential.sessionToken().matches(token);
    }

    private static boolean isEqual(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.ISO_8859_1), other.getBytes(StandardCharsets.ISO_8859_1));
    }
}
