package io.github.appflowkit.server.http.json;

import io.github.appflowkit.server.http.error.ErrorType;
import io.github.appflowkit.server.http.error.RefusedRequest;
import java.io.IOException;
import java.io.InputStream;

/** Reads a request's body whole, unless it is too long. */
public final class BoundedBody {
    private BoundedBody() {}

    /**
     * The bytes of a body.
     *
     * @throws RefusedRequest if there are more than the limit, or they do not come
     */
    public static byte[] read(InputStream body, int maxBytes) {
        try {
            byte[] bytes = body.readNBytes(maxBytes);
            if (bytes.length == maxBytes && body.read() >= 0) {
                throw new RefusedRequest(
                        ErrorType.TOO_LARGE, "The request body is longer than " + maxBytes + " bytes.");
            }
            return bytes;
        } catch (IOException e) {
            throw new RefusedRequest(ErrorType.MALFORMED_HTTP, "The request body could not be read to its end.");
        }
    }
}
