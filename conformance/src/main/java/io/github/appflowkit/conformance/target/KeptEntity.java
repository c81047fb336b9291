package io.github.appflowkit.conformance.target;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.http.HttpConnection;
import org.apache.http.HttpEntity;
import org.apache.http.entity.HttpEntityWrapper;

/** An answer's body, whose beginning is kept as it is read; the rest of a huge one is read too and let go. */
final class KeptEntity extends HttpEntityWrapper {
    private static final int MOST_KEPT = 1 << 20;
    private static final int LONGEST = 1 << 26;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final HttpConnection connection;
    private long omitted;

    /**
     * Creates one.
     *
     * @param connection is cut when the body does not end
     */
    KeptEntity(HttpEntity entity, HttpConnection connection) {
        super(entity);
        this.connection = connection;
    }

    /** What was kept so far. */
    byte[] kept() {
        return kept.toByteArray();
    }

    /** How many further bytes were read. */
    long omitted() {
        return omitted;
    }

    /** Unknown, so that nobody makes room for what a header promises. */
    @Override
    public long getContentLength() {
        return -1;
    }

    @Override
    public InputStream getContent() throws IOException {
        return new FilterInputStream(super.getContent()) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int room = MOST_KEPT - kept.size();
                if (room == 0) {
                    letGo();
                    return -1;
                }
                int count = super.read(buffer, offset, Math.min(length, room));
                if (count > 0) {
                    kept.write(buffer, offset, count);
                }
                return count;
            }

            private void letGo() throws IOException {
                byte[] buffer = new byte[1 << 14];
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    omitted += count;
                    if (MOST_KEPT + omitted > LONGEST) {
                        connection.shutdown();
                        throw new BodyTooLargeException(LONGEST);
                    }
                }
            }
        };
    }
}
