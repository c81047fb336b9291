package io.github.appflowkit.server.fuzz;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;

/** Makes what signs a request, as it has to be but for some of its parts; the signature itself never is right. */
final class SignatureGrammar {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final List<String> ALGORITHMS = List.of("AWS4-HMAC-SHA1", "Basic", "aws4-hmac-sha256", "");
    private static final List<String> KEYS = List.of("stranger", "123456789012", "", "a/b", "\u00e9", "k".repeat(300));
    private static final List<String> REGIONS = List.of("eu-central-1", "", "US", "r".repeat(90), "%2F");
    private static final List<String> ENDS = List.of("appflow/aws4", "s3/aws4_request", "appflow", "", "//");
    private static final List<String> SIGNED = List.of("host", "", ";", "host;x-amz-date;none", "Host;X-Amz-Date", "=");
    private static final List<String> SIGNATURES = List.of("", "x", "0".repeat(63), "\u00ff", "0".repeat(5_000));
    private static final List<String> DATES =
            List.of("never", "20260101T000000Z", "99999999T999999Z", "+20260101T000000Z", "-1", "");

    private final Random random;

    SignatureGrammar(Random random) {
        this.random = random;
    }

    /** The headers of a request that is signed in them. */
    String headers() {
        String now = DATE.format(Instant.now());
        return "X-Amz-Date: " + mostly(now, DATES) + "\r\nAuthorization: " + mostly("AWS4-HMAC-SHA256", ALGORITHMS)
                + " Credential=" + credential(now, "/") + mostly(", ", List.of(",", " ", ";"))
                + "SignedHeaders=" + mostly("host;x-amz-date", SIGNED) + ", Signature="
                + mostly("0".repeat(64), SIGNATURES) + mostly("\r\n", List.of(", x\r\n", ", Signature=x\r\n"));
    }

    /** The query of a request that is presigned. */
    String query() {
        String now = DATE.format(Instant.now());
        return "?X-Amz-Algorithm=" + mostly("AWS4-HMAC-SHA256", ALGORITHMS) + "&X-Amz-Credential="
                + credential(now, mostly("%2F", List.of("/", "%2f", "%zz"))) + "&X-Amz-Date=" + mostly(now, DATES)
                + "&X-Amz-Expires=" + mostly("60", List.of("0", "-1", "604801", "9".repeat(50), ""))
                + "&X-Amz-SignedHeaders=host&X-Amz-Signature=" + mostly("0".repeat(64), SIGNATURES);
    }

    private String credential(String now, String slash) {
        return mostly("test", KEYS)
                + slash
                + mostly(now.substring(0, 8), DATES)
                + slash
                + mostly("us-east-1", REGIONS)
                + slash
                + mostly("appflow/aws4_request", ENDS).replace("/", slash);
    }

    private String mostly(String right, List<String> others) {
        return random.nextInt(10) > 0 ? right : others.get(random.nextInt(others.size()));
    }
}
