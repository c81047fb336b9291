package io.github.appflowkit.server.signature;

import java.time.Duration;
import java.util.List;

/**
 * What a request says of its own signature.
 *
 * @param validity how long a presigned request is good, or null for a request that is signed in its headers
 * @param signedHeaders the names of the headers that are signed
 * @param sessionToken the token that came with it, or null
 * @param payloadHash the hash of the body, {@code UNSIGNED-PAYLOAD}, or null if it says none
 */
record Claim(
        CredentialScope scope,
        SignatureDate date,
        Duration validity,
        List<String> signedHeaders,
        String signature,
        String sessionToken,
        String payloadHash) {}
