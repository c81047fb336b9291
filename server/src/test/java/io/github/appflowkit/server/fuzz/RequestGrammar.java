package io.github.appflowkit.server.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes requests that are right, wrong in one of their parts, or broken anywhere; a seed makes the same ones again. */
final class RequestGrammar {
    private static final List<String> METHODS =
            List.of("GET", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "HEAD", "post", "CONNECT", "M-SEARCH", "X");
    private static final List<String> PATHS = List.of(
            "/",
            "*",
            "/stop-flow/",
            "/stop-flow//",
            "//stop-flow",
            "/Stop-Flow",
            "/stop-flow;a=b",
            "/stop%2dflow",
            "/stop-flow?x=%zz|",
            "/stop-flow#x",
            "/delete-connector-profile/x",
            "/_control",
            "/_control/flows",
            "/_control/connector-profiles",
            "/_control/remove",
            "/_control/describe",
            "/_control/requests",
            "/_control/faults",
            "/health",
            "/health/",
            "/metrics",
            "/docs",
            "/docs/docs.js",
            "/docs/../openapi.yaml",
            "/openapi.yaml",
            "/openapi.json",
            "/../stop-flow",
            "/stop-flow/%00",
            "http://x/stop-flow",
            "http://",
            "https://x:y/stop-flow",
            "x:1",
            "/\u00ff",
            "/{flowName}",
            "/stop-flow?" + "q".repeat(300));
    private static final List<String> TYPES = List.of(
            "application/json; charset=utf-8",
            "APPLICATION/JSON",
            "application/json;",
            "application/json; charset=x y",
            "text/plain",
            "text/html",
            "application/x-amz-json-1.1",
            "json",
            "*/*",
            ";",
            "",
            "application/json, text/xml",
            "application/json\t",
            "application/\u00e9");
    private static final List<String> HEADERS = List.of(
            "Accept: text/html",
            "Accept: */*;q=0",
            "Accept: application/json;q=x",
            "Accept: ,,,",
            "Accept: \u00e9/\u00e9",
            "Accept-Encoding: gzip;q=0",
            "Accept-Language: x",
            "Accept-Charset: nope",
            "Expect: 100-continue",
            "Expect: nothing",
            "Connection: close",
            "Connection: keep-alive, Upgrade",
            "Upgrade: h2c",
            "Upgrade: websocket",
            "Cookie: JSESSIONID=1; $Version=1; a=\"",
            "Range: bytes=0-",
            "If-Match: *",
            "If-Modified-Since: yesterday",
            "Content-Encoding: gzip",
            "Content-Language: \u00fc",
            "X-HTTP-Method-Override: DELETE",
            "Trailer: x",
            "TE: trailers",
            "Authorization: AWS4-HMAC-SHA256 Credential=AKID/20260101/eu-west-1/appflow/aws4_request, SignedHeaders=host,"
                    + " Signature=x",
            "Authorization: AWS4-HMAC-SHA256 Credential=123456789012/x/" + "r".repeat(90) + "/appflow/aws4_request",
            "Authorization: Basic \u0080",
            "Authorization: ",
            "X-Amz-Date: never",
            "Content-MD5: x",
            "Max-Forwards: 0",
            "Origin: http://evil.example",
            "Transfer-Encoding: gzip",
            "Content-Length: 1",
            "Host: y",
            "X : y",
            " X: y",
            "X",
            "X: \u0000",
            "Content-Location: |||",
            "Forwarded: for=[::1",
            "X-Long: " + "l".repeat(5_000),
            "a:\r\n".repeat(90) + "a:",
            "a:\r\n".repeat(200) + "a:");
    private static final List<String> CONTROLS = List.of(
            "PUT /_control/flows",
            "PUT /_control/connector-profiles",
            "POST /_control/remove",
            "POST /_control/describe",
            "POST /_control/faults",
            "GET /_control/faults",
            "GET /_control/requests",
            "GET /health",
            "GET /docs");

    private static final String BAD_TRAILER = "X y\r\n";

    private final Random random;
    private final JsonGrammar json;
    private final SignatureGrammar signatures;
    private final SmugglingGrammar smuggling;
    private final boolean signed;

    /** @param signed whether most requests bear a signature */
    RequestGrammar(long seed, boolean signed) {
        random = new Random(seed);
        json = new JsonGrammar(random);
        signatures = new SignatureGrammar(random);
        smuggling = new SmugglingGrammar(random);
        this.signed = signed;
    }

