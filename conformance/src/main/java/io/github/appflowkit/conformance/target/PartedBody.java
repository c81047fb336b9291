package io.github.appflowkit.conformance.target;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.http.entity.ByteArrayEntity;

/** A request's body that leaves in two parts: the first half together with the head, the rest after a pause. */
final class PartedBody extends ByteArrayEntity {
    /** Long enough for the first part to be read before the second comes. */
    static final Duration PAUSE = Duration.ofMillis(50);

    private final byte[] body;

    PartedBody(byte[] body) {
        super(body);
        this.body = body;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        int half = body.length / 2;
        out.write(body, 0, half);
        out.flush();
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the request was given up on");
        }
        out.write(body, half, body.length - half);
        out.flush();
    }
}
