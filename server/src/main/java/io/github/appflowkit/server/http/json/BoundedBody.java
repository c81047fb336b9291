package io.github.appflowkit.server.http.json;

import io.github.appflowkit.server.http.error.ErrorType;
import io.github.appflowkit.server.http.error.RefusedRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * Reads requests' bodies whole, unless they are too long or too slow.
 *
 * @param maxTime how long a body may take; one that stalls is noticed after as long again, when the connection does
 */
public record BoundedBody(int maxBytes, Duration maxTime) {
    private static final int PIECE = 8 * 1024;

    /**
     * The bytes of a body.
     *
     * @param announced how many there are to be; negative if that was not said
     * @throws RefusedRequest if there are more than the limit, or they do not come
     */
    public byte[] read(InputStream body, long announced) {
        requireAllowed(announced);
        long start = System.nanoTime();
        // A name needs far less than a piece.
        byte[] piece = new byte[announced > 0 && announced < PIECE ? (int) announced : PIECE];
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(piece.length);
        try {
            for (int length = body.read(piece); length >= 0; length = body.read(piece)) {
                bytes.write(piece, 0, length);
                requireAllowed(bytes.size());
                if (isLate(start)) {
                    throw late();
                }
            }
        } catch (IOException e) {
            throw isLate(start)
                    ? late()
                    : new RefusedRequest(ErrorType.MALFORMED_HTTP, "The request body could not be read to its end.");
        }
        return bytes.toByteArray();
    }

    private void requireAllowed(long length) {
        if (length > maxBytes) {
            throw new RefusedRequest(ErrorType.TOO_LARGE, "The request body is longer than " + maxBytes + " bytes.");
        }
    }

    private boolean isLate(long start) {
        return System.nanoTime() - start >= maxTime.toNanos();
    }

    private RefusedRequest late() {
        return new RefusedRequest(
                ErrorType.TOO_SLOW, "The request body did not arrive within " + maxTime.toSeconds() + " s.");
    }
}