    Generated next() {
        if (random.nextInt(40) == 0) {
            return generated(bytes(smuggling.next()), Generated.Fate.REFUSED);
        }
        boolean stop = random.nextBoolean();
        boolean control = random.nextInt(8) == 0;
        byte[] body = json.body(control ? "name" : stop ? "flowName" : "connectorProfileName", control);
        String[] asked = one(CONTROLS).split(" ");
        String method = control ? asked[0] : mostly("POST", METHODS);
        String path = control ? asked[1] : mostly(stop ? "/stop-flow" : "/delete-connector-profile", PATHS);
        boolean signs = random.nextInt(10) < (signed ? 8 : 1);
        boolean presigns = signs && random.nextBoolean();
        String version = mostly("HTTP/1.1", List.of("HTTP/1.0", "HTTP/2.0"));
        StringBuilder head = new StringBuilder()
                .append(method)
                .append(' ')
                .append(path)
                .append(presigns ? signatures.query() : "")
                .append(' ')
                .append(version);
        head.append("\r\n")
                .append(mostly("Host: localhost", List.of("Host: ", "Host: [", "Host: x:y", "Host: a b")))
                .append("\r\n");
        head.append("Content-Type: ").append(mostly("application/json", TYPES)).append("\r\n");
        head.append(signs && !presigns ? signatures.headers() : "");
        for (int extra = random.nextInt(12) - 7; extra > 0; extra--) {
            head.append(one(HEADERS)).append("\r\n");
        }
        boolean chunked = random.nextInt(8) == 0;
        String trailer = random.nextInt(4) == 0 ? one(List.of("X: y\r\n", "Content-Length: 9\r\n", BAD_TRAILER)) : "";
        head.append(chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + body.length)
                .append("\r\n\r\n");
        byte[] sent = join(bytes(head.toString()), chunked ? chunks(body, trailer) : body);
        if (random.nextInt(25) == 0) {
            return generated(broken(sent), Generated.Fate.BROKEN);
        }
        boolean last = chunked && trailer.equals(BAD_TRAILER);
        return generated(sent, last ? Generated.Fate.ANSWERED_LAST : Generated.Fate.ANSWERED);
    }

    private Generated generated(byte[] bytes, Generated.Fate fate) {
        int pieceLength = switch (random.nextInt(50)) {
            case 0 -> Math.max(1, bytes.length / 500);
            case 1, 2, 3 -> 1 + random.nextInt(bytes.length + 1);
            default -> Integer.MAX_VALUE;
        };
        boolean pipelined = fate == Generated.Fate.ANSWERED && random.nextInt(4) == 0;
        return new Generated(bytes, fate, pieceLength, pipelined);
    }

    private byte[] chunks(byte[] body, String trailer) {
        byte[] all = new byte[0];
        for (int from = 0; from < body.length; ) {
            int length = Math.min(body.length - from, 1 + random.nextInt(random.nextBoolean() ? 5 : 5_000));
            byte[] chunk = new byte[length];
            System.arraycopy(body, from, chunk, 0, length);
            all = join(all, join(join(bytes(Integer.toHexString(length) + "\r\n"), chunk), bytes("\r\n")));
            from += length;
        }
        return join(all, bytes(one(List.of("0", "000", "0")) + "\r\n" + trailer + "\r\n"));
    }

    /** Bytes that are replaced, left out, added or repeated, mostly in the head. */
    private byte[] broken(byte[] bytes) {
        int at = random.nextInt(random.nextInt(4) == 0 ? bytes.length : Math.min(bytes.length, 120));
        byte[] before = part(bytes, 0, at);
        byte[] odd = bytes(one(
                List.of("\0", "\n", "\r", "\r\n", " ", "\t", ":", "\u00ff", "\u007f", "HTTP/1.1", "\r\n\r\n", ";")));
        return switch (random.nextInt(4)) {
            case 0 -> join(join(before, odd), part(bytes, Math.min(bytes.length, at + odd.length), bytes.length));
            case 1 -> join(join(before, odd), part(bytes, at, bytes.length));
            case 2 -> join(before, part(bytes, Math.min(bytes.length, at + 1 + random.nextInt(3)), bytes.length));
            default ->
                join(part(bytes, 0, Math.min(bytes.length, at + random.nextInt(20))), part(bytes, at, bytes.length));
        };
    }

    private String mostly(String right, List<String> others) {
        return random.nextInt(6) > 0 ? right : one(others);
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] part(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
