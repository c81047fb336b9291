package io.github.appflowkit.server.signature;

import io.github.appflowkit.server.problem.Problem;
import io.github.appflowkit.server.problem.ProblemKind;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The one algorithm that requests are signed with, and what it is made of. */
final class Algorithm {
    static final String NAME = "AWS4-HMAC-SHA256";

    private Algorithm() {}

    static void require(String name) {
        if (!name.equals(NAME)) {
            throw new Problem(
                    ProblemKind.SIGNATURE_INCOMPLETE,
                    "Unsupported AWS 'algorithm': '" + name + "' (only " + NAME + " for now).");
        }
    }

    /** The signature that a secret makes, in hexadecimal digits. */
    static String sign(String secret, CredentialScope scope, String text) {
        byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (String part : new String[] {scope.day(), scope.region(), scope.service(), scope.terminator(), text}) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(key);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }
}
