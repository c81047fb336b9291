package io.github.appflowkit.server.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A request as it is sent.
 *
 * @param pieceLength how many of its bytes are sent at a time
 * @param isPipelined whether the next request is sent before its answer is read
 */
record Generated(byte[] bytes, Fate fate, int pieceLength, boolean isPipelined) {
    /** What has to become of a request. */
    enum Fate {
        /** It is answered, and its connection is of further use, unless the answer says otherwise. */
        ANSWERED,
        /** It is answered, but its connection may end, although the answer does not say so. */
        ANSWERED_LAST,
        /** It is refused, and its connection ends. */
        REFUSED,
        /** It may not be all there, so that it is answered or its connection ends. */
        BROKEN;

        boolean isAnswered() {
            return this == ANSWERED || this == ANSWERED_LAST;
        }
    }

    private static final int SHOWN = 600;
    private static final Pattern HEAD = Pattern.compile("(\r\n)*HEAD ");

    /** Whether its answer has a body. What was HEAD before it was broken is not always HEAD still. */
    boolean hasBody() {
        return !HEAD.matcher(beginning()).lookingAt();
    }

    /** A request whose answer names it, whether signatures are asked for or not. */
    static byte[] probe(String name) {
        String body = "{\"flowName\":\"" + name + "\"}";
        return ("POST /stop-flow HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: " + name
                        + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    String beginning() {
        return new String(bytes, 0, Math.min(SHOWN, bytes.length), StandardCharsets.ISO_8859_1);
    }
}
