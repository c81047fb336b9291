package io.github.appflowkit.server.http;

import io.github.appflowkit.server.fuzz.Flaw;
import io.github.appflowkit.server.http.error.RefusedRequest;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Any bytes as a body in chunks: its data and its end are where a second reading, by expressions, finds them. */
public final class ChunkFuzz {
    private static final int MAX_TRAILER_BYTES = 64;
    private static final Pattern SIZE = Pattern.compile("([0-9a-fA-F]{1,7})\\r\\n");
    private static final Pattern TRAILERS =
            Pattern.compile("([-!#$%&'*+.^_`|~0-9A-Za-z]+:[\\t\\x20-\\x7e\\x80-\\xff]*+\\r\\n)*+\\r\\n");

    /** A body, and where it ends; null for the one that does not, or is none. */
    private record Body(String data, int end) {}

    private ChunkFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Body expected = expected(new String(input, StandardCharsets.ISO_8859_1));
        Body read = read(input);
        Flaw.unless(
                read == null ? expected == null : read.equals(expected), "Read is " + read + " instead of " + expected);
    }

    private static Body read(byte[] input) {
        ChunkFraming framing = new ChunkFraming(MAX_TRAILER_BYTES);
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < input.length; i++) {
            if (framing.dataLeft() > 0) {
                data.append((char) (input[i] & 0xff));
                framing.dataRead(1);
                continue;
            }
            try {
                framing.next(input[i]);
            } catch (IllegalArgumentException | RefusedRequest e) {
                return null;
            }
            if (framing.isEnd()) {
                return new Body(data.toString(), i + 1);
            }
        }
        return null;
    }

    private static Body expected(String input) {
        StringBuilder data = new StringBuilder();
        int at = 0;
        for (Matcher size = SIZE.matcher(input); size.region(at, input.length()).lookingAt(); ) {
            int length = Integer.parseInt(size.group(1), 16);
            at = size.end();
            if (length == 0) {
                Matcher trailers = TRAILERS.matcher(input).region(at, input.length());
                boolean ends = trailers.lookingAt() && isShort(trailers.group());
                return ends ? new Body(data.toString(), trailers.end()) : null;
            }
            if (!input.startsWith("\r\n", at + length)) {
                return null;
            }
            data.append(input, at, at + length);
            at += length + 2;
        }
        return null;
    }

    /** Of the line ends, the return alone counts. */
    private static boolean isShort(String trailers) {
        return trailers.length() - trailers.chars().filter(next -> next == '\n').count() <= MAX_TRAILER_BYTES;
    }
}
